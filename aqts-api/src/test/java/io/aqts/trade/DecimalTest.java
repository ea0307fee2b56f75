package io.aqts.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {

    private static final Decimal LARGEST =
            Decimal.from(new BigDecimal(BigInteger.TWO.pow(255).subtract(BigInteger.ONE)));
    private static final Decimal SMALLEST = Decimal.of(1, 64);

    @Test
    void ignoresTrailingZeros() {
        assertThat(Decimal.of("1.00")).isEqualTo(Decimal.of("1.0")).isEqualTo(Decimal.ONE);
        assertThat(Decimal.of(100, 2)).isEqualTo(Decimal.ONE).hasSameHashCodeAs(Decimal.ONE);
        assertThat(Decimal.of("0.000")).isEqualTo(Decimal.ZERO).hasSameHashCodeAs(Decimal.ZERO);
        assertThat(Decimal.of(0, 64)).isEqualTo(Decimal.ZERO).hasToString("0");
        assertThat(Decimal.ONE).isNotEqualTo(Decimal.of("1.1")).isNotEqualTo("1");
    }

    @Test
    void j6_keepsMoneyExact() {
        Decimal notional = Decimal.of("0.5").times(Decimal.of("42783.58"));

        assertThat(notional).hasToString("21391.79");
        assertThat(Decimal.of("0.1").plus(Decimal.of("0.2"))).isEqualTo(Decimal.of("0.3"));
        assertThat(Decimal.of("0.3").minus(Decimal.of("0.1"))).isEqualTo(Decimal.of("0.2"));
    }

    @Test
    void holdsTokensOfEighteenDecimalsAndSupplyOfShib() {
        Decimal tokens = Decimal.of("123456789.123456789123456789");
        Decimal price = Decimal.of("98765.987654321987654321");
        Decimal shib = Decimal.of("589500000000000.12345678");

        assertThat(tokens.times(price)).hasToString("12193331710409.566278309678901385347203169112635269");
        assertThat(shib.times(Decimal.of("0.00001234"))).hasToString("7274430000.0000015234566652");
        assertThat(tokens.times(price).dividedBy(price, 18, RoundingMode.UNNECESSARY))
                .isEqualTo(tokens);
    }

    @Test
    void passesBetweenTheLongAndTheWideForm() {
        Decimal beyond = Decimal.of(Long.MAX_VALUE).plus(Decimal.ONE);

        assertThat(beyond).hasToString("9223372036854775808");
        assertThat(beyond.negate()).isEqualTo(Decimal.of(Long.MIN_VALUE));
        assertThat(Decimal.of(Long.MIN_VALUE).negate()).isEqualTo(beyond);
        assertThat(Decimal.of(Long.MIN_VALUE).abs()).isEqualTo(beyond);
        assertThat(Decimal.of(Long.MIN_VALUE).dividedBy(Decimal.of(-1), 0, RoundingMode.DOWN))
                .isEqualTo(beyond);
        assertThat(beyond.minus(Decimal.ONE)).isEqualTo(Decimal.of(Long.MAX_VALUE));
    }

    @Test
    void j6_refusesWhatIsTooWideAndNamesOperationAndLimit() {
        assertRefused("plus", () -> LARGEST.plus(Decimal.ONE));
        assertRefused("minus", () -> LARGEST.negate().minus(Decimal.ONE));
        assertRefused("plus", () -> LARGEST.plus(SMALLEST));
        assertRefused("times", () -> LARGEST.times(Decimal.of(2)));
        assertRefused("times", () -> SMALLEST.times(Decimal.of("0.1")));
        assertRefused("dividedBy", () -> LARGEST.dividedBy(Decimal.of("0.5"), 0, RoundingMode.DOWN));
        assertRefused("roundToMultiple", () -> LARGEST.roundToMultiple(Decimal.of(10), RoundingMode.UP));
        assertRefused("parse", () -> Decimal.of("1e308"));
        assertRefused("parse", () -> Decimal.of("1e999999999"));
        assertRefused("parse", () -> Decimal.of("1e-999999999"));
        assertRefused("from", () -> Decimal.from(LARGEST.toBigDecimal().add(BigDecimal.ONE)));
        assertRefused("fromDouble", () -> Decimal.fromDouble(1e308));
        assertRefused("fromDouble", () -> Decimal.fromDouble(Double.MIN_VALUE));
    }

    @Test
    void reachesItsLimits() {
        assertThat(LARGEST.precision()).isEqualTo(77);
        assertThat(LARGEST.negate().abs()).isEqualTo(LARGEST);
        assertThat(SMALLEST.scale()).isEqualTo(64);
        assertThat(SMALLEST.times(Decimal.of(10)).scale()).isEqualTo(63);
    }

    @ParameterizedTest
    @CsvSource({
        "1e-8, 0.00000001",
        "1E+3, 1000",
        "-12.50, -12.5",
        "+7, 7",
        ".5, 0.5",
        "5., 5",
        "-0, 0",
        "0e999, 0",
        "00.10e1, 1"
    })
    void readsPlainAndScientificText(String text, String plain) {
        assertThat(Decimal.parse(text)).isEqualTo(Decimal.of(text)).hasToString(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "-",
                "+-1",
                "1.2.3",
                "abc",
                "1_000",
                "1,000",
                "\uff11\uff12",
                "\u0661",
                " 1",
                "1 ",
                "1\n",
                "1e",
                "e5",
                "1e1.5",
                "0x10",
                "NaN",
                "Infinity",
                "1e9999999999"
            })
    void refusesWhatIsNotANumberAndNamesIt(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Decimal.parse(text))
                .withMessageContaining("must be a number")
                .withMessageEndingWith("but was \"" + text + "\"");
    }

    @Test
    void refusesTextThatIsTooLong() {
        assertThat(Decimal.parse("0".repeat(255) + "1")).isEqualTo(Decimal.ONE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Decimal.parse("0".repeat(256) + "1"))
                .withMessageContaining("at most 256");
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "42783.58, 42783.58",
        "-0.0, 0",
        "0.002, 0.002",
        "1e-8, 0.00000001",
        "2e23, 200000000000000000000000",
        "1e23, 100000000000000000000000",
        "5.684341886080802E-14, 0.00000000000005684341886080802",
        "9007199254740993, 9007199254740992",
        "1.1920928955078125E-7, 0.00000011920928955078125",
        "0.30000000000000004, 0.30000000000000004",
        "65000.123456789012, 65000.12345678901",
        "2.2250738585072013E-30, 0.0000000000000000000000000000022250738585072013"
    })
    void readsADoubleTheSameOnEveryJdk(double value, String expected) {
        assertThat(Decimal.fromDouble(value)).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesADoubleThatIsNotFinite(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Decimal.fromDouble(value))
                .withMessage("value must be finite, but was " + value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Decimal.roundedToMultiple(value, Decimal.ONE, RoundingMode.DOWN))
                .withMessage("value must be finite, but was " + value);
    }

    @ParameterizedTest
    @CsvSource({
        "0.3, 0.1, DOWN, 0.3",
        "0.3, 0.1, UP, 0.3",
        "0.3, 0.1, UNNECESSARY, 0.3",
        "1.005, 0.01, HALF_UP, 1.01",
        "1.005, 0.01, HALF_EVEN, 1",
        "0.30000000000000004, 0.1, UP, 0.4",
        "-0.29999999999999999, 0.1, DOWN, -0.3",
        "-1.5, 1, HALF_UP, -2",
        "-1.2, 1, DOWN, -1",
        "-1.2, 1, FLOOR, -2",
        "-1.2, 1, CEILING, -1",
        "1e-300, 0.01, DOWN, 0",
        "4.9e-324, 1000, UP, 1000",
        "-4.9e-324, 1000, FLOOR, -1000",
        "1e30, 0.5, DOWN, 1000000000000000000000000000000",
    })
    void roundsADoubleToATick(double value, String step, RoundingMode mode, String expected) {
        assertThat(Decimal.roundedToMultiple(value, Decimal.of(step), mode)).hasToString(expected);
    }

    @Test
    void refusesAStepThatIsNotPositive() {
        for (Decimal step : new Decimal[] {Decimal.ZERO, Decimal.of("-0.1")}) {
            String message = "step must be more than zero, but was " + step;
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Decimal.ONE.roundToMultiple(step, RoundingMode.DOWN))
                    .withMessage(message);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Decimal.ONE.isMultipleOf(step))
                    .withMessage(message);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Decimal.roundedToMultiple(1, step, RoundingMode.DOWN))
                    .withMessage(message);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void refusesAScaleOutOfRange(int scale) {
        String message = "scale must be between 0 and 64, but was " + scale;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Decimal.of(1, scale))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Decimal.ONE.round(scale, RoundingMode.DOWN))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Decimal.ONE.dividedBy(Decimal.ONE, scale, RoundingMode.DOWN))
                .withMessage(message);
    }

    @Test
    void refusesToDivideByZero() {
        assertThatThrownBy(() -> Decimal.of("12.5").dividedBy(Decimal.ZERO, 2, RoundingMode.DOWN))
                .isExactlyInstanceOf(ArithmeticException.class)
                .hasMessage("dividedBy: divisor of 12.5 must not be zero, but was 0");
    }

    @Test
    void refusesARemainderWhenRoundingIsSaidToBeUnnecessary() {
        assertThat(Decimal.of("1.25").round(2, RoundingMode.UNNECESSARY)).hasToString("1.25");
        assertThatThrownBy(() -> Decimal.of("1.25").round(1, RoundingMode.UNNECESSARY))
                .isExactlyInstanceOf(ArithmeticException.class)
                .hasMessage("rounding UNNECESSARY must leave no remainder at scale 1, but was 1.25 / 1");
        assertThatThrownBy(() -> Decimal.roundedToMultiple(0.35, Decimal.of("0.1"), RoundingMode.UNNECESSARY))
                .isExactlyInstanceOf(ArithmeticException.class)
                .hasMessageContaining("0.35 / 0.1");
    }

    @Test
    void refusesNull() {
        assertThatThrownBy(() -> Decimal.parse(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("text");
        assertThatThrownBy(() -> Decimal.from(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("value");
    }

    private static void assertRefused(String operation, Runnable action) {
        assertThatThrownBy(action::run)
                .isExactlyInstanceOf(ArithmeticException.class)
                .hasMessageStartingWith(operation + " must give |unscaled| < 2^255 and scale <= 64, but gave ");
    }
}
