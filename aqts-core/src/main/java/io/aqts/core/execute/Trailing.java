package io.aqts.core.execute;

import io.aqts.core.indicator.AverageTrueRange;
import io.aqts.market.Bar;
import io.aqts.trade.Decimal;
import io.aqts.trade.Trail;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** The distance a trailing stop keeps from the best price. */
final class Trailing {

    private static final Decimal BASIS_POINT = Decimal.of(1, 4);
    private static final Decimal FINE_STEP = Decimal.of(1, 8);

    private final Trail trail;
    private final @Nullable AverageTrueRange range;
    private boolean isFull;

    Trailing(Trail trail) {
        this.trail = trail;
        this.range = trail instanceof Trail.ByAtr atr ? new AverageTrueRange(atr.period()) : null;
    }

    /** Takes in a bar since the order arrived. */
    void see(Bar bar) {
        if (range != null) {
            range.add(bar);
            isFull = range.isReady();
        }
    }

    /**
     * {@return the trigger that belongs to a best price, on the far side of the grid, or null if it cannot be told yet}
     */
    @Nullable
    Decimal trigger(double best, boolean rises, Decimal tick) {
        Decimal from = Decimal.fromDouble(best);
        Decimal distance = distance(from);
        if (distance == null) {
            return null;
        }
        Decimal trigger = rises
                ? from.plus(distance).roundToMultiple(tick, RoundingMode.CEILING)
                : from.minus(distance).roundToMultiple(tick, RoundingMode.FLOOR);
        return trigger.isPositive() ? trigger : null;
    }

    private @Nullable Decimal distance(Decimal best) {
        if (trail instanceof Trail.ByPrice by) {
            return by.offset();
        }
        if (trail instanceof Trail.ByBps by) {
            return best.times(Decimal.roundedToMultiple(by.bps(), FINE_STEP, RoundingMode.UP))
                    .times(BASIS_POINT)
                    .round(12, RoundingMode.UP);
        }
        return isFull && range != null && trail instanceof Trail.ByAtr by
                ? Decimal.roundedToMultiple(by.multiple() * range.value(), FINE_STEP, RoundingMode.UP)
                : null;
    }
}
