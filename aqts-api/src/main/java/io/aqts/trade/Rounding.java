package io.aqts.trade;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Division that rounds. */
final class Rounding {

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
}
