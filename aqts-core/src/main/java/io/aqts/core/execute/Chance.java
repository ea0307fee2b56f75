package io.aqts.core.execute;

import io.aqts.LayerContext;
import io.aqts.Randomness;
import io.aqts.config.ExecutionConfig;
import io.aqts.trade.Decimal;
import java.math.RoundingMode;

/**
 * What chance does to the orders in one instrument: when they arrive, and whether only a part fills.
 *
 * <p>Each instrument has streams of its own, so that trading one moves nothing in another.
 */
final class Chance {

    private static final double LEAST_SHARE = 0.25;
    private static final double MOST_SHARE = 0.95;

    private final Randomness latency;
    private final Randomness partial;
    private final long shortestNanos;
    private final long spreadNanos;
    private final double partialProbability;

    Chance(LayerContext context, String symbol) {
        ExecutionConfig config = context.config().execution();
        latency = context.randomness("latency").split(symbol);
        partial = context.randomness("partial").split(symbol);
        shortestNanos = config.latencyMin().toNanos();
        spreadNanos = config.latencyMax().toNanos() - shortestNanos;
        partialProbability = config.partialFillProbability();
    }

    /** {@return how long the next order takes to arrive, in nanoseconds, evenly spread over the configured range} */
    long latencyNanos() {
        return shortestNanos + (long) (latency.nextDouble() * (spreadNanos + 1.0));
    }

    /** {@return what may fill at once of a quantity: mostly all of it, sometimes whole lots of a part, never none} */
    Decimal ration(Decimal quantity, Decimal lot) {
        if (partialProbability == 0 || !(partial.nextDouble() < partialProbability)) {
            return quantity;
        }
        double share = partial.nextDouble(LEAST_SHARE, MOST_SHARE);
        return Decimal.roundedToMultiple(quantity.toDouble() * share, lot, RoundingMode.DOWN)
                .max(lot)
                .min(quantity);
    }
}
