package io.aqts.core.risk;

import io.aqts.market.Bar;

/**
 * How far a price usually moves in one bar, gaps included.
 *
 * <p>After Wilder, New Concepts in Technical Trading Systems (1978): the mean of the first {@code period} true ranges,
 * and from then on each new one with a weight of {@code 1/period}.
 */
final class AverageTrueRange {

    private final int period;
    private int seen;
    private double average;
    private double close;

    AverageTrueRange(int period) {
        this.period = period;
    }

    void add(Bar bar) {
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

    boolean isReady() {
        return seen == period;
    }

    /** The average in quote currency, of as many bars as there were. */
    double value() {
        return average;
    }

    /** The last close, zero before the first bar. */
    double close() {
        return close;
    }
}
