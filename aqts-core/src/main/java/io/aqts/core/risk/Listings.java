package io.aqts.core.risk;

import io.aqts.market.Instrument;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.OrderLimits;
import io.aqts.market.Universe;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** The instruments of a run on the grids they have now, which may be others than they began with. */
final class Listings {

    private final Instrument[] instruments;
    private final OrderLimits[] limits;

    Listings(Universe universe, Function<Instrument, OrderLimits> limits) {
        this.instruments = universe.instruments().toArray(new Instrument[0]);
        this.limits = universe.instruments().stream().map(limits).toArray(OrderLimits[]::new);
    }

    int size() {
        return instruments.length;
    }

    Instrument instrument(int index) {
        return instruments[index];
    }

    /** What the exchange takes of an instrument besides its grid. */
    OrderLimits limits(int index) {
        return limits[index];
    }

    /** All of them as they are now; changes with what follows. */
    List<Instrument> all() {
        return Collections.unmodifiableList(Arrays.asList(instruments));
    }

    /** Takes the grids that a snapshot tells of, the last of each instrument, and says whether there were any. */
    @SuppressWarnings("ReferenceEquality")
    boolean meet(MarketSnapshot snapshot) {
        boolean isChanged = false;
        for (int i = 0; i < instruments.length; i++) {
            Instrument before = instruments[i];
            instruments[i] = before.after(snapshot.instrument(i).events());
            isChanged |= instruments[i] != before;
        }
        return isChanged;
    }
}
