package io.aqts.core.risk.rule;

/**
 * The quantile of a normal distribution corrected for skew and excess kurtosis (Cornish and Fisher, 1938), where that
 * is a quantile function at all.
 */
final class CornishFisher {

    private CornishFisher() {}

    /**
     * Whether the corrected quantile rises with the level everywhere (Maillard, 2012). With a = K/8 − S²/6 and c = 1 −
     * K/8 + 5S²/36 it does if a &gt; 0 and (S/3)² &lt; 4ac, or if there is nothing to correct.
     */
    static boolean isValid(double skew, double excess) {
        if (skew == 0 && excess == 0) {
            return true;
        }
        double a = excess / 8 - skew * skew / 6;
        double c = 1 - excess / 8 + 5 * skew * skew / 36;
        return a > 0 && skew / 3 * (skew / 3) < 4 * a * c;
    }

    /** The corrected quantile z + (z²−1)S/6 + (z³−3z)K/24 − (2z³−5z)S²/36. */
    static double quantile(double z, double skew, double excess) {
        double cube = z * z * z;
        return z + (z * z - 1) * skew / 6 + (cube - 3 * z) * excess / 24 - (2 * cube - 5 * z) * skew * skew / 36;
    }
}
