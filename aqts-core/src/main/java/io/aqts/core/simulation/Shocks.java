package io.aqts.core.simulation;

import io.aqts.Randomness;

/**
 * Shocks with mean zero and variance one whose size comes in clusters and has fat tails.
 *
 * <p>The clusters are those of a GARCH(1,1) process (Bollerslev: Generalized Autoregressive Conditional
 * Heteroskedasticity, 1986), stationary with mean variance one. Each shock is normal given its variance, which is the
 * process's times that of a narrow shock, a wide one or a jump. A jump excites the process like a wide shock.
 */
final class Shocks {

    private static final double REACTION = 0.06;
    private static final double PERSISTENCE = 0.92;

    private final Randomness random;
    private final Tails tails;
    private final double narrowVariance;
    private final double jumpLimit;
    private final double wideLimit;
    private final double base;

    private double ahead = 1;
    private double value;
    private double variance;

    Shocks(Randomness random, Tails tails) {
        this.random = random;
        this.tails = tails;
        this.narrowVariance = tails.narrowVariance();
        this.jumpLimit = tails.jumpChance();
        this.wideLimit = tails.jumpChance() + tails.wideChance();
        this.base = 1 - PERSISTENCE - REACTION * tails.varianceWithoutJumps();
    }

    void next() {
        double kind = random.nextDouble();
        double normal = Normal.next(random);
        double width = narrowVariance;
        double excitement = narrowVariance;
        if (kind < wideLimit) {
            width = kind < jumpLimit ? tails.jumpVariance() : tails.wideVariance();
            excitement = tails.wideVariance();
        }
        variance = ahead * width;
        value = Math.sqrt(variance) * normal;
        ahead = base + ahead * (REACTION * excitement * normal * normal + PERSISTENCE);
    }

    /** The shock of this bar. */
    double value() {
        return value;
    }

    /** The variance this bar's shock was drawn with. */
    double variance() {
        return variance;
    }

    /** The mean variance of the next bar's shock. */
    double ahead() {
        return ahead;
    }
}
