package io.aqts.core.risk;

import org.apache.commons.math3.special.Beta;

/** Quantiles of the beta distribution, which is what is known about a chance after counting wins and losses. */
final class BetaQuantile {

    private static final int MOST_ROUNDS = 100;
    private static final double EXACT_ENOUGH = 1e-14;

    private BetaQuantile() {}

    /**
     * The value below which a beta-distributed chance lies with a given probability, by Newton's method kept inside a
     * shrinking bracket.
     *
     * @param level the probability, between 0 and 1, both excluded
     * @param wins the first parameter, more than zero
     * @param losses the second parameter, more than zero
     * @return the quantile, to about fourteen digits
     */
    static double of(double level, double wins, double losses) {
        double low = 0;
        double high = 1;
        double x = wins / (wins + losses);
        double logBeta = Beta.logBeta(wins, losses);
        for (int round = 0; round < MOST_ROUNDS && high - low > EXACT_ENOUGH * high; round++) {
            double excess = Beta.regularizedBeta(x, wins, losses) - level;
            if (excess > 0) {
                high = x;
            } else {
                low = x;
            }
            double logDensity = (wins - 1) * StrictMath.log(x) + (losses - 1) * StrictMath.log1p(-x) - logBeta;
            double next = x - excess / StrictMath.exp(logDensity);
            if (Math.abs(next - x) <= EXACT_ENOUGH * x) {
                return x;
            }
            x = next > low && next < high ? next : low + (high - low) / 2;
        }
        return x;
    }
}
