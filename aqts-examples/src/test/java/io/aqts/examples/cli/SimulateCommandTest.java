package io.aqts.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.aqts.trade.Decimal;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandTest {

    @TempDir
    Path directory;

    @Test
    void showsALineForEachInstrumentOfEachStep() {
        String text = Cli.text("simulate", "--steps", 10);

        assertThat(text.lines()).first().asString().contains("step", "time", "price", "action", "position", "equity");
        assertThat(text.lines().filter(line -> line.matches(" +[0-9]+ 2024-.*")))
                .hasSize(20);
        assertThat(text.lines()).last().isEqualTo("cash 100,000.00, equity 100,000.00 USDT, breaker NORMAL");
    }

    @Test
    void showsSixtyStepsUnlessToldOtherwise() {
        assertThat(Cli.json("simulate", "--json").at("/steps")).hasSize(60);
    }

    @Test
    void showsFillsAndSignals() {
        String text = Cli.text("simulate", "--preset", "sma-cross", "--fast", 2, "--slow", 5, "--steps", 60);

        assertThat(text)
                .containsPattern("signal sma-cross [A-Z]+/USDT score -?1.000 confidence 1.000")
                .containsPattern("fill BUY [0-9.]+ [A-Z]+/USDT at [0-9.]+, fee [0-9.]+, SIGNAL on ");
    }

    @Test
    void theDocumentTellsEveryStep() {
        JsonNode run = Cli.json("simulate", "--preset", "sma-cross", "--fast", 2, "--slow", 5, "--steps", 60, "--json");

        assertThat(run.at("/steps")).hasSize(60);
        JsonNode last = run.at("/steps/59");
        assertThat(last.fieldNames())
                .toIterable()
                .containsExactly("index", "time", "instruments", "signals", "verdicts", "fills", "equity");
        assertThat(last.at("/index").intValue()).isEqualTo(59);
        assertThat(last.at("/time").textValue()).isEqualTo("2024-01-01T01:00:00Z");
        assertThat(last.at("/instruments/0/symbol").textValue()).isEqualTo("BTC/USDT");
        assertThat(last.at("/verdicts/0/reasons/0").textValue()).matches("[A-Z_]+");
        assertThat(last.at("/verdicts/0/symbol").textValue()).endsWith("/USDT");
        BigDecimal bought = BigDecimal.ZERO;
        for (JsonNode step : run.at("/steps")) {
            for (JsonNode fill : step.at("/fills")) {
                bought = bought.add(fill.at("/quantity").decimalValue());
            }
        }
        assertThat(bought).isPositive();
        assertThat(run.at("/equity").decimalValue()).isPositive();
        assertThat(run.at("/riskState").textValue()).isEqualTo("NORMAL");
    }

    @Test
    void zeroStepsAreTheWholeFile() throws Exception {
        Path file = Files4h.csv(directory, "BTC-USD_4h.csv", 90);

        assertThat(Cli.json("simulate", "--bars", file, "--steps", 0, "--json").at("/steps"))
                .hasSize(90);
    }

    @Test
    void showsTheCloseOfTheBar() throws Exception {
        Path file = Files4h.csv(directory, "BTC-USD_4h.csv", 3);
        String close = Files.readAllLines(file).get(3).split(",")[4];

        assertThat(Cli.text("simulate", "--bars", file, "--interval", "4h")
                        .lines()
                        .toList()
                        .get(3))
                .contains("2 2020-01-01T12:00:00Z BTC/USD", " " + Decimal.parse(close) + "  HOLD");
        assertThat(Cli.json("simulate", "--bars", file, "--interval", "4h", "--json")
                        .at("/steps/2/instruments/0/price")
                        .decimalValue())
                .isEqualByComparingTo(close);
    }

    @Test
    void printsNothingWhenTheDataTurnsOutCorrupt() throws Exception {
        Path file = Files.writeString(directory.resolve("BTC-USD_4h.csv"), Files4h.text(1_200, "x") + "x\n");

        for (String form : new String[] {"--seed=1", "--json"}) {
            for (int mostInMemory : new int[] {1 << 22, 1_000}) {
                Cli run = Cli.spooling(mostInMemory, "simulate", "--bars", file, "--steps", 0, form);
                assertThat(run.code()).isEqualTo(1);
                assertThat(run.out()).isEmpty();
                assertThat(run.err()).startsWith("aqts: " + file + ":1202: ").hasLineCount(1);
            }
        }
    }

    @Test
    void printsALongResultLikeAShortOne() {
        for (String form : new String[] {"--seed=1", "--json"}) {
            Cli whole = Cli.run("simulate", "--steps", 200, form);

            assertThat(whole.out()).hasSizeGreaterThan(10_000);
            assertThat(Cli.spooling(1_000, "simulate", "--steps", 200, form)).isEqualTo(whole);
        }
    }

    @Test
    void endsWithTheDataWhereThatIsShorter() throws Exception {
        Path file = Files4h.csv(directory, "BTC-USD_4h.csv", 12);

        assertThat(Cli.json("simulate", "--bars", file, "--json").at("/steps")).hasSize(12);
    }
}
