package io.aqts.market;

import io.aqts.internal.Checks;
import io.aqts.internal.Lists;
import java.util.List;

/**
 * Everything that became known at one moment.
 *
 * @param epochNanos the moment, in nanoseconds since 1970-01-01T00:00Z; never before that of the snapshot before
 * @param instruments what it brings of each instrument, in the order of the {@link Universe}
 * @param readings what became known besides prices, in the order of their known-at times, possibly nothing
 */
public record MarketSnapshot(long epochNanos, List<InstrumentMarket> instruments, List<Reading> readings) {

    /** Copies the lists and refuses a snapshot of no instrument. */
    public MarketSnapshot {
        instruments = Lists.frozen(instruments);
        readings = Lists.frozen(readings);
        Checks.that(!instruments.isEmpty(), "snapshot.instruments", "hold at least one", instruments);
    }

    /**
     * A snapshot of bars alone.
     *
     * @param epochNanos the moment
     * @param instruments what it brings of each instrument
     * @return the snapshot
     */
    public static MarketSnapshot of(long epochNanos, List<InstrumentMarket> instruments) {
        return new MarketSnapshot(epochNanos, instruments, List.of());
    }

    /**
     * What this snapshot brings of one instrument.
     *
     * @param index the index of the instrument in the {@link Universe}
     * @return its part of the snapshot
     */
    public InstrumentMarket instrument(int index) {
        return instruments.get(index);
    }
}
