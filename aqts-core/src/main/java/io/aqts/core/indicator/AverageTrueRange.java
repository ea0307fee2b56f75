package io.aqts.core.indicator;

import io.aqts.market.Bar;

/**
 * How far a price usually moves in one bar, gaps included.
 *
 * <p>After Wilder, New Concepts in Technical Trading Systems (1978): the mean of the first {@code period} true ranges,
 * and from then on each new one with a weight of {@code 1/period}.
 */
public final class AverageTrueRange {

    private final int period;
    private int seen;
    private double average;
    private double close;

    /**
     * An average without history.
     *
     * @param period how many bars it covers, at least 1
     */
    public AverageTrueRange(int period) {
        this.period = period;
    }

    /**
     * Takes in the next bar.
     *
     * @param bar the bar
     */
    public void add(Bar bar) {
        double top = bar.high();
        double bottom = bar.low();
        if (seen > 0) {
            top = Math.max(top, close);
            bottom = Math.min(bottom, close);
        }
        close = bar.close();
        if (seen < period) {
            seen++;
            average += (top - bottom - average) / seen;
        } else {
            average += (top - bottom - average) / period;
        }
    }

    /**
     * Moves what was seen with a split, before the first bar at the new prices: a split is no move of the price.
     *
     * @param ratio new units for each old one, more than zero
     */
    public void split(double ratio) {
        average /= ratio;
        close /= ratio;
    }

    /** {@return whether as many bars were seen as the average covers} */
    public boolean isReady() {
        return seen == period;
    }

    /** {@return the average in quote currency, of as many bars as there were; zero before the first} */
    public double value() {
        return average;
    }
}
