package io.aqts.core.risk.rule;

/**
 * A square that depends on a quantity: {@code constant + 2 mixed q + square q²}, never below zero but by rounding.
 *
 * @param constant its value at zero
 * @param mixed half its slope there
 * @param square how it bends, zero or more
 */
record Quadratic(double constant, double mixed, double square) {

    private static final double ROUNDING = 1e-12;

    double at(double quantity) {
        return Math.max(0, constant + quantity * (2 * mixed + quantity * square));
    }

    /**
     * The largest quantity up to a wanted one at which it is at most a limit, but for rounding; zero if there is none.
     */
    double mostWithin(double wanted, double limit) {
        if (at(wanted) <= limit) {
            return wanted;
        }
        if (!(square > 0)) {
            return 0;
        }
        double under = mixed * mixed - square * (constant - limit);
        double root = under >= 0 ? (Math.sqrt(under) - mixed) / square : 0;
        return root > 0 && root <= wanted * (1 + ROUNDING) ? Math.min(root, wanted) : 0;
    }
}
