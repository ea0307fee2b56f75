package io.aqts.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {

    @TempDir
    Path directory;

    private Path good;

    @BeforeEach
    void makeBars() throws Exception {
        good = Files4h.csv(directory, "BTC-USD_4h.csv", 60);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "backtest --preset foo | --preset must be one of [aureon, sma-cross], but was foo",
                "backtest --fast 3 | --fast, --slow and --quantity must go with --preset sma-cross, but the preset was"
                        + " aureon",
                "backtest --preset aureon --quantity 3 | --fast, --slow and --quantity must go with --preset"
                        + " sma-cross, but the preset was aureon",
                "backtest --preset sma-cross --fast 50 --slow 20 | detection.smaCross.fast must be less than"
                        + " detection.smaCross.slow, 20, but was 50",
                "backtest --preset sma-cross --quantity abc | detection.smaCross.quantity must be an exact number such"
                        + " as \"0.01\", but was the text \"abc\"",
                "backtest --steps -1 | backtest.steps must be at least 0, but was -1",
                "backtest --iterations 0 | backtest.iterations must lie between 1 and 1000000, but was 0",
                "backtest --cash -5 | risk.account.initialCash must be more than zero, but was -5",
                "backtest --fee-bps 10 | --fee-bps must go with --bars, because simulated venues have fees of their"
                        + " own, but was 10",
                "backtest --set risk.maxLeverage | --set must look like PATH=VALUE, but was risk.maxLeverage",
                "backtest --set =3 | --set must look like PATH=VALUE, but was =3",
                "backtest --set risk.maxLeverage=-1 | risk.maxLeverage must be finite and more than zero, but was -1.0",
                "backtest --set risk.maxLeverage=abc | risk.maxLeverage must be a number, but was the text \"abc\"",
                "backtest --instrument A/B | --instrument must go with --bars, but there are none",
                "backtest --interval 1h | --interval must go with --bars, but there are none",
                "backtest --from 2020-01-01 | --from must go with --bars, but there are none",
                "backtest --to 2020-01-01 | --to must go with --bars, but there are none",
                "backtest --repair duplicate=keep_first | --repair must go with --bars, but there are none",
                "backtest --bars nowhere.csv | --bars must name files that exist, but was nowhere.csv",
                "backtest --config nowhere.yaml | nowhere.yaml must be a file, but does not exist",
                "bars nowhere.csv | FILE must name a file that exists, but was nowhere.csv",
                "backtest --steps 0 | backtest.steps must be more than 0, because a simulated market has no end, but"
                        + " was 0",
                "backtest --scenario BULL,BEAR --steps 0 | backtest.steps must be more than 0, because a simulated"
                        + " market has no end, but was 0",
                "backtest --set backtest.steps=0 --json | backtest.steps must be more than 0, because a simulated"
                        + " market has no end, but was 0",
                "config --steps 0 | backtest.steps must be more than 0, because a simulated market has no end, but"
                        + " was 0",
                "config --set risk.account.currency=EUR | risk.account.currency must be the quote currency of every"
                        + " instrument, or one that rates lead to, but was EUR while BTC/USDT settles in USDT",
                "simulate --steps 0 | --steps must be more than 0, because a simulated market has no end",
                "simulate --scenario BULL,BEAR | --scenario must be one scenario here, but was [BULL, BEAR]",
                "retrace --steps 0 | --steps must lie between 1 and 10000000, but was 0",
                "retrace --iterations 0 | --iterations must lie between 1 and 10000, but was 0",
            })
    void saysInOneLineWhatIsWrongWithTheCommandLine(String command, String message) {
        Cli.run((Object[]) command.split(" ")).failedWith(2, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--fee-bps x | --fee-bps must be a number, but was x",
                "--fee-bps NaN | --fee-bps must be a number, but was NaN",
                "--from yesterday | --from must look like 2020-01-01 or 2020-01-01T12:00:00Z, but was yesterday",
                "--from 2020-02-01 --to 2020-01-01 | --to must be after --from, 2020-02-01, but was 2020-01-01",
                "--from 2030-01-01 | --from and --to must leave at least one bar, but left none of [BTC-USD_4h.csv]",
                "--interval 5x | interval must look like 30s, 1m, 4h, 1d or 1w, but was \"5x\"",
                "--instrument BTC | instrument.symbol must look like BASE/QUOTE, but was \"BTC\"",
                "--instrument A/USD B/USD | --instrument must name one symbol for each of 1 files, but was [A/USD,"
                        + " B/USD]",
                "--scenario BULL | --scenario must go without --bars, but was [BULL]",
                "--set risk.account.currency=EUR | risk.account.currency must be the quote currency of every"
                        + " instrument, or one that rates lead to, but was EUR while BTC/USD settles in USD",
            })
    void saysInOneLineWhatIsWrongWithTheMarket(String options, String message) {
        Cli.run(with("backtest --bars " + good, options)).failedWith(2, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "frobnicate | Unmatched argument at index 0: 'frobnicate'",
                "backtest --scenarios BULL | Unknown options: '--scenarios', 'BULL'",
                "backtest --steps x | Invalid value for option '--steps': 'x' is not a long",
                "backtest --seed 1.5 | Invalid value for option '--seed': '1.5' is not a long",
                "backtest --steps | Missing required parameter for option '--steps' (N)",
                "bars | Missing required parameter: 'FILE'",
            })
    void saysInOneLineWhatItDoesNotUnderstandAndWhereHelpIs(String command, String message) {
        Cli run = Cli.run((Object[]) command.split(" ")).failedWith(2, message);

        assertThat(run.err().lines()).last().asString().matches("Try aqts( backtest| bars)? --help\\.");
    }

    @Test
    void suggestsWhatMayHaveBeenMeant() {
        assertThat(Cli.run("backtest", "--feebps", "1").err()).contains("--fee-bps");
        assertThat(Cli.run("backtset").err()).contains("aqts backtest");
    }

    @Test
    void showsTheCommandsWhenNothingIsSaid() {
        Cli run = Cli.run();

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("Usage: aqts").contains("simulate", "backtest", "config", "bars", "retrace");
    }

    @Test
    void namesTheNearestSettingOfAnUnknownOne() throws Exception {
        Path file = Files.writeString(directory.resolve("c.yaml"), "risk:\n  maxLevrage: 2\n");

        for (Cli run :
                Arrays.asList(Cli.run("backtest", "--config", file), Cli.run("config", "--set", "risk.maxLevrage=2"))) {
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).startsWith("aqts: risk.maxLevrage is not a setting; did you mean maxLeverage?");
        }
    }

    @Test
    void namesFileLineAndColumnOfBadSyntax() throws Exception {
        Path file = Files.writeString(directory.resolve("c.yaml"), "risk:\n  maxLeverage: 2: 3\n");

        Cli run = Cli.run("config", "--config", file);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("aqts: " + file + ":2:17: ").hasLineCount(1);
    }

    @Test
    void namesFileLineRuleAndValueOfCorruptData() throws Exception {
        Path file = directory.resolve("broken_BTC-USD_4h.csv");
        Files.writeString(file, Files4h.text(60, "x").replaceFirst("\n([0-9]+),([0-9.]+),", "\n$1,x,"));

        for (String command : new String[] {"backtest", "simulate"}) {
            Cli.run(command, "--bars", file, "--json").failedWith(1, file + ":2: open must be a number, but was \"x\"");
        }
        assertThat(Cli.text("bars", file)).contains("1 rows would be refused", "open must be a number, but was \"x\"");
    }

    @Test
    void refusesATruncatedArchive() throws Exception {
        Path whole = Files4h.gzip(directory, "whole_BTC-USD_4h.csv.gz", 2_000);
        Path part = directory.resolve("part_BTC-USD_4h.csv.gz");
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(part, Arrays.copyOf(bytes, bytes.length / 2));

        for (Cli run : Arrays.asList(
                Cli.run("backtest", "--bars", part),
                Cli.run("bars", part),
                Cli.run("simulate", "--steps", 0, "--bars", part))) {
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.out()).isEmpty();
            assertThat(run.err())
                    .matches("aqts: .*part_BTC-USD_4h.csv.gz:[0-9]+: gzip data must be complete, but the file ends"
                            + " within it\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "timestamp,open,high,low,close,volume\n", "hello\n", "\0\1\2\3"})
    void refusesWhatHoldsNoBars(String content) throws Exception {
        Path file = Files.writeString(directory.resolve("odd_BTC-USD_4h.csv"), content);

        for (String command : new String[] {"backtest --bars", "bars"}) {
            Cli run = Cli.run(with(command, file.toString()));
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).startsWith("aqts: " + file).hasLineCount(1);
        }
    }

    @Test
    void refusesTheSameInstrumentTwice() {
        Cli.run("backtest", "--bars", good, good)
                .failedWith(2, "--instrument must name another symbol for each file, but was BTC/USD more than once");
    }

    @Test
    void refusesFilesOfDifferentCurrencies() throws Exception {
        Path other = Files4h.csv(directory, "ETHEUR_4h.csv", 60);

        Cli.run("backtest", "--bars", good, other)
                .failedWith(
                        2,
                        "risk.account.currency must be the quote currency of every instrument, or one that rates lead"
                                + " to, but was USD while ETH/EUR settles in EUR");
    }

    @Test
    void refusesAReportFileInNoDirectory() {
        Path nowhere = directory.resolve("nowhere");
        Path file = nowhere.resolve("report.json");

        Cli.run("backtest", "--steps", 20, "--output", file)
                .failedWith(1, "cannot write " + file + ": there is no directory " + nowhere);
    }

    @Test
    void refusesAReportFileThatIsADirectory() {
        Cli.run("backtest", "--steps", 20, "--output", directory)
                .failedWith(2, "--output must name a file, but was \"" + directory + '"');
    }

    @Test
    void refusesAReportFileInAProtectedDirectory() throws Exception {
        Path closed = Files.createDirectory(directory.resolve("closed"));
        assertThat(closed.toFile().setWritable(false)).isTrue();
        assumeThat(Files.isWritable(closed))
                .as("everything is writable for this user")
                .isFalse();

        Path file = closed.resolve("report.json");
        Cli.run("backtest", "--steps", 20, "--output", file)
                .failedWith(1, "cannot write " + file + ": permission denied");
    }

    @Test
    void reportsAFullDiskUnderTheReportFile() throws Exception {
        Path full = Path.of("/dev/full");
        assumeThat(full).exists();
        Path link = Files.createSymbolicLink(directory.resolve("report.json"), full);

        Cli.run("backtest", "--steps", 20, "--output", link)
                .failedWith(1, "cannot write " + link + ": No space left on device");

        assertThat(Files.isSymbolicLink(link)).isTrue();
        Files.delete(link);
        assertThat(Files.isRegularFile(full)).isFalse();
    }

    private static Object[] with(String command, String options) {
        return (command + " " + options).split(" ");
    }
}
