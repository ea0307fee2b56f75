package io.aqts.core.simulation;

/**
 * How often shocks are wide and how often they are jumps; the rest is narrower, so that the variance is one.
 *
 * @param wideChance the chance of a wide shock in a bar
 * @param wideVariance its variance
 * @param jumpChance the chance of a jump in a bar
 * @param jumpVariance its variance
 */
record Tails(double wideChance, double wideVariance, double jumpChance, double jumpVariance) {

    static Tails withJumps(double chance, double variance) {
        return new Tails(0.05, 5, chance, variance);
    }

    double narrowVariance() {
        return (1 - wideChance * wideVariance - jumpChance * jumpVariance) / narrowChance();
    }

    /** The mean variance when a jump counts as a wide shock only. */
    double varianceWithoutJumps() {
        return narrowChance() * narrowVariance() + (wideChance + jumpChance) * wideVariance;
    }

    private double narrowChance() {
        return 1 - wideChance - jumpChance;
    }
}
