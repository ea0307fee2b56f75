package io.aqts.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.concurrent.Callable;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** The promises of {@link Decimal}, judged by {@link BigDecimal}. Shrinking is off: it can take minutes. */
@PropertyDefaults(shrinking = ShrinkingMode.OFF)
class DecimalProperties {

    private static final BigInteger LIMIT = BigInteger.TWO.pow(255);

    @Property(tries = 3000)
    void addsSubtractsAndMultipliesAsBigDecimalDoesOrRefuses(
            @ForAll("decimals") Decimal a, @ForAll("decimals") Decimal b) {
        assertSame(a.toBigDecimal().add(b.toBigDecimal()), () -> a.plus(b));
        assertSame(a.toBigDecimal().subtract(b.toBigDecimal()), () -> a.minus(b));
        assertSame(a.toBigDecimal().multiply(b.toBigDecimal()), () -> a.times(b));
    }

    @Property(tries = 3000)
    void equalsWhatIsWorthTheSame(@ForAll("decimals") Decimal a, @ForAll("decimals") Decimal b) {
        assertThat(a.equals(b)).isEqualTo(a.compareTo(b) == 0);
        assertThat(Decimal.parse(a.toString())).isEqualTo(a).hasSameHashCodeAs(a);
    }

    @Property(tries = 3000)
    void dividesAndRoundsAsBigDecimalDoesOrRefuses(
            @ForAll("decimals") Decimal a,
            @ForAll("decimals") Decimal b,
            @ForAll @IntRange(max = 64) int scale,
            @ForAll RoundingMode mode) {
        Assume.that(!b.isZero());

        assertSame(quotient(a.toBigDecimal(), b.toBigDecimal(), scale, mode), () -> a.dividedBy(b, scale, mode));
        assertSame(quotient(a.toBigDecimal(), BigDecimal.ONE, scale, mode), () -> a.round(scale, mode));
    }

    @Property(tries = 3000)
    void dividesSmallNumbersAsBigDecimalDoes(
            @ForAll @IntRange(min = -50, max = 50) int a,
            @ForAll @IntRange(min = -8, max = 8) int b,
            @ForAll @IntRange(max = 3) int scale,
            @ForAll RoundingMode mode) {
        Assume.that(b != 0);
        BigDecimal dividend = BigDecimal.valueOf(a);
        BigDecimal divisor = BigDecimal.valueOf(b, 1);

        assertSame(
                quotient(dividend, divisor, scale, mode),
                () -> Decimal.from(dividend).dividedBy(Decimal.from(divisor), scale, mode));
    }

    @Property(tries = 3000)
    void roundsToMultiplesAsBigDecimalDoesOrRefuses(
            @ForAll("decimals") Decimal a, @ForAll("steps") Decimal step, @ForAll RoundingMode mode) {
        assertSame(multiple(a.toBigDecimal(), step, mode), () -> a.roundToMultiple(step, mode));
        assertThat(a.isMultipleOf(step))
                .isEqualTo(a.toBigDecimal().remainder(step.toBigDecimal()).signum() == 0);
    }

    @Property(tries = 3000)
    void roundsHalfwayPointsToMultiplesAsBigDecimalDoes(
            @ForAll @IntRange(min = -40, max = 40) int halves,
            @ForAll("steps") Decimal step,
            @ForAll RoundingMode mode) {
        BigDecimal value = step.toBigDecimal().multiply(BigDecimal.valueOf(halves * 5L, 1));
        Assume.that(isHeld(value));

        assertSame(multiple(value, step, mode), () -> Decimal.from(value).roundToMultiple(step, mode));
    }

    @Property
    void comparesAndSignsAsBigDecimalDoes(@ForAll("decimals") Decimal a, @ForAll("decimals") Decimal b) {
        int order = a.toBigDecimal().compareTo(b.toBigDecimal());

        assertThat(Integer.signum(a.compareTo(b))).isEqualTo(order);
        assertThat(a.isLessThan(b)).isEqualTo(order < 0);
        assertThat(a.isGreaterThan(b)).isEqualTo(order > 0);
        assertThat(a.min(b).toBigDecimal())
                .isEqualByComparingTo(a.toBigDecimal().min(b.toBigDecimal()));
        assertThat(a.max(b).toBigDecimal())
                .isEqualByComparingTo(a.toBigDecimal().max(b.toBigDecimal()));
        assertThat(a.signum()).isEqualTo(a.toBigDecimal().signum());
        assertThat(a.isZero()).isEqualTo(a.signum() == 0);
        assertThat(a.isPositive()).isEqualTo(a.signum() > 0);
        assertThat(a.isNegative()).isEqualTo(a.signum() < 0);
    }

