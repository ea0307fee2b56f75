package io.aqts.core.execute;

import io.aqts.LayerContext;
import io.aqts.config.ExecutionConfig;
import io.aqts.market.Venue;
import java.util.List;

/** What each venue of the universe charges, and what is charged where the data does not tell venues apart. */
final class FeeSchedule {

    private static final String PAPER = "paper";

    private final Tariff[] tariffs;
    private final Tariff consolidated;
    private final long slowestNanos;

    FeeSchedule(LayerContext context) {
        ExecutionConfig config = context.config().execution();
        List<Venue> venues = context.universe().venues();
        tariffs = new Tariff[venues.size()];
        long slowest = 0;
        for (int i = 0; i < tariffs.length; i++) {
            Venue venue = venues.get(i);
            tariffs[i] = new Tariff(venue.name(), venue.makerFeeBps(), venue.takerFeeBps(), config.feeDecimals());
            slowest = Math.max(slowest, venue.latencyNanos());
        }
        slowestNanos = slowest;
        consolidated = tariffs.length == 1
                ? tariffs[0]
                : new Tariff(PAPER, config.makerFeeBps(), config.takerFeeBps(), config.feeDecimals());
    }

    /** {@return what the venue with this index in the universe charges} */
    Tariff of(int venue) {
        return tariffs[venue];
    }

    /** {@return what is charged for a fill on bars: by the only venue there is, or else by the configuration} */
    Tariff consolidated() {
        return consolidated;
    }

    /** {@return the time a message needs to the farthest venue, in nanoseconds} */
    long slowestNanos() {
        return slowestNanos;
    }
}
