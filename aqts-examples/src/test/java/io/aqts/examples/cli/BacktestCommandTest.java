package io.aqts.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BacktestCommandTest {

    private static final List<String> FIGURES = List.of(
            "manifest",
            "digest",
            "steps",
            "seconds",
            "stepsPerSecond",
            "fills",
            "trades",
            "initialEquity",
            "finalEquity",
            "fees",
            "maxDrawdown",
            "sharpe",
            "winRate",
            "spreads",
            "iterations",
            "config");

    @TempDir
    Path directory;

    private Path bars;

    @BeforeEach
    void makeBars() throws Exception {
        bars = Files4h.gzip(directory, "kraken_XBTUSD_4h.csv.gz", 400);
    }

    @Test
    void reportsOnSimulatedMarkets() {
        String text = Cli.text("backtest", "--preset", "sma-cross", "--steps", 300, "--iterations", 2);

        assertThat(text)
                .startsWith("Backtest of sma-cross, AQTS ")
                .contains("data        simulated", "steps       600 in ", "seeds 42 to 43", "interval of the mean")
                .contains("SimulatedMarket > SmaCross > FollowSignal > LongOrFlat > PaperVenue");
    }

    @Test
    void reportsOnFiles() {
        String text = Cli.text("backtest", "--bars", bars, "--preset", "sma-cross", "--fast", 5, "--slow", 20);

        assertThat(text)
                .contains("kraken_XBTUSD_4h.csv.gz as XBT/USD, sha256 ")
                .contains("span        2020-01-01T00:00:00Z to 2020-03-07T16:00:00Z")
                .contains("equity      100,000.00 > ", " USD\n", "won ", "drawdown", "Sharpe", "breaker NORMAL");
        assertThat(text.lines()).allMatch(line -> line.length() <= 180);
    }

    @Test
    void theDocumentHasEveryFigureWithOneRun() {
        JsonNode report =
                Cli.json("backtest", "--bars", bars, "--preset", "sma-cross", "--fast", 5, "--slow", 20, "--json");

        assertThat(report.fieldNames()).toIterable().containsAll(FIGURES);
        assertThat(report.at("/steps").intValue()).isEqualTo(400);
        assertThat(report.at("/seconds").doubleValue()).isPositive();
        assertThat(report.at("/stepsPerSecond").doubleValue()).isPositive();
        assertThat(report.at("/fills").intValue())
                .isBetween(2 * report.at("/trades").intValue(), 400);
        assertThat(report.at("/initialEquity").decimalValue()).isEqualByComparingTo("100000");
        assertThat(report.at("/maxDrawdown").doubleValue()).isBetween(0.0, 1.0);
        assertThat(report.at("/winRate").doubleValue()).isBetween(0.0, 1.0);
        assertThat(report.at("/digest").textValue()).matches("[0-9a-f]{64}");
        assertThat(report.at("/manifest/preset").textValue()).isEqualTo("sma-cross");
        assertThat(report.at("/manifest/configHash").textValue()).matches("[0-9a-f]{64}");
        assertThat(report.at("/manifest/seeds/0").intValue()).isEqualTo(42);
        assertThat(report.at("/manifest/layers")).hasSize(5);
        assertThat(report.at("/manifest/assumptions")).isNotEmpty();
        assertThat(report.at("/manifest/data/0").textValue())
                .matches("kraken_XBTUSD_4h.csv.gz as XBT/USD, sha256 [0-9a-f]{64}");
        assertThat(report.at("/config/risk/currency").textValue()).isEqualTo("USD");
        assertThat(report.at("/iterations/0/finalEquity")).isEqualTo(report.at("/finalEquity"));
    }

    @Test
    void theDocumentHasEveryFigureWithSeveralRuns() {
        JsonNode report =
                Cli.json("backtest", "--preset", "sma-cross", "--steps", 200, "--iterations", 3, "--seed", 5, "--json");

        assertThat(report.fieldNames()).toIterable().containsAll(FIGURES);
        assertThat(report.at("/steps").intValue()).isEqualTo(600);
        assertThat(report.at("/iterations"))
                .hasSize(3)
                .extracting(run -> run.get("seed").intValue())
                .containsExactly(5, 6, 7);
        double sum = 0;
        for (JsonNode run : report.at("/iterations")) {
            sum += run.get("finalEquity").doubleValue();
        }
        assertThat(report.at("/finalEquity").doubleValue()).isEqualTo(sum / 3);
        assertThat(report.at("/digest")).isNotEqualTo(report.at("/iterations/0/digest"));
    }

    @Test
    void whatIsUndefinedIsNullWithItsReason() {
        JsonNode report = Cli.json("backtest", "--steps", 20, "--iterations", 1, "--json");

        assertThat(report.at("/winRate").isNull()).isTrue();
        assertThat(report.at("/winRateUndefined").textValue()).isNotBlank();
    }

    @Test
    void theSameRunGivesTheSameDocumentButForTheTimeItTook() {
        assertThat(withoutTime(Cli.json("backtest", "--steps", 150, "--iterations", 2, "--json")))
                .isEqualTo(withoutTime(Cli.json("backtest", "--steps", 150, "--iterations", 2, "--json")));
    }

    @Test
    void anotherSeedGivesAnotherDigest() {
        assertThat(Cli.json("backtest", "--steps", 50, "--iterations", 1, "--seed", 1, "--json")
                        .at("/digest"))
                .isNotEqualTo(Cli.json("backtest", "--steps", 50, "--iterations", 1, "--seed", 2, "--json")
                        .at("/digest"));
    }

    @Test
    void mergesSeveralFilesByTime() throws Exception {
        Path other = Files4h.csv(directory, "coinbase_ETH-USD_4h.csv", 300);

        JsonNode report = Cli.json(
                "backtest",
                "--bars",
                bars,
                other,
                "--preset",
                "sma-cross",
                "--quantity",
                "0.01",
                "--fast",
                3,
                "--slow",
                9,
                "--json");

        assertThat(report.at("/steps").intValue()).isEqualTo(400);
        assertThat(report.at("/manifest/data")).hasSize(2);
        assertThat(report.at("/fills").intValue()).isPositive();
    }

    @Test
    void instrumentsNameWhatTheFilesHold() throws Exception {
        Path nameless = Files4h.csv(directory, "data.csv", 300);

        JsonNode report =
                Cli.json("backtest", "--bars", nameless, "--instrument", "SOL/EUR", "--preset", "sma-cross", "--json");

        assertThat(report.at("/manifest/data/0").textValue()).startsWith("data.csv as SOL/EUR");
        assertThat(report.at("/config/risk/currency").textValue()).isEqualTo("EUR");
    }

    @Test
    void fromAndToCutTheBars() {
        JsonNode report = Cli.json(
                "backtest",
                "--bars",
                bars,
                "--from",
                "2020-01-11",
                "--to",
                "2020-01-21T00:00:00Z",
                "--preset",
                "sma-cross",
                "--json");

        assertThat(report.at("/steps").intValue()).isBetween(59, 61);
        assertThat(report.at("/iterations/0/to").textValue()).startsWith("2020-01-2");
    }

    @Test
    void stepsCutTheBarsToo() {
        assertThat(Cli.json("backtest", "--bars", bars, "--steps", 100, "--json")
                        .at("/steps")
                        .intValue())
                .isEqualTo(100);
    }

    @Test
    void theFeeIsPaidOnEveryFill() {
        JsonNode free = crossing("--fee-bps", "0");
        JsonNode dear = crossing("--fee-bps", "25.5");

        assertThat(free.at("/fees").decimalValue()).isEqualByComparingTo("0");
        assertThat(dear.at("/fees").decimalValue()).isPositive();
        assertThat(dear.at("/config/execution/takerFeeBps").decimalValue()).isEqualByComparingTo("25.5");
        assertThat(dear.at("/finalEquity").decimalValue())
                .isLessThan(free.at("/finalEquity").decimalValue());
    }

    @Test
    void cashIsTakenExactly() {
        assertThat(crossing("--cash", "0.30000000000000000001")
                        .at("/initialEquity")
                        .decimalValue())
                .isEqualByComparingTo(new BigDecimal("0.30000000000000000001"));
        assertThat(crossing("--set", "risk.initialCash=0.30000000000000000001")
                        .at("/initialEquity")
                        .decimalValue())
                .isEqualByComparingTo(new BigDecimal("0.30000000000000000001"));
    }

    @Test
    void setsAnySetting() {
        JsonNode report = crossing(
                "--set", "risk.currency=USD",
                "--set", "performance.returns=DAY",
                "--set", "performance.riskFreeRate = 0.02",
                "--set", "backtest.keepSteps=false",
                "--set", "execution.feeDecimals=2",
                "--set", "risk.exits.maxHold=12h");

        JsonNode config = report.at("/config");
        assertThat(config.at("/performance/returns").textValue()).isEqualTo("DAY");
        assertThat(config.at("/performance/riskFreeRate").doubleValue()).isEqualTo(0.02);
        assertThat(config.at("/execution/feeDecimals").intValue()).isEqualTo(2);
        assertThat(config.at("/risk/exits/maxHold").textValue()).isEqualTo("PT12H");
        assertThat(report.at("/fees").decimalValue().stripTrailingZeros().scale())
                .isLessThanOrEqualTo(2);
    }

    @Test
    void comparesScenarios() {
        Object[] common = {
            "backtest", "--scenario", "BULL,bear", "--preset", "sma-cross", "--steps", "200", "--iterations", "2"
        };

        String text = Cli.text(common);
        assertThat(text)
                .contains("Scenarios side by side")
                .containsPattern("BULL +[0-9,]+\\.[0-9]{2} ")
                .containsPattern("BEAR +[0-9]");
        Object[] json = java.util.Arrays.copyOf(common, common.length + 1);
        json[common.length] = "--json";
        JsonNode report = Cli.json(json);
        assertThat(report.at("/scenarios"))
                .extracting(one -> one.get("scenario").textValue())
                .containsExactly("BULL", "BEAR");
        assertThat(report.at("/scenarios/0/iterations")).hasSize(2);
        assertThat(report.at("/scenarios/0/manifest/seeds")).isEqualTo(report.at("/scenarios/1/manifest/seeds"));
        assertThat(report.at("/scenarios/0/finalEquity")).isNotEqualTo(report.at("/scenarios/1/finalEquity"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"BULL", "bull", "Regime_Switching"})
    void oneScenarioIsTheMarketOfTheRun(String name) {
        JsonNode report = Cli.json("backtest", "--scenario", name, "--steps", 20, "--iterations", 1, "--json");

        assertThat(report.at("/config/simulation/scenario").textValue()).isEqualToIgnoringCase(name);
    }

    @Test
    void repairsOnRequest() throws Exception {
        List<String> lines = Files4h.text(100, "x").lines().toList();
        Path file = directory.resolve("BTC-USD_4h.csv");
        Files.writeString(
                file,
                String.join("\n", lines.subList(0, 50)) + "\n" + String.join("\n", lines.subList(49, 101)) + "\n");

        assertThat(Cli.run("backtest", "--bars", file, "--json").code()).isEqualTo(1);
        assertThat(Cli.json("backtest", "--bars", file, "--repair", "duplicate=keep_first", "--json")
                        .at("/steps")
                        .intValue())
                .isEqualTo(100);
    }

    @Test
    void writesTheReportToAFileAsWell() throws Exception {
        Path report = Files.writeString(directory.resolve("report.json"), "what was there before");

        String text = Cli.text("backtest", "--steps", 20, "--iterations", 1, "--output", report);

        assertThat(text).startsWith("Backtest of aureon");
        assertThat(Cli.parsed(Files.readString(report)).fieldNames())
                .toIterable()
                .containsAll(FIGURES);
        assertThat(drafts()).isEmpty();
    }

    @Test
    void writesAComparisonToAFileAsWell() throws Exception {
        Path report = directory.resolve("report.json");

        Cli.text("backtest", "--scenario", "BULL,BEAR", "--steps", 20, "--iterations", 1, "--output", report);

        assertThat(Cli.parsed(Files.readString(report)).at("/scenarios")).hasSize(2);
    }

    @Test
    void aRunThatFailsLeavesTheFileAsItWas() throws Exception {
        Path report = Files.writeString(directory.resolve("report.json"), "what was there before");
        Path broken = Files.writeString(directory.resolve("BTC-USD_4h.csv"), Files4h.text(50, "x") + "1,2,3\n");

        assertThat(Cli.run("backtest", "--bars", broken, "--output", report).code())
                .isEqualTo(1);

        assertThat(report).hasContent("what was there before");
        assertThat(drafts()).isEmpty();
    }

    private JsonNode crossing(Object... options) {
        List<Object> args = new java.util.ArrayList<>(
                List.of("backtest", "--bars", bars, "--preset", "sma-cross", "--fast", 5, "--slow", 20, "--json"));
        args.addAll(List.of(options));
        return Cli.json(args.toArray());
    }

    private List<String> drafts() throws Exception {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.contains(".part"))
                    .toList();
        }
    }

    private static JsonNode withoutTime(JsonNode report) {
        ((com.fasterxml.jackson.databind.node.ObjectNode) report).remove(List.of("seconds", "stepsPerSecond"));
        return report;
    }
}
