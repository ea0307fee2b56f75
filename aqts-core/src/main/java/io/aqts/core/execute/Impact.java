package io.aqts.core.execute;

import io.aqts.internal.Checks;
import io.aqts.market.Bar;
import io.aqts.trade.Decimal;
import io.aqts.trade.Side;
import java.math.RoundingMode;

/**
 * What the size of a fill costs in one instrument, by the volatility and the volume of its latest bars.
 *
 * <p>The volatility is the greater of what the closes and what the ranges of the bars tell (Parkinson, The extreme
 * value method for estimating the variance of the rate of return, 1980). Without volumes a fill counts as large as a
 * bar. All that is worse than the whole price is the whole price.
 */
final class Impact {

    private static final double RANGE_TO_VARIANCE = 1 / (4 * StrictMath.log(2));
    private static final Decimal SHARE_STEP = Decimal.of(1, 12);

    private final ImpactModel model;
    private final Grid grid;
    private final double[] volumes;
    private final double[] returns;
    private final double[] ranges;
    private long bars;
    private double lastClose;

    Impact(ImpactModel model, int window, Grid grid) {
        this.model = model;
        this.grid = grid;
        this.volumes = new double[window];
        this.returns = new double[window];
        this.ranges = new double[window];
    }

    /** Takes in a bar, before what it fills. */
    void see(Bar bar) {
        int at = (int) (bars % volumes.length);
        double change = lastClose > 0 && bar.close() > 0 ? StrictMath.log(bar.close() / lastClose) : 0;
        double range = bar.low() > 0 ? StrictMath.log(bar.high() / bar.low()) : 0;
        volumes[at] = bar.volume();
        returns[at] = change * change;
        ranges[at] = range * range * RANGE_TO_VARIANCE;
        lastClose = bar.close();
        bars++;
    }

    /** {@return the price that is left for so much, on the grid and never better than it was} */
    Decimal moved(Side side, Decimal price, Decimal quantity) {
        Decimal away = price.times(share(quantity));
        return side == Side.BUY
                ? price.plus(away).roundToMultiple(grid.tick(), RoundingMode.CEILING)
                : price.minus(away).roundToMultiple(grid.tick(), RoundingMode.FLOOR);
    }

    /** {@return how much worse the price of so much becomes, as a share of it, from 0 to 1} */
    Decimal share(Decimal quantity) {
        int count = (int) Math.min(bars, volumes.length);
        if (count == 0 || !quantity.isPositive()) {
            return Decimal.ZERO;
        }
        double volume = sum(volumes, count) / count;
        double participation = volume > 0 ? quantity.toDouble() / volume : 1;
        double variance = Math.max(sum(returns, count), sum(ranges, count)) / count;
        double share = model.share(participation, Math.sqrt(variance));
        Checks.that(share >= 0, "impact.share", "be zero or more", share);
        return Decimal.roundedToMultiple(Math.min(share, 1), SHARE_STEP, RoundingMode.CEILING);
    }

    private static double sum(double[] values, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += values[i];
        }
        return sum;
    }
}
