package io.aqts.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.aqts.config.AqtsConfig;
import io.aqts.config.ConfigurationException;
import io.aqts.config.Overrides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationsTest {

    @TempDir
    Path folder;

    @Test
    void takesDefaultsThenFileThenEnvironmentThenWhatIsSaidExplicitly() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.yaml"), "seed: 1\nbacktest: {steps: 1, iterations: 1, keepSteps: true}");
        Overrides environment = Configurations.environment(
                Map.of("AQTS_CONFIG", file.toString(), "AQTS_STEPS", " 2 ", "AQTS_ITERATIONS", "2", "AQTS_OTHER", "x"));
        Overrides explicit = Overrides.none().with("backtest.iterations", 3);

        AqtsConfig config = Configurations.apply(AqtsConfig.defaults(), environment.then(explicit));

        assertThat(config)
                .isEqualTo(AqtsConfig.defaults()
                        .with(c ->
                                c.seed(1).backtest(b -> b.steps(2).iterations(3).keepSteps(true))));
    }

    @Test
    void hearsNothingFromAbsentAndBlankVariables() {
        assertThat(Configurations.environment(Map.of())).isEqualTo(Overrides.none());
        assertThat(Configurations.environment(Map.of("AQTS_CONFIG", " ", "AQTS_STEPS", "", "AQTS_ITERATIONS", " ")))
                .isEqualTo(Overrides.none());
    }

    @ParameterizedTest
    @CsvSource({"AQTS_STEPS, many", "AQTS_STEPS, 2.5", "AQTS_ITERATIONS, 9223372036854775808"})
    void refusesVariablesThatAreNoWholeNumber(String name, String text) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Configurations.environment(Map.of(name, text)))
                .withMessage(name + " must be a whole number, but was the text \"" + text + '"')
                .satisfies(problem -> assertThat(problem.path()).isEqualTo(name));
    }

    @Test
    void writesSettingsInTheOrderOfTheirRecords() {
        assertThat(Configurations.toJson(AqtsConfig.defaults()))
                .startsWith("{\"seed\":42,\"simulation\":{\"instruments\":[{\"symbol\":\"BTC/USDT\","
                        + "\"initialPrice\":42000,\"tickSize\":\"0.01\",\"lotSize\":\"0.00001\"")
                .contains("\"qgita\":{\"mode\":\"PIVOT\",\"ratio\":0.618033988749895,")
                .contains("\"start\":\"2024-01-01T00:00:00Z\",\"correlation\":0.6,\"bookLevels\":10,")
                .endsWith("\"backtest\":{\"steps\":20160,\"iterations\":5,\"keepSteps\":false,"
                        + "\"envelope\":{\"enabled\":false,\"delayBars\":[1,2,5],\"delays\":[]}}}");
    }

    @Test
    void writesOnlyAsciiCharacters() {
        AqtsConfig config = AqtsConfig.defaults().with(c -> c.risk(r -> r.currency("Z\u00FCrich \uD800")));

        assertThat(Configurations.toJson(config))
                .contains("\"currency\":\"Z\\u00FCrich \\uD800\"")
                .isASCII();
    }

    @Test
    void hashesTheDefaultsToTheSameDigestOnEveryMachine() {
        assertThat(Configurations.hash(AqtsConfig.defaults()))
                .isEqualTo("b9c6ddeebf5670d13755074d56be225dd8ec26e76be96791e50966f261ee55fd");
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "0.30000000000000004, 0.30000000000000004",
        "2e23, 200000000000000000000000",
        "2e-3, 0.002",
        "1e21, 1000000000000000000000",
        "9007199254740993, 9007199254740992",
        "100, 100",
        "0, 0",
        "-0.0, -0.0",
        "-1.5, -1.5"
    })
    void writesDoublesInTheFewestPlainDigits(double value, String expected) {
        assertThat(CanonicalJson.plain(value)).isEqualTo(expected);
    }

    @Test
    void findsTheNameThatWasMeant() {
        List<String> known = List.of("fast", "slow", "quantity");

        assertThat(Spelling.nearest("fats", known)).contains("fast");
        assertThat(Spelling.nearest("Quantities", known)).contains("quantity");
        assertThat(Spelling.nearest("leverage", known)).isEmpty();
        assertThat(Spelling.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(Spelling.distance("ab", "ba")).isEqualTo(1);
    }
}