    @Property
    void isEqualExactlyWhenItComparesAsEqual(@ForAll("decimals") Decimal a, @ForAll("decimals") Decimal b) {
        Decimal again = Decimal.from(a.toBigDecimal().setScale(64));

        assertThat(a.equals(b)).isEqualTo(a.compareTo(b) == 0).isEqualTo(b.equals(a));
        assertThat(again).isEqualTo(a).hasSameHashCodeAs(a).isEqualByComparingTo(a);
    }

    @Property
    void negatesAndTakesTheAbsoluteValue(@ForAll("decimals") Decimal a) {
        assertSame(a.toBigDecimal().negate(), a::negate);
        assertSame(a.toBigDecimal().abs(), a::abs);
        assertThat(a.negate().negate()).isEqualTo(a);
    }

    @Property
    void isAlwaysInLowestTerms(@ForAll("decimals") Decimal a) {
        BigDecimal value = a.toBigDecimal();

        assertThat(a.scale()).isBetween(0, 64).isEqualTo(value.scale());
        assertThat(value.scale())
                .isEqualTo(Math.max(0, value.stripTrailingZeros().scale()));
        assertThat(a.precision()).isBetween(1, 77).isEqualTo(value.precision());
    }

    @Property
    void obeysTheLawsOfArithmetic(
            @ForAll("modest") Decimal a, @ForAll("modest") Decimal b, @ForAll("modest") Decimal c) {
        assertThat(a.plus(b)).isEqualTo(b.plus(a));
        assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
        assertThat(a.minus(b).plus(b)).isEqualTo(a);
        assertThat(a.minus(a)).isEqualTo(Decimal.ZERO);
        assertThat(a.times(b)).isEqualTo(b.times(a));
        assertThat(a.times(b).times(c)).isEqualTo(a.times(b.times(c)));
        assertThat(a.times(b.plus(c))).isEqualTo(a.times(b).plus(a.times(c)));
        assertThat(a.times(Decimal.ONE)).isEqualTo(a);
    }

    @Property
    void givesTheSameThroughTheWideForm(@ForAll("modest") Decimal a, @ForAll("modest") Decimal b) {
        Decimal wide = Decimal.from(new BigDecimal(BigInteger.TWO.pow(150)));

        assertThat(a.plus(wide).plus(b).minus(wide)).isEqualTo(a.plus(b));
        assertThat(a.minus(wide).minus(b).plus(wide)).isEqualTo(a.minus(b));
        assertThat(a.plus(wide).compareTo(b.plus(wide))).isEqualTo(a.compareTo(b));
    }

    @Property
    void aRoundedMultipleIsAMultipleWithinOneStepOnTheRightSide(
            @ForAll("modest") Decimal a, @ForAll("lots") Decimal step, @ForAll("directed") RoundingMode mode) {
        Decimal rounded = a.roundToMultiple(step, mode);
        int side = rounded.compareTo(a);

        assertThat(rounded.isMultipleOf(step)).isTrue();
        assertThat(rounded.minus(a).abs()).isLessThan(step);
        assertThat(rounded.roundToMultiple(step, RoundingMode.UNNECESSARY)).isEqualTo(rounded);
        switch (mode) {
            case FLOOR -> assertThat(side).isNotPositive();
            case CEILING -> assertThat(side).isNotNegative();
            case DOWN -> assertThat(rounded.abs()).isLessThanOrEqualTo(a.abs());
            default -> assertThat(rounded.abs()).isGreaterThanOrEqualTo(a.abs());
        }
    }

    @Property(tries = 5000)
    void readsADoubleAsItsShortestDecimalAndGivesItBack(@ForAll("doubles") double value) {
        BigDecimal shortest = shortest(value);

        assertSame(shortest, () -> Decimal.fromDouble(value));
        if (isHeld(shortest)) {
            assertThat(Decimal.fromDouble(value).toDouble()).isEqualTo(value == 0 ? 0.0 : value);
        }
        if (Runtime.version().feature() >= 19 && Math.abs(value) >= Double.MIN_NORMAL) {
            assertThat(shortest).isEqualByComparingTo(new BigDecimal(Double.toString(value)));
        }
    }

    @Property(tries = 5000)
    void readsADoubleOfFewDigitsAsItIsWritten(
            @ForAll("fifteenDigits") long unscaled, @ForAll @IntRange(max = 40) int scale) {
        Decimal decimal = Decimal.of(unscaled, scale);

        assertThat(Decimal.fromDouble(Double.parseDouble(decimal.toString()))).isEqualTo(decimal);
    }

    @Property
    void readsPowersOfTwoAsTheirShortestDecimal(@ForAll @IntRange(min = -200, max = 250) int exponent) {
        double value = Math.scalb(1.0, exponent);

        assertSame(shortest(value), () -> Decimal.fromDouble(value));
        assertSame(shortest(Math.nextDown(value)), () -> Decimal.fromDouble(Math.nextDown(value)));
    }

