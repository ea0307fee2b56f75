package io.aqts.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.aqts.core.data.CsvBars;
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
            "summary",
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
                .contains("data        kraken_XBTUSD_4h.csv.gz as XBT/USD, sha256 ")
                .contains("data        times EPOCH_MILLIS, interval 4h inferred\n")
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
                .isEqualTo("kraken_XBTUSD_4h.csv.gz as XBT/USD, sha256 " + CsvBars.sha256(bars)
                        + "; times EPOCH_MILLIS, interval 4h inferred");
        assertThat(report.at("/config/risk/account/currency").textValue()).isEqualTo("USD");
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
        assertThat(report.at("/config/risk/account/currency").textValue()).isEqualTo("EUR");
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

        assertThat(report.at("/steps").intValue()).isEqualTo(60);
        assertThat(report.at("/iterations/0/from").textValue()).isEqualTo("2020-01-10T20:00:00Z");
        assertThat(report.at("/iterations/0/to").textValue()).isEqualTo("2020-01-20T20:00:00Z");
        assertThat(report.at("/manifest/data/0").textValue())
                .endsWith(
                        "; bars that end at 2020-01-11T00:00:00Z or later; bars that end before 2020-01-21T00:00:00Z");
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
        assertThat(dear.at("/config/execution/fees/takerBps").decimalValue()).isEqualByComparingTo("25.5");
        assertThat(dear.at("/finalEquity").decimalValue())
                .isLessThan(free.at("/finalEquity").decimalValue());
    }

    @Test
    void theEnvelopeIsToldIfAsked() {
        JsonNode with = crossing("--set", "backtest.envelope.enabled=true").at("/iterations/0/envelope");

        assertThat(crossing().at("/iterations/0/envelope").isMissingNode()).isTrue();
        assertThat(with.at("/pessimistic").decimalValue())
                .isLessThanOrEqualTo(with.at("/reported").decimalValue());
        assertThat(with.at("/optimistic").decimalValue())
                .isGreaterThanOrEqualTo(with.at("/reported").decimalValue());
        assertThat(with.at("/readings")).hasSize(4);
        assertThat(with.at("/delays/1/delay").textValue()).isEqualTo("1 bar");
        assertThat(with.at("/delays/1/seconds").doubleValue()).isEqualTo(14_400);
        assertThat(Cli.text(
                        "backtest",
                        "--bars",
                        bars,
                        "--preset",
                        "sma-cross",
                        "--fast",
                        5,
                        "--slow",
                        20,
                        "--set",
                        "backtest.envelope.enabled=true"))
                .contains("envelope    profit ", "stop first, traded through: ", "break-even", "delayed     none ")
                .contains("the profit vanishes after ");
    }

    @Test
    void cashIsTakenExactly() {
        assertThat(crossing("--cash", "0.30000000000000000001")
                        .at("/initialEquity")
                        .decimalValue())
                .isEqualByComparingTo(new BigDecimal("0.30000000000000000001"));
        assertThat(crossing("--set", "risk.account.initialCash=0.30000000000000000001")
                        .at("/initialEquity")
                        .decimalValue())
                .isEqualByComparingTo(new BigDecimal("0.30000000000000000001"));
    }

    @Test
    void setsAnySetting() {
        JsonNode report = crossing(
                "--set", "risk.account.currency=USD",
                "--set", "performance.returns=DAY",
                "--set", "performance.riskFreeRate = 0.02",
                "--set", "backtest.keepSteps=false",
                "--set", "execution.fees.decimals=2",
                "--set", "risk.exits.maxHold=12h");

        JsonNode config = report.at("/config");
        assertThat(config.at("/performance/returns").textValue()).isEqualTo("DAY");
        assertThat(config.at("/performance/riskFreeRate").doubleValue()).isEqualTo(0.02);
        assertThat(config.at("/execution/fees/decimals").intValue()).isEqualTo(2);
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
                .contains("Scenarios side by side", "Sharpe", "fees")
                .containsPattern("steps +400 in [0-9.]+ s, [0-9,]+ a second in BEAR, config [0-9a-f]{16}")
                .containsPattern("BULL +[0-9,]+\\.[0-9]{2} ")
                .containsPattern("BEAR +[0-9]")
                .containsPattern("BEAR +[0-9,.]+ to [0-9,.]+ ");
        assertThat(text.lines()).allMatch(line -> line.length() <= 180);
        Object[] json = java.util.Arrays.copyOf(common, common.length + 1);
        json[common.length] = "--json";
        JsonNode report = Cli.json(json);
        assertThat(report.at("/scenarios"))
                .extracting(one -> one.get("scenario").textValue())
                .containsExactly("BULL", "BEAR");
        for (JsonNode one : report.at("/scenarios")) {
            assertThat(one.fieldNames()).toIterable().containsAll(FIGURES);
            assertThat(one.at("/seconds").doubleValue()).isPositive();
            assertThat(one.at("/stepsPerSecond").doubleValue()).isPositive();
            assertThat(one.at("/config/simulation/scenario")).isEqualTo(one.at("/scenario"));
        }
        assertThat(report.at("/scenarios/0/manifest/configHash"))
                .isNotEqualTo(report.at("/scenarios/1/manifest/configHash"));
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
        JsonNode report = Cli.json("backtest", "--bars", file, "--repair", "duplicate=keep_first", "--json");
        assertThat(report.at("/steps").intValue()).isEqualTo(100);
        assertThat(report.at("/manifest/data/0").textValue()).endsWith("; repaired 1 DUPLICATE by KEEP_FIRST");
        assertThat(Cli.text("backtest", "--bars", file, "--repair", "duplicate=keep_first"))
                .contains("data        repaired 1 DUPLICATE by KEEP_FIRST\n");
    }

    @Test
    void everyFileMayHaveItsOwnInterval() throws Exception {
        Path days = directory.resolve("coinbase_ETH-USD_1d.csv");
        List<String> rows = new java.util.ArrayList<>(List.of("timestamp,open,high,low,close,volume"));
        for (int day = 0; day < 60; day++) {
            rows.add((1_577_836_800L + 86_400L * day) + ",100,101,99,100,5");
        }
        Files.write(days, rows);

        JsonNode report =
                Cli.json("backtest", "--bars", bars, days, "--interval", "4h", "1d", "--preset", "sma-cross", "--json");

        assertThat(report.at("/manifest/data/0").textValue()).endsWith("interval 4h given");
        assertThat(report.at("/manifest/data/1").textValue()).endsWith("interval 1d given");
        Cli.run("backtest", "--bars", bars, days, "--interval", "4h")
                .failedWith(
                        1,
                        days + ":3: interval must be 1d, as far as 59 of 59 bars start after the one before, but was"
                                + " given as 4h");
        Cli.run("backtest", "--bars", bars, "--interval", "4h", "1d")
                .failedWith(2, "--interval must be one for all or one for each of 1 files, but was [4h, 1d]");
    }

    @Test
    void tellsHowManyRunsAMeanRestsOn() {
        Object[] command = {
            "backtest", "--preset", "sma-cross", "--fast", 3, "--slow", 9, "--steps", 16, "--iterations", 6, "--json"
        };
        JsonNode report = Cli.json(command);
        int defined = figure(report, "winRate").at("/definedIn").intValue();
        assertThat(defined).isBetween(1, 5);

        assertThat(Cli.text(java.util.Arrays.copyOf(command, command.length - 1)))
                .containsPattern("\n  winRate +[0-9.]+ \\(" + defined + " of 6\\) ")
                .containsPattern("\n  finalEquity +[0-9,.]+ +[0-9,.]+ to ");
    }

    @Test
    void sumsUpEveryFigureOfARun() {
        JsonNode report = Cli.json("backtest", "--preset", "sma-cross", "--steps", 300, "--iterations", 3, "--json");

        for (JsonNode figure : report.at("/summary")) {
            double sum = 0;
            int defined = 0;
            String name = figure.at("/name").textValue();
            for (JsonNode run : report.at("/iterations")) {
                assertThat(run.has(name)).as(name).isTrue();
                sum += run.get(name).doubleValue();
                defined += run.get(name).isNull() ? 0 : 1;
            }
            assertThat(figure.at("/definedIn").intValue()).as(name).isEqualTo(defined);
            if (defined > 0) {
                assertThat(figure.at("/mean").doubleValue())
                        .as(name)
                        .isCloseTo(sum / defined, org.assertj.core.api.Assertions.within(1e-9 * Math.abs(sum)));
            }
        }
        assertThat(report.at("/summary")).hasSizeGreaterThan(20);
    }

    @Test
    void theDocumentHoldsTheEquityCurve() {
        JsonNode run = crossing("--set", "performance.equityPoints=50").at("/iterations/0");

        JsonNode curve = run.at("/equityCurve");
        assertThat(curve.size()).isBetween(25, 51);
        assertThat(curve.at("/0/0").textValue()).isEqualTo("2020-01-01T04:00:00Z");
        assertThat(curve.at("/0/1").doubleValue()).isEqualTo(100_000);
        assertThat(curve.get(curve.size() - 1).get(0)).isEqualTo(run.at("/to"));
        assertThat(curve.get(curve.size() - 1).get(1).doubleValue())
                .isCloseTo(run.at("/finalEquity").doubleValue(), org.assertj.core.api.Assertions.within(1e-6));
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

    private static JsonNode figure(JsonNode report, String name) {
        for (JsonNode figure : report.at("/summary")) {
            if (figure.at("/name").textValue().equals(name)) {
                return figure;
            }
        }
        throw new AssertionError("no " + name);
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
