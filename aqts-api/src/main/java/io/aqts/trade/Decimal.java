package io.aqts.trade;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An exact decimal number: a price, a quantity, a fee or a sum of money, as in {@code Decimal.of("42783.58")}.
 *
 * <ul>
 *   <li><b>Exact or refused.</b> Nothing is rounded without a {@link RoundingMode}. A result that is too wide, a
 *       division by zero and a remainder under {@code UNNECESSARY} are an {@link ArithmeticException}; an argument out
 *       of its range is an {@link IllegalArgumentException}.
 *   <li><b>Lowest terms.</b> 1.00 is stored as 1, so {@code equals}, {@code hashCode} and {@code compareTo} agree.
 *   <li><b>Wide.</b> A value is {@code unscaled / 10^scale} with {@code |unscaled| < 2^255}, about 76 digits, and a
 *       scale of 0 to 64. A token with 18 decimals times a price with 18 decimals fits; so do 5.9e14 units of SHIB
 *       times a price of 0.00001234. Values whose digits fit a {@code long} are kept in one and are fast.
 *   <li><b>Immutable.</b> Safe to share between threads.
 * </ul>
 *
 * <p>Not a currency amount: it carries no unit. Not for indicators and statistics: those use {@code double}.
 */
public final class Decimal implements Comparable<Decimal> {

    /** Nothing: 0. */
    public static final Decimal ZERO = new Decimal(0, 0, null);

    /** One: 1. */
    public static final Decimal ONE = new Decimal(1, 0, null);