    @Property(tries = 5000)
    void roundsADoubleToAMultipleAsItsShortestDecimal(
            @ForAll("doubles") double value, @ForAll("lots") Decimal step, @ForAll RoundingMode mode) {
        assertSame(multiple(shortest(value), step, mode), () -> Decimal.roundedToMultiple(value, step, mode));
    }

    @Property(tries = 5000)
    void roundsADoubleNextToAnEdgeAsItsShortestDecimal(
            @ForAll @IntRange(min = -2000, max = 2000) int halves,
            @ForAll @IntRange(min = -3, max = 3) int ulps,
            @ForAll("lots") Decimal step,
            @ForAll RoundingMode mode) {
        double edge = halves * step.toDouble() / 2;
        double value = edge + ulps * Math.ulp(edge);

        assertSame(multiple(shortest(value), step, mode), () -> Decimal.roundedToMultiple(value, step, mode));
    }

    @Property
    void convertsToTheNearestDouble(@ForAll("decimals") Decimal a) {
        assertThat(a.toDouble()).isEqualTo(Double.parseDouble(a.toString()));
    }

    @Property
    void isReadBackFromItsText(@ForAll("decimals") Decimal a) {
        assertThat(a.toString()).isEqualTo(a.toBigDecimal().toPlainString()).doesNotContain("E");
        assertThat(Decimal.parse(a.toString())).isEqualTo(a);
        assertThat(Decimal.parse(a.toBigDecimal().round(new MathContext(5)).toString()))
                .isEqualTo(Decimal.from(a.toBigDecimal().round(new MathContext(5))));
    }

    @Property
    void holdsOrRefusesEveryNumber(
            @ForAll("bigDecimals") BigDecimal value,
            @ForAll("longs") long unscaled,
            @ForAll @IntRange(max = 64) int scale) {
        assertSame(value, () -> Decimal.from(value));
        assertSame(BigDecimal.valueOf(unscaled, scale), () -> Decimal.of(unscaled, scale));
        assertSame(BigDecimal.valueOf(unscaled), () -> Decimal.of(unscaled));
    }

    @Provide
    Arbitrary<Long> longs() {
        return Arbitraries.oneOf(
                Arbitraries.longs(),
                Arbitraries.longs().between(-1000, 1000),
                Arbitraries.of(Long.MIN_VALUE, Long.MIN_VALUE + 1, Long.MAX_VALUE, 0L, 1L << 53, (1L << 53) + 1),
                powersOfTen(18).map(BigInteger::longValueExact));
    }

    @Provide
    Arbitrary<Long> fifteenDigits() {
        return Arbitraries.longs().between(-999_999_999_999_999L, 999_999_999_999_999L);
    }

    @Provide
    Arbitrary<BigDecimal> bigDecimals() {
        Arbitrary<BigInteger> unscaled = Arbitraries.oneOf(
                longs().map(BigInteger::valueOf),
                powersOfTen(80),
                Combinators.combine(
                                Arbitraries.of(52, 53, 63, 64, 127, 128, 254, 255, 256),
                                Arbitraries.integers().between(-1, 1),
                                Arbitraries.of(-1, 1))
                        .as((power, next, sign) -> BigInteger.TWO
                                .pow(power)
                                .add(BigInteger.valueOf(next))
                                .multiply(BigInteger.valueOf(sign))),
                Arbitraries.bigIntegers().between(LIMIT.negate(), LIMIT));
        Arbitrary<Integer> scales = Arbitraries.oneOf(
                Arbitraries.of(0, 1, 2, 8, 18, 19, 36, 63, 64, 65),
                Arbitraries.integers().between(-20, 70));
        return Combinators.combine(unscaled, scales).as(BigDecimal::new);
    }

    @Provide
    Arbitrary<Decimal> decimals() {
        return Arbitraries.oneOf(bigDecimals().filter(DecimalProperties::isHeld).map(Decimal::from), modest());
    }

    @Provide
    Arbitrary<Decimal> modest() {
        return Combinators.combine(longs(), Arbitraries.of(0, 1, 2, 4, 8, 10, 18))
                .as(Decimal::of);
    }

    @Provide
    Arbitrary<Decimal> steps() {
        return Arbitraries.oneOf(lots(), decimals().map(Decimal::abs).filter(Decimal::isPositive));
    }

    @Provide
    Arbitrary<Decimal> lots() {
        return Arbitraries.of(
                        "0.01", "0.1", "0.5", "1", "0.00000001", "0.25", "3", "0.007", "1e-18", "1000", "12345.678")
                .map(Decimal::of);
    }

