package io.aqts.trade;

import java.math.BigInteger;

/** What a {@link Decimal} of more than 53 or 63 bits needs so often that the general way would be too slow. */
final class WideMath {

    private static final int HALF_BITS = 60;
    private static final int MOST_BITS = 2 * HALF_BITS;
    private static final long LOW_HALF = (1L << HALF_BITS) - 1;
    private static final double HALF = 0x1p60;
    private static final double[] POWERS = new double[23];
    private static final BigInteger[] WHOLE_POWERS = new BigInteger[65];

    /** How near to the middle of two doubles, as a share of their distance, an approximate sum decides nothing. */
    private static final double NEAR = 0x1p-30;

    static {
        BigInteger power = BigInteger.ONE;
        for (int i = 0; i < WHOLE_POWERS.length; i++) {
            WHOLE_POWERS[i] = power;
            if (i < POWERS.length) {
                POWERS[i] = power.doubleValue();
            }
            power = power.multiply(BigInteger.TEN);
        }
    }

    private WideMath() {}

    /** {@return 10 to the power of an exponent, 0 to 64} */
    static BigInteger power(int exponent) {
        return WHOLE_POWERS[exponent];
    }

    /** {@return the double nearest to unscaled / 10^scale, or NaN where that takes the general way} */
    static double nearest(long unscaled, int scale) {
        if (Math.abs(unscaled) >= 1L << 62) {
            return Double.NaN;
        }
        double high = (double) unscaled;
        return divided(high, (double) (unscaled - (long) high), scale);
    }

    /** {@return the double nearest to unscaled / 10^scale, or NaN where that takes the general way} */
    static double nearest(BigInteger unscaled, int scale) {
        if (unscaled.bitLength() > MOST_BITS) {
            return Double.NaN;
        }
        long upper = unscaled.shiftRight(HALF_BITS).longValue();
        long lower = unscaled.longValue() & LOW_HALF;
        double upperHigh = (double) upper;
        double upperLow = (double) (upper - (long) upperHigh);
        double lowerHigh = (double) lower;
        double lowerLow = (double) (lower - (long) lowerHigh);
        double large = upperHigh * HALF;
        double sum = large + lowerHigh;
        double rest = lowerHigh - (sum - large);
        return divided(sum, rest + upperLow * HALF + lowerLow, scale);
    }

    /**
     * Divides a sum of two doubles, which is exact to 2^-100 of it, by a power of ten that a double holds: the quotient
     * to twice the digits of a double, then rounded, unless it is so near to the middle of two doubles that the last
     * digits would decide (Dekker 1971, section 5).
     */
    private static double divided(double high, double low, int scale) {
        if (scale >= POWERS.length) {
            return Double.NaN;
        }
        double divisor = POWERS[scale];
        double quotient = high / divisor;
        double remainder = Math.fma(-quotient, divisor, high);
        double correction = (remainder + low) / divisor;
        double nearest = quotient + correction;
        double away = Math.abs(correction - (nearest - quotient));
        double middle = 0.5 * Math.ulp(nearest);
        boolean isDecided = Math.abs(away - middle) > NEAR * middle && Math.abs(away - 0.5 * middle) > NEAR * middle;
        return isDecided ? nearest : Double.NaN;
    }

    /** {@return whether a number is a multiple of ten} */
    static boolean isWholeTens(BigInteger value) {
        return !value.testBit(0) && value.mod(BigInteger.TEN).signum() == 0;
    }
}