    private static final int MAX_SCALE = 64;
    private static final int MAX_BITS = 255;
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,9})?");
    private static final long[] POWERS = new long[19];
    private static final long[] LIMITS = new long[POWERS.length];

    static {
        long power = 1;
        for (int i = 0; i < POWERS.length; i++) {
            POWERS[i] = power;
            LIMITS[i] = Long.MAX_VALUE / power;
            power *= 10;
        }
    }

    private final long unscaled;
    private final int scale;
    private final @Nullable BigInteger wide;

    private Decimal(long unscaled, int scale, @Nullable BigInteger wide) {
        this.unscaled = unscaled;
        this.scale = scale;
        this.wide = wide;
    }

    /** {@return the whole number {@code value}} */
    public static Decimal of(long value) {
        return new Decimal(value, 0, null);
    }

    /** {@return {@code unscaled / 10^scale}, so {@code of(125, 2)} is 1.25; the scale is 0 to 64} */
    public static Decimal of(long unscaled, int scale) {
        require(scale >= 0 && scale <= MAX_SCALE, "scale must be between 0 and 64", scale);
        return canonical(unscaled, scale);
    }

    /** {@return the number written in {@code text}, as {@link #parse(CharSequence)}} */
    public static Decimal of(String text) {
        return parse(text);
    }

    /**
     * {@return the number written in {@code text}, exactly}
     *
     * @param text ASCII digits with an optional sign, point and exponent, as in {@code -12.5} or {@code 1e-8}; at most
     *     256 characters and no blanks
     */
    public static Decimal parse(CharSequence text) {
        Objects.requireNonNull(text, "text");
        boolean isNumber = text.length() <= 256 && NUMBER.matcher(text).matches();
        require(isNumber, "text must be a number such as -12.5 or 1e-8, at most 256 long", "\"" + text + "\"");
        return narrow(new BigDecimal(text.toString()), "parse");
    }

    /** {@return {@code value}, exactly} */
    public static Decimal from(BigDecimal value) {
        return narrow(Objects.requireNonNull(value, "value"), "from");
    }

    /**
     * {@return the shortest decimal that rounds to {@code value}} So 0.1 becomes 0.1, not the binary fraction nearest
     * to it, and {@link #toDouble()} gives the same double back. The result is the same on every JDK.
     *
     * @param value finite; most doubles below 1e-47 need more than 64 decimals and are refused
     */
    public static Decimal fromDouble(double value) {
        Decimal quick = fifteenDigits(value);
        return quick != null ? quick : narrow(Rounding.shortest(value), "fromDouble");
    }

    /**
     * {@return the multiple of {@code step} next to {@code value}} Reads the double as {@link #fromDouble(double)}
     * does, so 0.3 is three steps of 0.1 in every mode; values too small for a {@code Decimal} are rounded all the
     * same.
     *
     * @param value finite
     * @param step a tick or lot, more than zero
     */
    public static Decimal roundedToMultiple(double value, Decimal step, RoundingMode mode) {
        require(step.isPositive(), "step must be more than zero", step);
        Decimal quick = fifteenDigits(value);
        if (quick != null) {
            return quick.roundToMultiple(step, mode);
        }
        long steps = mode == RoundingMode.UNNECESSARY
                ? Rounding.UNDECIDED
                : Rounding.wholeSteps(value / step.toDouble(), mode);
        return steps != Rounding.UNDECIDED ? of(steps).times(step) : multiple(Rounding.shortest(value), step, mode);
    }

    /** {@return this + {@code other}, exactly} */
    public Decimal plus(Decimal other) {
        int shift = other.scale - scale;
        if (isLongWith(other, shift)) {
            long left = scaled(unscaled, shift);
            long right = scaled(other.unscaled, -shift);
            long sum = left + right;
            if (((left ^ sum) & (right ^ sum)) >= 0) {
                return canonical(sum, Math.max(scale, other.scale));
            }
        }
        return wideSum(other.unscaledValue(), other.scale, "plus");
    }

    /** {@return this - {@code other}, exactly} */
    public Decimal minus(Decimal other) {
        int shift = other.scale - scale;
        if (isLongWith(other, shift)) {
            long left = scaled(unscaled, shift);
            long right = scaled(other.unscaled, -shift);
            long difference = left - right;
            if (((left ^ right) & (left ^ difference)) >= 0) {
                return canonical(difference, Math.max(scale, other.scale));
            }
        }
        return wideSum(other.unscaledValue().negate(), other.scale, "minus");
    }

    /** {@return this x {@code other}, exactly} */
    public Decimal times(Decimal other) {
        return wide == null && other.wide == null
                ? product(unscaled, other.unscaled, scale + other.scale)
                : narrow(toBigDecimal().multiply(other.toBigDecimal()), "times");
    }

    /** {@return this / {@code divisor}, which is not zero, rounded to at most {@code scale} decimals, 0 to 64} */
    public Decimal dividedBy(Decimal divisor, int scale, RoundingMode mode) {
        require(scale >= 0 && scale <= MAX_SCALE, "scale must be between 0 and 64", scale);
        if (divisor.isZero()) {
            throw new ArithmeticException("dividedBy: divisor of " + this + " must not be zero, but was 0");
        }
        int shift = scale + divisor.scale - this.scale;
        return mode != RoundingMode.UNNECESSARY && isLongWith(divisor, shift)
                ? canonical(Rounding.quotient(scaled(unscaled, shift), scaled(divisor.unscaled, -shift), mode), scale)
                : narrow(Rounding.quotient(toBigDecimal(), divisor.toBigDecimal(), scale, mode), "dividedBy");
    }

    /** {@return this, rounded to at most {@code scale} decimals, 0 to 64} */
    public Decimal round(int scale, RoundingMode mode) {
        require(scale >= 0 && scale <= MAX_SCALE, "scale must be between 0 and 64", scale);
        return this.scale <= scale ? this : dividedBy(ONE, scale, mode);
    }

    /** {@return the multiple of {@code step}, a tick or lot of more than zero, next to this} */
    public Decimal roundToMultiple(Decimal step, RoundingMode mode) {
        require(step.isPositive(), "step must be more than zero", step);
        int shift = step.scale - scale;
        return mode != RoundingMode.UNNECESSARY && isLongWith(step, shift)
                ? of(Rounding.quotient(scaled(unscaled, shift), scaled(step.unscaled, -shift), mode))
                        .times(step)
                : multiple(toBigDecimal(), step, mode);
    }

    /** {@return whether this is a whole number of {@code step}s, a tick or lot of more than zero} */
    public boolean isMultipleOf(Decimal step) {
        require(step.isPositive(), "step must be more than zero", step);
        int shift = step.scale - scale;
        return isLongWith(step, shift)
                ? scaled(unscaled, shift) % scaled(step.unscaled, -shift) == 0
                : toBigDecimal().remainder(step.toBigDecimal()).signum() == 0;
    }

    /** {@return this with the other sign} */
    public Decimal negate() {
        return wide == null && unscaled != Long.MIN_VALUE
                ? new Decimal(-unscaled, scale, null)
                : narrow(toBigDecimal().negate(), "negate");
    }

    /** {@return this without its sign} */
    public Decimal abs() {
        return isNegative() ? negate() : this;
    }

    /** {@return -1, 0 or 1 for less than, equal to or more than zero} */
    public int signum() {
        return wide == null ? Long.signum(unscaled) : wide.signum();
    }

    /** {@return whether this is 0} */
    public boolean isZero() {
        return signum() == 0;
    }

    /** {@return whether this is more than 0} */
    public boolean isPositive() {
        return signum() > 0;
    }

    /** {@return whether this is less than 0} */
    public boolean isNegative() {
        return signum() < 0;
    }

    /** {@return the lesser of this and {@code other}} */
    public Decimal min(Decimal other) {
        return isGreaterThan(other) ? other : this;
    }

    /** {@return the greater of this and {@code other}} */
    public Decimal max(Decimal other) {
        return isLessThan(other) ? other : this;
    }

    /** {@return whether this is less than {@code other}} */
    public boolean isLessThan(Decimal other) {
        return compareTo(other) < 0;
    }

    /** {@return whether this is more than {@code other}} */
    public boolean isGreaterThan(Decimal other) {
        return compareTo(other) > 0;
    }

    /** {@return the number of decimals in lowest terms, 0 to 64} */
    public int scale() {
        return scale;
    }

    /** {@return the number of digits of the unscaled value in lowest terms, 1 to 77; 1 for zero} */
    public int precision() {
        return toBigDecimal().precision();
    }

    /** {@return the double nearest to this, ties to even} */
    public double toDouble() {
        if (wide == null && scale < POWERS.length && Math.abs(unscaled) < 1L << 53) {
            return scale == 0 ? (double) unscaled : unscaled / (double) POWERS[scale];
        }
        double nearest = wide == null ? WideMath.nearest(unscaled, scale) : WideMath.nearest(wide, scale);
        return Double.isNaN(nearest) ? toBigDecimal().doubleValue() : nearest;
    }

    /** {@return this as a {@code BigDecimal} of the same scale} */
    public BigDecimal toBigDecimal() {
        return wide == null ? BigDecimal.valueOf(unscaled, scale) : new BigDecimal(wide, scale);
    }

    @Override
    public int compareTo(Decimal other) {
        int shift = other.scale - scale;
        return isLongWith(other, shift)
                ? Long.compare(scaled(unscaled, shift), scaled(other.unscaled, -shift))
                : toBigDecimal().compareTo(other.toBigDecimal());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Decimal that
                        && unscaled == that.unscaled
                        && scale == that.scale
                        && Objects.equals(wide, that.wide));
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(unscaled) + scale;
    }

    /** {@return plain digits without an exponent, as in {@code -0.00000001}; {@link #parse} reads it back} */
    @Override
    public String toString() {
        return wide == null && unscaled != Long.MIN_VALUE
                ? PlainDigits.of(unscaled, scale)
                : toBigDecimal().toPlainString();
    }

    private boolean isLongWith(Decimal other, int shift) {
        return wide == null && other.wide == null && fits(unscaled, shift) && fits(other.unscaled, -shift);
    }

    private BigInteger unscaledValue() {
        return wide == null ? BigInteger.valueOf(unscaled) : wide;
    }

    private Decimal wideSum(BigInteger addend, int addendScale, String operation) {
        int shift = addendScale - scale;
        BigInteger left = shift > 0 ? unscaledValue().multiply(WideMath.power(shift)) : unscaledValue();
        BigInteger right = shift < 0 ? addend.multiply(WideMath.power(-shift)) : addend;
        BigInteger sum = left.add(right);
        int decimals = Math.max(scale, addendScale);
        boolean isLowest = decimals == 0 || !WideMath.isWholeTens(sum);
        return isLowest && sum.bitLength() < MAX_BITS
                ? new Decimal(sum.longValue(), decimals, sum.bitLength() < 64 ? null : sum)
                : narrow(new BigDecimal(sum, decimals), operation);
    }

    private static boolean fits(long value, int power) {
        if (power <= 0) {
            return value != Long.MIN_VALUE;
        }
        return power < LIMITS.length && value <= LIMITS[power] && value >= -LIMITS[power];
    }

    private static long scaled(long value, int power) {
        return power <= 0 ? value : value * POWERS[power];
    }

    private static Decimal product(long left, long right, int scale) {
        long low = left * right;
        return Math.multiplyHigh(left, right) == low >> 63
                ? canonical(low, scale)
                : narrow(BigDecimal.valueOf(left).multiply(BigDecimal.valueOf(right, scale)), "times");
    }

    private static Decimal canonical(long unscaled, int scale) {
        return (scale > 0 && Rounding.isWholeTens(unscaled)) || scale > MAX_SCALE
                ? stripped(unscaled, scale)
                : new Decimal(unscaled, scale, null);
    }

    private static Decimal stripped(long unscaled, int scale) {
        long rest = unscaled;
        int decimals = scale;
        while (decimals >= 4 && rest % 10_000 == 0) {
            rest /= 10_000;
            decimals -= 4;
        }
        while (decimals > 0 && Rounding.isWholeTens(rest)) {
            rest /= 10;
            decimals--;
        }
        return decimals <= MAX_SCALE
                ? new Decimal(rest, decimals, null)
                : narrow(BigDecimal.valueOf(rest, decimals), "times");
    }

    private static Decimal narrow(BigDecimal exact, String operation) {
        BigDecimal lowest = exact.stripTrailingZeros();
        int scale = Math.max(lowest.scale(), 0);
        if (scale <= MAX_SCALE && (long) lowest.precision() - lowest.scale() <= 77) {
            BigInteger unscaled = lowest.setScale(scale).unscaledValue();
            if (unscaled.abs().bitLength() <= MAX_BITS) {
                return new Decimal(unscaled.longValue(), scale, unscaled.bitLength() < 64 ? null : unscaled);
            }
        }
        throw new ArithmeticException(operation + " must give |unscaled| < 2^255 and scale <= 64, but gave "
                + lowest.round(new MathContext(6)) + " with " + lowest.precision() + " digits");
    }

    private static Decimal multiple(BigDecimal value, Decimal step, RoundingMode mode) {
        BigDecimal unit = step.toBigDecimal();
        return narrow(Rounding.quotient(value, unit, 0, mode).multiply(unit), "roundToMultiple");
    }

    private static @Nullable Decimal fifteenDigits(double value) {
        double hundredths = Math.rint(value * 100);
        if (hundredths / 100 == value && Math.abs(hundredths) < 1L << 50) {
            return canonical((long) hundredths, 2);
        }
        int exponent = Math.getExponent(value);
        // 1233 / 4096 is log10(2). Below 2^51 the integer nearest to value * power is the only candidate.
        int decimals = Math.min(Math.max(((50 - exponent) * 1233) >> 12, 0), 18);
        double power = POWERS[decimals];
        double digits = Math.rint(value * power);
        return exponent <= 52 && digits / power == value ? canonical((long) digits, decimals) : null;
    }

    private static void require(boolean isMet, String rule, Object value) {
        if (!isMet) {
            throw new IllegalArgumentException(rule + ", but was " + value);
        }
    }
}
