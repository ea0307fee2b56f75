package io.aqts.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.aqts.config.AqtsConfig;
import io.aqts.config.ConfigurationException;
import io.aqts.config.Overrides;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {

    @TempDir
    Path folder;

    @Test
    void readsJsonAndYamlAlike() throws IOException {
        Path json = file(
                "a.json",
                "{\"risk\": {\"maxLeverage\": 2, \"account\": {\"initialCash\": 100000.10, \"currency\": \"NO\"}}}");
        Path yaml = file(
                "a.yaml",
                "# mine\nrisk:\n  maxLeverage: 2\n  account:\n    initialCash: 100000.10\n    currency: NO\n");
        Path yml = file("a.YML", "\uFEFFrisk: {maxLeverage: 2, account: {initialCash: 100000.10, currency: 'NO'}}");

        assertThat(Configurations.load(json))
                .hasToString("{risk={maxLeverage=2, account={initialCash=100000.10, currency=NO}}}")
                .isEqualTo(Configurations.load(yaml))
                .isEqualTo(Configurations.load(yml));
    }

    @Test
    void keepsTheExactTextOfDecimals() throws IOException {
        Path json = file("a.json", "{\"risk\": {\"account\": {\"initialCash\": 12345678901234567890.123456789}}}");
        AqtsConfig config = Configurations.apply(AqtsConfig.defaults(), Configurations.load(json));

        assertThat(config.risk().initialCash()).hasToString("12345678901234567890.123456789");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing yet\n", "{}"})
    void findsNothingInAnEmptyYamlFile(String text) throws IOException {
        assertThat(Configurations.load(file("a.yaml", text))).isEqualTo(Overrides.none());
    }

    @ParameterizedTest
    @MethodSource
    void saysWhereJsonIsWrong(String text, String complaint) {
        assertRefused("a.json", text, complaint);
    }

    static Stream<Arguments> saysWhereJsonIsWrong() {
        return Stream.of(
                arguments("", "1:1: the document must be a group of settings"),
                arguments("{", "1:2: Unexpected end-of-input: expected close marker for Object"),
                arguments("[1]", "1:1: the document must be a group of settings"),
                arguments("{} {}", "1:4: the document must end after its settings"),
                arguments(
                        "{'a': 1}",
                        "1:2: Unexpected character (''' (code 39)): was expecting double-quote to start field name"),
                arguments("{\"seed\": 1,\n \"seed\": 2}", "2:2: seed must be given only once"),
                arguments(
                        "{\"a\": {\"b\": [1, null]}}",
                        "1:17: a.b[1] must have a value; leave it out to keep the one it has"),
                arguments("{\"a\": 01}", "1:8: Invalid numeric value: Leading zeroes not allowed"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: [1, 2|1:9: expected ',' or ']', but got <stream end>",
                "a:~  b: 1~ c: 2|3:2: expected <block end>, but found '<block mapping start>'",
                "- 1|1:1: the document must be a group of settings",
                "a: 1~---~b: 2|3:1: the document must end after its settings",
                "a: 1~a: 2|2:1: a must be given only once",
                "risk:~|1:6: risk must have a value; leave it out to keep the one it has",
                "risk: {currency: }|1:17: risk.currency must have a value; leave it out to keep the one it has",
                "seed: 010|1:7: seed must be a plain decimal number, but was the text \"010\"",
                "seed: 0x1F|1:7: seed must be a plain decimal number, but was the text \"0x1F\"",
                "seed: 1_000|1:7: seed must be a plain decimal number, but was the text \"1_000\"",
                "risk: {maxLeverage: .inf}|1:21: risk.maxLeverage must be a plain decimal number, but was the text"
                        + " \".inf\"",
                "? [1]~: 2|1:4: Expected a field name (Scalar value in YAML)"
            })
    void saysWhereYamlIsWrong(String text, String complaint) {
        assertRefused("a.yaml", text.replace('~', '\n'), complaint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"a: &x 1~b: *x|2:4: b", "a: &x {q: 1}~b:~  <<: *x|3:7: b.<<", "seed: !!int 5|1:7: seed"})
    void doesNotFollowYamlReferencesAndTags(String text, String place) {
        String complaint = " must be written out; references such as *name and tags such as !!str are not read";

        assertRefused("a.yaml", text.replace('~', '\n'), place + complaint);
    }

    @ParameterizedTest
    @CsvSource({"maxLeverage, NO, a number", "shortAllowed, NO, true or false", "shortAllowed, yes, true or false"})
    void takesNoWordForATruthValue(String name, String word, String wanted) throws IOException {
        Overrides read = Configurations.load(file("a.yaml", "risk:\n  " + name + ": " + word));

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Configurations.apply(AqtsConfig.defaults(), read))
                .withMessage("risk." + name + " must be " + wanted + ", but was the text \"" + word + '"');
    }

    @Test
    void saysWhenAFileCannotBeRead() throws IOException {
        Path latin = Files.write(folder.resolve("l.json"), "{\"\u00E4\": 1}".getBytes(StandardCharsets.ISO_8859_1));
        Path directory = Files.createDirectory(folder.resolve("d.json"));

        assertUnreadable(folder.resolve("none.json"), " must be a file, but does not exist");
        assertUnreadable(folder.resolve("none.toml"), " must end in .json, .yaml or .yml");
        assertUnreadable(directory, " must be a file, but is a directory");
        assertUnreadable(latin, " must be text in UTF-8, but is not");
    }

    @Test
    void refusesNumbersTooLongToBeMeant() {
        String digits = "1" + "0".repeat(1_000);

        assertRefused(
                "a.yaml",
                "seed: " + digits,
                "1:7: seed must be a plain decimal number, but was the text \"" + digits.substring(0, 60) + "...\"");
    }

    @Test
    void namesTheFileEvenIfTheParserCannotTellThePlace() throws IOException {
        Path json = file("a.json", "{\"seed\": 1" + "0".repeat(1_000) + "}");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Configurations.load(json))
                .withMessageStartingWith(json + ": Number value length (1001) exceeds the maximum allowed");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private void assertRefused(String name, String text, String complaint) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Configurations.load(file(name, text)))
                .withMessage(folder.resolve(name) + ":" + complaint);
    }

    private static void assertUnreadable(Path file, String complaint) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Configurations.load(file))
                .withMessage(file + complaint)
                .satisfies(problem -> assertThat(problem.path()).isEqualTo(file.toString()));
    }
}
