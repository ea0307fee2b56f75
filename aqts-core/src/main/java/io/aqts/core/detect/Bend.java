package io.aqts.core.detect;

/**
 * How sharply a price turned at the middle one of three moments.
 *
 * <p>The moments may lie at any distance: the bend is the divided difference, which is zero on every straight line.
 * Scaled by the volatility, it is standard normal under a Gaussian random walk.
 *
 * @param before the change of the log price up to the middle
 * @param after the change of the log price from the middle on
 * @param gapBefore the time up to the middle, in units of time, more than zero
 * @param gapAfter the time from the middle on, in units of time, more than zero
 */
record Bend(double before, double after, double gapBefore, double gapAfter) {

    /** {@return the bend in standard deviations} {@code sigma} is the volatility per square root of a unit of time */
    double z(double sigma) {
        return (after / gapAfter - before / gapBefore) / (sigma * Math.sqrt(1 / gapBefore + 1 / gapAfter));
    }

    /** {@return how far the price went from first to last, in standard deviations} */
    double contrast(double sigma) {
        return Math.abs(before + after) / (sigma * Math.sqrt(gapBefore + gapAfter));
    }
}
