package io.aqts.trade;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/** Division that rounds, and the numbers nearest to others. */
final class Rounding {

    /** What {@link #wholeSteps} answers where the general way has to decide. */
    static final long UNDECIDED = Long.MIN_VALUE;

    private static final List<MathContext> FEWEST_FIRST = List.of(
            new MathContext(15, RoundingMode.HALF_EVEN),
            new MathContext(16, RoundingMode.HALF_EVEN),
            new MathContext(16, RoundingMode.UP),
            new MathContext(17, RoundingMode.HALF_EVEN));
    /** The number that times five is one, in 64 bits, and the most that a tenth can be. */
    private static final long FIFTH = 0xCCCCCCCCCCCCCCCDL;

    private static final long TENTH_OF_ALL = 0x1999999999999999L;

    private Rounding() {}

    /** {@return the quotient, rounded; UNNECESSARY is taken for DOWN} */
    static long quotient(long dividend, long divisor, RoundingMode mode) {
        long quotient = dividend / divisor;
        long rest = Math.abs(dividend % divisor);
        int half = Long.compare(rest, Math.abs(divisor) - rest);
        int sign = Long.signum(dividend) * Long.signum(divisor);
        boolean away = switch (mode) {
            case UP -> true;
            case DOWN, UNNECESSARY -> false;
            case CEILING -> sign > 0;
            case FLOOR -> sign < 0;
            case HALF_UP -> half >= 0;
            case HALF_DOWN -> half > 0;
            case HALF_EVEN -> half > 0 || (half == 0 && (quotient & 1) != 0);
        };
        return away && rest != 0 ? quotient + sign : quotient;
    }

    /** {@return the quotient with so many decimals, rounded; fails if UNNECESSARY rounding is necessary} */
    static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor, int scale, RoundingMode mode) {
        boolean exact = mode == RoundingMode.UNNECESSARY;
        BigDecimal quotient = dividend.divide(divisor, scale, exact ? RoundingMode.DOWN : mode);
        if (exact && quotient.multiply(divisor).compareTo(dividend) != 0) {
            throw new ArithmeticException("rounding UNNECESSARY must leave no remainder at scale " + scale
                    + ", but was " + dividend + " / " + divisor);
        }
        return quotient;
    }

    /** One test instead of one for two and one for five, of which the first would be a coin toss to the processor. */
    static boolean isWholeTens(long value) {
        return Long.compareUnsigned(Long.rotateRight(Math.abs(value) * FIFTH, 1), TENTH_OF_ALL) <= 0;
    }

    /** {@return the whole number next to an approximate number of steps} */
    static long wholeSteps(double steps, RoundingMode mode) {
        // Three roundings lie behind steps; where twice their error could change the answer, the exact path decides.
        long binary = (long) (steps * 0x1p16);
        long doubt = (Math.abs(binary) >> 49) + 2;
        long low = quotient(binary - doubt, 1L << 16, mode);
        return Math.abs(steps) < 0x1p44 && low == quotient(binary + doubt, 1L << 16, mode) ? low : UNDECIDED;
    }

    /** {@return the decimal of the fewest digits that is nearest to a double and to no other} */
    static BigDecimal shortest(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value must be finite, but was " + value);
        }
        BigDecimal exact = new BigDecimal(value);
        for (MathContext digits : FEWEST_FIRST) {
            BigDecimal decimal = exact.round(digits);
            if (decimal.doubleValue() == value) {
                return decimal;
            }
        }
        throw new AssertionError(value);
    }
}
