package io.aqts.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.config.AqtsConfig;
import io.aqts.core.config.Configurations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCommandTest {

    @TempDir
    Path directory;

    @Test
    void showsTheDefaultsToPeopleAndAsTheLineThatIsHashed() {
        String canonical = Configurations.toJson(AqtsConfig.defaults());

        assertThat(Cli.text("config", "--json")).isEqualToIgnoringNewLines(canonical);
        String indented = Cli.text("config");
        assertThat(indented.lines().count()).isGreaterThan(100);
        assertThat(Cli.parsed(indented)).isEqualTo(Cli.parsed(canonical));
    }

    @Test
    void whatItShowsCanBeReadBack() throws Exception {
        Path file = directory.resolve("c.json");
        Files.writeString(
                file, Cli.text("config", "--preset", "sma-cross", "--set", "risk.sizing.coldStartRisk=0.00001"));

        assertThat(Cli.text("config", "--preset", "sma-cross", "--config", file))
                .isEqualTo(Files.readString(file));
    }

    @Test
    void optionsWinOverTheFile() throws Exception {
        Path file = Files.writeString(
                directory.resolve("c.yaml"), "seed: 5\nrisk: {maxLeverage: 3}\nbacktest: {steps: 9}\n");

        var config = Cli.json("config", "--config", file, "--seed", 6, "--set", "seed=7", "--json");

        assertThat(config.at("/seed").intValue()).isEqualTo(6);
        assertThat(config.at("/risk/maxLeverage").intValue()).isEqualTo(3);
        assertThat(config.at("/backtest/steps").intValue()).isEqualTo(9);
    }

    @Test
    void theEnvironmentWinsOverTheFileExceptForAnotherFile() throws Exception {
        Path mine = Files.writeString(directory.resolve("mine.yaml"), "seed: 5\nbacktest: {steps: 9, iterations: 2}\n");
        Path theirs = Files.writeString(directory.resolve("theirs.yaml"), "seed: 8\nbacktest: {steps: 8}\n");
        Map<String, String> environment = Map.of("AQTS_CONFIG", theirs.toString(), "AQTS_STEPS", "7");
        RunOptions options = new RunOptions();

        AqtsConfig withoutMine = options.builder(environment, null).config();
        options.config = mine;
        AqtsConfig withMine = options.builder(environment, null).config();
        options.steps = 6L;
        AqtsConfig withOption = options.builder(environment, 3).config();

        assertThat(withoutMine.seed()).isEqualTo(8);
        assertThat(withoutMine.backtest().steps()).isEqualTo(7);
        assertThat(withMine.seed()).isEqualTo(5);
        assertThat(withMine.backtest().steps()).isEqualTo(7);
        assertThat(withMine.backtest().iterations()).isEqualTo(2);
        assertThat(withOption.backtest().steps()).isEqualTo(6);
        assertThat(withOption.backtest().iterations()).isEqualTo(3);
    }

    @Test
    void withFilesTheRunIsOneOverTheWholeOfThem() throws Exception {
        Path file = Files4h.csv(directory, "ETHEUR_4h.csv", 20);

        var config = Cli.json("config", "--bars", file, "--json");

        assertThat(config.at("/backtest/steps").intValue()).isZero();
        assertThat(config.at("/backtest/iterations").intValue()).isEqualTo(1);
        assertThat(config.at("/risk/account/currency").textValue()).isEqualTo("EUR");
    }
}
