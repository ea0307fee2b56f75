package io.aqts.core;

import io.aqts.DataSource;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Universe;
import java.util.Optional;

/** A source that passes everything on, to be overridden in parts. */
class ForwardingSource implements DataSource {

    private final DataSource source;

    ForwardingSource(DataSource source) {
        this.source = source;
    }

    @Override
    public Universe universe() {
        return source.universe();
    }

    @Override
    public Optional<MarketSnapshot> next() {
        return source.next();
    }

    @Override
    public void close() {
        source.close();
    }
}
