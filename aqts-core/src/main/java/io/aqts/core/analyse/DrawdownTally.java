package io.aqts.core.analyse;

import io.aqts.performance.DrawdownStatistics;
import io.aqts.performance.Statistic;

/** How far and how long the equity was below its peak so far. */
final class DrawdownTally {

    private double peak;
    private long peakNanos;
    private double maximum;
    private double current;
    private long longest;

    DrawdownTally(double initialEquity) {
        this.peak = initialEquity;
    }

    void begin(long startNanos) {
        peakNanos = startNanos;
    }

    void step(long epochNanos, double equity) {
        if (equity >= peak) {
            longest = current > 0 ? Math.max(longest, epochNanos - peakNanos) : longest;
            peak = equity;
            peakNanos = epochNanos;
            current = 0;
            return;
        }
        current = (peak - equity) / peak;
        if (current > maximum) {
            maximum = current;
        }
        if (epochNanos - peakNanos > longest) {
            longest = epochNanos - peakNanos;
        }
    }

    DrawdownStatistics statistics() {
        return new DrawdownStatistics(Statistic.of(maximum), Statistic.of(current), longest, current == 0);
    }
}