    @Provide
    Arbitrary<RoundingMode> directed() {
        return Arbitraries.of(RoundingMode.UP, RoundingMode.DOWN, RoundingMode.FLOOR, RoundingMode.CEILING);
    }

    @Provide
    Arbitrary<Double> doubles() {
        return Arbitraries.oneOf(
                Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite),
                Arbitraries.doubles().between(-1e6, 1e6).ofScale(8),
                Combinators.combine(
                                Arbitraries.doubles().between(-1, 1).ofScale(17),
                                Arbitraries.integers().between(-60, 90))
                        .as(Math::scalb),
                Combinators.combine(
                                Arbitraries.longs().between(1, 99_999_999),
                                Arbitraries.integers().between(-25, 25))
                        .as((digits, exponent) -> Double.parseDouble(digits + "e" + exponent)),
                Arbitraries.of(
                        0.0,
                        -0.0,
                        Double.MIN_VALUE,
                        Double.MIN_NORMAL,
                        Double.MAX_VALUE,
                        1e308,
                        1e-7,
                        1e15,
                        1e16,
                        1e22,
                        1e23,
                        2e23,
                        0x1p53,
                        0x1p53 + 2,
                        0x1p-44,
                        0x1p63,
                        0x1p255,
                        0.1 + 0.2,
                        1 / 3.0));
    }

    private static Arbitrary<BigInteger> powersOfTen(int most) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, most),
                        Arbitraries.integers().between(-1, 1),
                        Arbitraries.of(-1, 1))
                .as((power, next, sign) ->
                        BigInteger.TEN.pow(power).add(BigInteger.valueOf(next)).multiply(BigInteger.valueOf(sign)));
    }

    private static boolean isHeld(BigDecimal value) {
        BigDecimal lowest = value.stripTrailingZeros();
        return lowest.scale() <= 64
                && lowest.setScale(Math.max(lowest.scale(), 0))
                                .unscaledValue()
                                .abs()
                                .compareTo(LIMIT)
                        < 0;
    }

    private static void assertSame(BigDecimal expected, Callable<Decimal> operation) {
        assertSame(Optional.of(expected), operation);
    }

    private static void assertSame(Optional<BigDecimal> expected, Callable<Decimal> operation) {
        if (expected.filter(DecimalProperties::isHeld).isEmpty()) {
            assertThatThrownBy(operation::call)
                    .isExactlyInstanceOf(ArithmeticException.class)
                    .message()
                    .containsAnyOf("|unscaled| < 2^255 and scale <= 64", "UNNECESSARY must leave no remainder");
            return;
        }
        try {
            Decimal actual = operation.call();
            assertThat(actual.toBigDecimal()).isEqualByComparingTo(expected.get());
            assertThat(actual).isEqualTo(Decimal.from(expected.get()));
            assertThat(actual.scale())
                    .isEqualTo(Math.max(0, expected.get().stripTrailingZeros().scale()));
        } catch (Exception e) {
            throw new AssertionError("expected " + expected.get(), e);
        }
    }

    private static Optional<BigDecimal> quotient(BigDecimal a, BigDecimal b, int scale, RoundingMode mode) {
        try {
            return Optional.of(a.divide(b, scale, mode));
        } catch (ArithmeticException inexact) {
            return Optional.empty();
        }
    }

    private static Optional<BigDecimal> multiple(BigDecimal value, Decimal step, RoundingMode mode) {
        BigDecimal unit = step.toBigDecimal();
        return quotient(value, unit, 0, mode).map(unit::multiply);
    }

    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < 17; digits++) {
            for (RoundingMode mode : new RoundingMode[] {RoundingMode.HALF_EVEN, RoundingMode.UP, RoundingMode.DOWN}) {
                BigDecimal candidate = exact.round(new MathContext(digits, mode));
                if (Double.parseDouble(candidate.toString()) == value) {
                    return candidate;
                }
            }
        }
        return exact.round(new MathContext(17, RoundingMode.HALF_EVEN));
    }

    @Property(tries = 20_000)
    void theDoubleNextToASumBesideTheMiddleOfTwoIsTheRightOne(
            @ForAll @DoubleRange(min = 1, max = 1e12) double thrice,
            @ForAll @IntRange(min = 10, max = 22) int scale,
            @ForAll @IntRange(min = -3, max = 3) int beside) {
        double below = thrice / 3;
        BigDecimal middle = new BigDecimal(below)
                .add(new BigDecimal(Math.nextUp(below)))
                .divide(BigDecimal.valueOf(2))
                .setScale(scale, RoundingMode.HALF_EVEN)
                .add(BigDecimal.valueOf(beside, scale));

        assertThat(Decimal.from(middle).toDouble()).isEqualTo(middle.doubleValue());
        assertThat(Decimal.from(middle.negate()).toDouble()).isEqualTo(-middle.doubleValue());
    }
}
