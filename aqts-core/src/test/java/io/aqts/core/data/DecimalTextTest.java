package io.aqts.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.Randomness;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTextTest {

    private static final int BATCH = 2_000;

    @Property(tries = 400)
    void readsDecimalsAsTheJdkDoes(@ForAll long seed) {
        Randomness chance = Randomness.of(seed);
        for (int i = 0; i < BATCH; i++) {
            String text = decimal(chance);
            assertSame(text, parse(text));
        }
    }

    @Property(tries = 200)
    void readsWhatLiesBetweenTwoDoublesAsTheJdkDoes(@ForAll long seed) {
        Randomness chance = Randomness.of(seed);
        for (int i = 0; i < BATCH; i++) {
            String text = midpoint(chance);
            assertSame(text, parse(text));
        }
    }

    @Property(tries = 200)
    void readsShortestFormsBackToTheSameDouble(@ForAll long seed) {
        Randomness chance = Randomness.of(seed);
        for (int i = 0; i < BATCH; i++) {
            double value = Math.abs(chance.nextGaussian()) * StrictMath.pow(10, chance.nextInt(20) - 8);
            assertThat(parse(Double.toString(value))).isEqualTo(value);
            assertThat(parse(new BigDecimal(Double.toString(value)).toPlainString()))
                    .isEqualTo(value);
        }
    }

    @Property(tries = 100)
    void readsFieldsOfRowsAsTheJdkDoes(@ForAll long seed) {
        Randomness chance = Randomness.of(seed);
        List<String> texts = new ArrayList<>();
        StringBuilder file = new StringBuilder(Sample.HEADER);
        for (int i = 0; i < BATCH; i++) {
            String text = i % 2 == 0 ? decimal(chance) : midpoint(chance);
            texts.add(text);
            file.append(60 * i).append(",1,1,1,1,").append(text).append('\n');
        }

        FlawCounter flaws = new FlawCounter("memory", RepairPolicy.REFUSE_ALL);
        byte[] bytes = file.toString().getBytes(StandardCharsets.US_ASCII);
        try (CsvRows rows = new CsvRows(new ByteArrayInputStream(bytes), flaws, 256, null)) {
            for (String text : texts) {
                assertThat(rows.next()).isTrue();
                assertSame(text, rows.values[CsvHeader.VOLUME]);
            }
            assertThat(rows.next()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0.0",
                "-0",
                "-0.0",
                "1e-05",
                "1E5",
                "1e+22",
                "9007199254740993",
                "9007199254740992.5",
                "1e309",
                "4.9e-324",
                "2.4703282292062328e-324",
                "123456789012345678",
                "999999999999999999",
                "0.1",
                ".5",
                "5.",
                "+1.5",
                "-1.5",
                "00000000000000000000000001.5",
                "0.00000000000000000000000000000123",
                "0.3000000000000000000000000000000000001",
                "42625316.299999997",
                "1.7976931348623157e308",
                "100000000000000000000000000000000000000000",
                "0.000000000000000000000000000000",
                "1e100000000",
                "1e-99999"
            })
    void readsOddFormsAsTheJdkDoes(String text) {
        assertSame(text, parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", ".", "-", "+", "e5", "1e", "1.2.3", "1,5", "0x10", "1f", "1d", "abc", "1_000", "--1", "\""
            })
    void answersNanForWhatIsNoDecimal(String text) {
        assertThat(parse(text)).isNaN();
    }

    @Test
    void toleratesQuotesAndSpacesAround() {
        assertThat(parse(" 1.5 ")).isEqualTo(1.5);
        assertThat(parse("\"1.5\"")).isEqualTo(1.5);
    }

    @Test
    void tellsInfinityFromNonsense() {
        assertThat(parse("inf")).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(parse("-Infinity")).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(parse("NaN")).isNaN();
    }

    @Property(tries = 200)
    void answersOnlyWhatItIsSureOfByDivision(@ForAll long seed) {
        Randomness chance = Randomness.of(seed);
        int sure = 0;
        for (int i = 0; i < BATCH; i++) {
            long digits = (chance.nextLong() >>> 1) % 1_000_000_000_000_000_000L;
            int decimals = chance.nextInt(23);
            double quotient = DecimalText.quotient(digits, decimals);
            if (!Double.isNaN(quotient)) {
                sure++;
                assertThat(quotient).isEqualTo(new BigDecimal(BigInteger.valueOf(digits), decimals).doubleValue());
            }
        }
        assertThat(sure).isGreaterThan(BATCH * 99 / 100);
    }

    private static double parse(String text) {
        byte[] bytes = ("?" + text + "?").getBytes(StandardCharsets.US_ASCII);
        return DecimalText.parse(bytes, 1, bytes.length - 1);
    }

    private static void assertSame(String text, double actual) {
        if (Double.doubleToRawLongBits(actual) != Double.doubleToRawLongBits(Double.parseDouble(text))) {
            throw new AssertionError(text + " was read as " + actual + " and not as " + Double.parseDouble(text));
        }
    }

    /** Leans on lengths around the bounds of exact arithmetic, on zeros at either end and on runs of nines. */
    private static String decimal(Randomness chance) {
        int length = chance.nextInt(3) == 0 ? 1 + chance.nextInt(24) : Sample.pick(chance, 1, 15, 16, 17, 18, 19, 20);
        StringBuilder digits = new StringBuilder();
        int style = chance.nextInt(5);
        for (int i = 0; i < length; i++) {
            boolean edge = style == 0 && i < length / 2 || style == 1 && i > length / 2;
            digits.append(edge ? '0' : style == 2 ? '9' : (char) ('0' + chance.nextInt(10)));
        }
        if (chance.nextInt(4) > 0) {
            int decimals = chance.nextInt(3) == 0 ? chance.nextInt(26) : chance.nextInt(length + 1);
            while (digits.length() < decimals) {
                digits.insert(0, '0');
            }
            digits.insert(digits.length() - decimals, '.');
        }
        if (digits.toString().equals(".")) {
            digits.append('0');
        }
        if (chance.nextInt(8) == 0) {
            digits.append(chance.nextInt(2) == 0 ? 'e' : 'E').append(chance.nextInt(61) - 30);
        }
        return digits.toString();
    }

    /** The decimal halfway between two neighbouring doubles, cut to a random length, or the one just beside it. */
    private static String midpoint(Randomness chance) {
        int exponent = chance.nextInt(80) - 20;
        double low = StrictMath.scalb(1 + chance.nextDouble(), exponent);
        BigDecimal half =
                new BigDecimal(low).add(new BigDecimal(Math.nextUp(low))).divide(BigDecimal.valueOf(2));
        int precision = Sample.pick(chance, 16, 17, 18, 19, 60);
        BigDecimal cut = half.round(new MathContext(precision));
        BigDecimal moved = cut.add(BigDecimal.valueOf(chance.nextInt(3) - 1, Math.max(0, cut.scale())));
        return moved.max(BigDecimal.ONE.movePointLeft(5)).toPlainString();
    }
}
