package io.aqts.core.analyse;

import io.aqts.performance.DrawdownStatistics;
import io.aqts.performance.Statistic;

/** How far and how long the equity was below its peak so far. */
final class DrawdownTally {

    private double peak;
    private long peakNanos;
    private double last;
    private double trough;
    private double maximum;
    private long longest;
    private boolean seen;

    DrawdownTally(double initialEquity) {
        this.peak = initialEquity;
        this.last = initialEquity;
        this.trough = initialEquity;
    }

    void begin(long startNanos) {
        peakNanos = startNanos;
    }

    void step(long epochNanos, double equity) {
        seen = true;
        if (equity >= peak) {
            longest = last < peak ? Math.max(longest, epochNanos - peakNanos) : longest;
            peak = equity;
            peakNanos = epochNanos;
            last = equity;
            trough = equity;
            return;
        }
        last = equity;
        if (equity < trough) {
            trough = equity;
            maximum = Math.max(maximum, current());
        }
        if (epochNanos - peakNanos > longest) {
            longest = epochNanos - peakNanos;
        }
    }

    DrawdownStatistics statistics() {
        if (!seen) {
            Statistic none = Statistic.undefined("there was no step");
            return new DrawdownStatistics(none, none, 0, true);
        }
        return new DrawdownStatistics(Statistic.of(maximum), Statistic.of(current()), longest, last >= peak);
    }

    private double current() {
        return (peak - last) / peak;
    }
}
