package io.aqts.testkit;

import io.aqts.DataSource;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Universe;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** A data source that keeps its promises: a list, read from its beginning to its end. */
class ListSource implements DataSource {

    private final Universe universe;
    private final Iterator<MarketSnapshot> snapshots;

    ListSource(Universe universe, List<MarketSnapshot> snapshots) {
        this.universe = universe;
        this.snapshots = snapshots.iterator();
    }

    @Override
    public Universe universe() {
        return universe;
    }

    @Override
    public Optional<MarketSnapshot> next() {
        return snapshots.hasNext() ? Optional.of(snapshots.next()) : Optional.empty();
    }
}
