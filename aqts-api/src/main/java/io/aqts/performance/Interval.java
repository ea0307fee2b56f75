package io.aqts.performance;

import io.aqts.internal.Checks;

/**
 * Where a figure lies with a stated confidence.
 *
 * @param low the lower end
 * @param high the upper end, not below the lower one
 * @param confidence the share of such intervals that hold the true figure, between 0 and 1
 */
public record Interval(double low, double high, double confidence) {

    /** Refuses ends in the wrong order. */
    public Interval {
        Checks.between("interval.confidence", confidence, 0, 1);
        Checks.that(low <= high, "interval.low", "not exceed the high end " + high, low);
    }
}
