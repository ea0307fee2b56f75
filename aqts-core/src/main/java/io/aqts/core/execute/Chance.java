package io.aqts.core.execute;

import io.aqts.LayerContext;
import io.aqts.Randomness;
import io.aqts.config.ExecutionConfig;
import io.aqts.trade.Decimal;
import java.math.RoundingMode;

/**
 * What chance does to the orders in one instrument: whether only a part fills.
 *
 * <p>Each instrument has a stream of its own, so that trading one moves nothing in another.
 */
final class Chance {

    private static final double LEAST_SHARE = 0.25;
    private static final double MOST_SHARE = 0.95;

    private final Randomness partial;
    private final double partialProbability;

    Chance(LayerContext context, String symbol) {
        ExecutionConfig config = context.config().execution();
        partial = context.randomness("partial").split(symbol);
        partialProbability = config.partialFillProbability();
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
