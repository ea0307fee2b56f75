package io.aqts.core.detect;

/**
 * The proportion looked for between two neighboring gaps.
 *
 * @param ratio the later gap divided by the one before
 * @param tolerance how far from it still counts
 */
record Timing(double ratio, double tolerance) {

    boolean matches(double observed) {
        return Math.abs(observed - ratio) <= tolerance;
    }

    /** {@return 1 for the very ratio, falling in a straight line to 0 at the tolerance and beyond} */
    double fidelity(double observed) {
        return Math.max(0, 1 - Math.abs(observed - ratio) / tolerance);
    }
}
