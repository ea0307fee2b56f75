package io.aqts.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.aqts.config.AqtsConfig;
import io.aqts.config.ConfigurationException;
import io.aqts.config.ConfigurationException.Problem;
import io.aqts.config.Overrides;
import io.aqts.config.SimulatedVenue;
import io.aqts.trade.Decimal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MergeTest {

    private static final String WHOLE = " must be a whole number between -2147483648 and 2147483647, but was ";
    private static final String LONG =
            " must be a whole number between -9223372036854775808 and 9223372036854775807, but was ";
    private static final String DURATION = " must be a duration such as \"90s\", \"15m\" or \"PT1M\", but was ";
    private static final String MOMENT = " must be a moment such as \"2024-01-01T00:00:00Z\", but was ";
    private static final String EXACT = " must be an exact number such as \"0.01\", but was ";

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource
    void refusesWhatDoesNotFit(String path, Object value, String complaint) {
        ConfigurationException refused = refused(Overrides.none().with(path, value));

        assertThat(refused).hasMessage(path + complaint);
        assertThat(refused.path()).isEqualTo(path);
        assertThat(refused.problems()).containsExactly(new Problem(path, path + complaint));
    }

    static Stream<Arguments> refusesWhatDoesNotFit() {
        String known = "known here are [account, shortAllowed, maxLeverage, maxPortfolioRisk, sizing, "
                + "breaker, exits, rules]";
        return Stream.of(
                arguments("risk.maxLevrage", 2, " is not a setting; did you mean maxLeverage? " + known),
                arguments("risk.MAXLEVERAGE", 2, " is not a setting; did you mean maxLeverage? " + known),
                arguments("risk.maxLevearge", 2, " is not a setting; did you mean maxLeverage? " + known),
                arguments("risk.appetite", 2, " is not a setting; " + known),
                arguments(
                        "rsik",
                        Map.of("maxLeverage", 2),
                        " is not a setting; did you mean risk? known here are [seed, simulation, detection, fusion, "
                                + "risk, execution, performance, backtest]"),
                arguments("risk.maxLeverage", "abc", " must be a number, but was the text \"abc\""),
                arguments("risk.maxLeverage", "2", " must be a number, but was the text \"2\""),
                arguments("risk.maxLeverage", true, " must be a number, but was true"),
                arguments("risk.maxLeverage", List.of(2), " must be a number, but was a list"),
                arguments("risk.maxLeverage", Map.of("x", 2), " must be a number, but was a group of settings"),
                arguments("risk.maxLeverage", -1, " must be finite and more than zero, but was -1.0"),
                arguments(
                        "risk.maxLeverage",
                        new BigDecimal("1e400"),
                        " must be finite and more than zero, but was Infinity"),
                arguments("risk.sizing.minimumRecord", 2.5, WHOLE + "2.5"),
                arguments("risk.sizing.minimumRecord", 2.0, WHOLE + "2.0"),
                arguments("risk.sizing.minimumRecord", new BigDecimal("2"), WHOLE + "2"),
                arguments("risk.sizing.minimumRecord", 2_147_483_648L, WHOLE + "2147483648"),
                arguments("risk.sizing.minimumRecord", "2", WHOLE + "the text \"2\""),
                arguments("seed", BigInteger.ONE.shiftLeft(63), LONG + "9223372036854775808"),
                arguments("risk.shortAllowed", 1, " must be true or false, but was 1"),
                arguments("risk.shortAllowed", "no", " must be true or false, but was the text \"no\""),
                arguments("risk.account.currency", false, " must be text, but was false"),
                arguments("risk.account.currency", " ", " must not be blank, but was \" \""),
                arguments("risk.account.initialCash", "lots", EXACT + "the text \"lots\""),
                arguments("risk.account.initialCash", "1e400", EXACT + "the text \"1e400\""),
                arguments("risk.account.initialCash", Double.NaN, EXACT + "NaN"),
                arguments("risk.account.initialCash", true, EXACT + "true"),
                arguments("risk.exits.minHold", 45, DURATION + "45"),
                arguments("risk.exits.minHold", "45", DURATION + "the text \"45\""),
                arguments("risk.exits.minHold", "999999999999999999d", DURATION + "the text \"999999999999999999d\""),
                arguments("risk.exits.minHold", "-5m", DURATION + "the text \"-5m\""),
                arguments("risk.exits.minHold", "PT-5M", " must be zero or more, but was PT-5M"),
                arguments("simulation.start", "2024-01-01", MOMENT + "the text \"2024-01-01\""),
                arguments("simulation.start", 0, MOMENT + "0"),
                arguments(
                        "simulation.scenario",
                        "bull",
                        " must be one of [BULL, BEAR, SIDEWAYS, CRASH, ILLIQUID, REGIME_SWITCHING], but was the text "
                                + "\"bull\""),
                arguments("simulation.venues", "Kraken", " must be a list, but was the text \"Kraken\""),
                arguments("risk", 5, " must be a group of settings, but was 5"),
                arguments(
                        "risk",
                        "x".repeat(61),
                        " must be a group of settings, but was the text \"" + "x".repeat(60) + "...\""));
    }

    @ParameterizedTest
    @CsvSource({
        "250ms, PT0.25S",
        "90s, PT1M30S",
        "15m, PT15M",
        "4h, PT4H",
        "1d, PT24H",
        "5us, PT0.000005S",
        "7ns, PT0.000000007S",
        "PT1M, PT1M",
        "P1DT2H, PT26H"
    })
    void readsDurations(String text, Duration expected) {
        AqtsConfig config = applied(Overrides.none().with("risk.breaker.coolOff", text));

        assertThat(config.risk().breaker().coolOff()).isEqualTo(expected);
    }

    @Test
    void widensNumbersAndKeepsDecimalsExact() {
        Overrides wide = Overrides.none()
                .with("risk.maxLeverage", 2)
                .with("backtest.steps", (byte) 7)
                .with("seed", BigInteger.TEN)
                .with("risk.maxPortfolioRisk", Decimal.parse("0.5"))
                .with("risk.account.initialCash", new BigDecimal("12345678901234567890.10"))
                .with("detection.smaCross.quantity", 0.1);

        AqtsConfig config = applied(wide);

        assertThat(config.risk().maxLeverage()).isEqualTo(2.0);
        assertThat(config.backtest().steps()).isEqualTo(7);
        assertThat(config.seed()).isEqualTo(10);
        assertThat(config.risk().maxPortfolioRisk()).isEqualTo(0.5);
        assertThat(config.risk().initialCash()).hasToString("12345678901234567890.1");
        assertThat(config.detection().smaCross().quantity()).hasToString("0.1");
    }

    @Test
    void takesTypedValuesAndTheirTextAlike() {
        Overrides typed =
                Overrides.none().with("simulation.start", Instant.EPOCH).with("risk.account.initialCash", Decimal.ONE);
        Overrides text = Overrides.none()
                .with("simulation.start", "1970-01-01T00:00:00Z")
                .with("risk.account.initialCash", "1");

        assertThat(applied(typed)).isEqualTo(applied(text));
    }

    @Test
    void replacesListsWhole() {
        Map<String, Object> only =
                Map.of("name", "Desk", "liquidityWeight", 1, "latency", "5ms", "makerFeeBps", 0, "takerFeeBps", 2.5);

        AqtsConfig config = applied(Overrides.none().with("simulation.venues", List.of(only)));

        assertThat(config.simulation().venues())
                .containsExactly(new SimulatedVenue("Desk", 1, Duration.ofMillis(5), 0, 2.5));
    }

    @Test
    void namesThePlaceInsideAList() {
        Map<String, Object> nameless =
                Map.of("name", "", "liquidityWeight", 1, "latency", "5ms", "makerFeeBps", 0, "takerFeeBps", 2.5);
        Map<String, Object> lacking = Map.of("name", "B", "liquidityWeight", "x", "latency", "5ms", "makerFeeBps", 0);

        ConfigurationException refused =
                refused(Overrides.none().with("simulation.venues", List.of(nameless, lacking)));

        assertThat(refused.problems())
                .extracting(Problem::message)
                .containsExactly(
                        "simulation.venues[0].name must not be blank, but was \"\"",
                        "simulation.venues[1].liquidityWeight must be a number, but was the text \"x\"",
                        "simulation.venues[1].takerFeeBps must be given; a list is replaced as a whole");
        assertThat(refused.path()).isEqualTo("simulation.venues[0].name");
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        Overrides bad = Overrides.none()
                .with("risk.maxLevrage", 3)
                .with("risk.breaker.haltAt", 2)
                .with("risk.exits.minHold", 5)
                .with("backtest.steps", -1)
                .with("detection.qgita.weights", List.of(1, "x", 1, 1, 1));

        assertThat(refused(bad).problems())
                .extracting(Problem::path)
                .containsExactly(
                        "detection.qgita.weights[1]",
                        "risk.maxLevrage",
                        "risk.breaker.haltAt",
                        "risk.exits.minHold",
                        "backtest.steps");
    }

    @Test
    void doesNotBlameASettingForItsNeighbor() {
        Overrides bad = Overrides.none().with("detection.smaCross.fast", "x").with("detection.smaCross.slow", 10);

        assertThat(refused(bad).problems()).extracting(Problem::path).containsExactly("detection.smaCross.fast");
    }

    @Test
    void judgesSettingsTogetherNotOneByOne() {
        Overrides both = Overrides.none().with("detection.smaCross.fast", 60).with("detection.smaCross.slow", 90);

        assertThat(applied(both).detection().smaCross().fast()).isEqualTo(60);
    }

    private static AqtsConfig applied(Overrides overrides) {
        return Configurations.apply(AqtsConfig.defaults(), overrides);
    }

    private static ConfigurationException refused(Overrides overrides) {
        return catchThrowableOfType(ConfigurationException.class, () -> applied(overrides));
    }
}
