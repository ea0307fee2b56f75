package io.aqts.core.detect;

import io.aqts.market.Bar;

/** How far a price usually moves within one bar, gaps included (Wilder, 1978): an average that forgets slowly. */
final class AverageTrueRange {

    private final int period;
    private int seen;
    private double average;
    private double close;

    AverageTrueRange(int period) {
        this.period = period;
    }

    void add(Bar bar) {
        double range = bar.high() - bar.low();
        if (seen > 0) {
            range = Math.max(range, Math.max(Math.abs(bar.high() - close), Math.abs(bar.low() - close)));
        }
        close = bar.close();
        if (seen < period) {
            seen++;
        }
        average += (range - average) / seen;
    }

    boolean isReady() {
        return seen == period;
    }

    /** {@return the average so far, in quote currency} */
    double current() {
        return average;
    }
}
