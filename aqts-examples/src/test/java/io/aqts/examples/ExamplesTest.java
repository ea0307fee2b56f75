package io.aqts.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aqts.Orchestrator;
import io.aqts.Step;
import io.aqts.config.Scenario;
import io.aqts.core.AqtsBuilder;
import io.aqts.core.backtest.Backtest;
import io.aqts.core.backtest.BacktestReport;
import io.aqts.core.backtest.IterationReport;
import io.aqts.core.backtest.ScenarioComparison;
import io.aqts.core.detect.AblationReport;
import io.aqts.market.Instrument;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.Fill;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskVerdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamplesTest {

    private static final long HOUR_NANOS = 3_600_000_000_000L;

    @TempDir
    Path directory;

    @Test
    void helloPrintsWhatTheReadmeSays() throws Exception {
        String readme = Files.readString(Path.of("..", "README.md"));
        Matcher output = Pattern.compile("It prints exactly this[^\\n]*\\n\\n```\\n(.*?)```", Pattern.DOTALL)
                .matcher(readme);

        assertThat(output.find()).isTrue();
        assertThat(Printed.by(() -> HelloAqts.main(new String[0])))
                .containsExactlyElementsOf(output.group(1).lines().toList());
    }

    @Test
    void yourOwnSourceIsATideThatAveragesFollow() throws Exception {
        BacktestReport report = Backtest.of(YourOwnSource.wire()).run();

        IterationReport run = report.iterations().get(0);
        assertThat(run.summary().span().steps()).isEqualTo(2_400);
        assertThat(run.summary().trades().count()).isEqualTo(8);
        assertThat(run.summary().trades().wins()).isEqualTo(7);
        assertThat(report.manifest().layers()).first().isEqualTo("Tide");
        assertThat(Printed.by(() -> YourOwnSource.main(new String[0])))
                .containsExactly("seed 42: 8 trades, 87.5 % won, fees 3303.79, equity 374819.31");
    }

    @Test
    void yourOwnDetectorIsHeardWhenTheCloseLeavesTheRange() {
        List<Step> steps = steps(YourOwnDetector.wire(), 400);

        assertThat(steps)
                .filteredOn(step -> !step.signals().isEmpty())
                .isNotEmpty()
                .allSatisfy(step -> {
                    double close = close(step);
                    List<Double> before = closes(steps, step.index() - 60, step.index());
                    double score = step.signals().get(0).score();
                    assertThat(before).allMatch(earlier -> score > 0 ? close > earlier : close < earlier);
                });
        assertThat(steps.subList(0, 60)).allMatch(step -> step.signals().isEmpty());
        assertThat(fills(steps)).isNotEmpty();
    }

    @Test
    void yourOwnFusionActsOnlyWhenAllAgree() {
        List<Step> steps = steps(YourOwnFusion.wire(), 600);

        assertThat(steps.subList(0, 239)).allMatch(step -> reason(step).equals("SPLIT_VOTE"));
        assertThat(steps).anyMatch(step -> reason(step).equals("SIGNAL"));
        assertThat(steps).filteredOn(step -> reason(step).equals("SIGNAL")).allSatisfy(step -> {
            double sum = step.signals().stream()
                    .filter(signal -> signal.instrument() == 0)
                    .mapToDouble(signal -> signal.score())
                    .sum();
            assertThat(Math.abs(sum)).isEqualTo(3);
        });
        assertThat(fills(steps)).isNotEmpty().allMatch(fill -> fill.instrument() == 0);
    }

    @Test
    void yourOwnRuleOpensNothingOutOfHours() {
        List<Step> steps = steps(YourOwnRisk.wire(1, 3), 360);

        List<ApprovedOrder> openings = new ArrayList<>();
        steps.forEach(step -> step.orders().stream()
                .filter(order -> !order.order().reduceOnly())
                .forEach(openings::add));
        assertThat(openings).isNotEmpty().allMatch(order -> {
            long hour = order.epochNanos() / HOUR_NANOS % 24;
            return hour == 1 || hour == 2;
        });
        assertThat(reasons(steps)).contains(new ReasonCode("OUT_OF_HOURS"));
    }

    @Test
    void yourOwnRiskManagerSpendsATenthAndIsNeverShort() {
        List<Step> steps = steps(YourOwnRiskManager.wire(), 600);

        assertThat(fills(steps)).isNotEmpty();
        assertThat(steps).allSatisfy(step -> {
            double equity = step.portfolio().markedEquity();
            step.portfolio().positions().forEach(position -> {
                double worth = position.quantity().toDouble() * position.mark();
                assertThat(worth).isBetween(0.0, 0.11 * equity);
            });
        });
    }

    @Test
    void yourOwnVenueRejectsDuringMaintenanceAndFillsBetween() {
        List<Step> steps = steps(YourOwnVenue.wire(), 600);

        List<ExecutionEvent> rejected = new ArrayList<>();
        steps.forEach(step -> step.events().stream()
                .filter(ExecutionEvent.Rejected.class::isInstance)
                .forEach(rejected::add));
        assertThat(rejected).isNotEmpty().allMatch(event -> event.epochNanos() / 60_000_000_000L % 60 < 10);
        assertThat(fills(steps)).isNotEmpty();
    }

    @Test
    void severalInstrumentsShareOneAccount() {
        assertThat(SeveralInstruments.run())
                .containsExactly(
                        "BTC/USDT: holds 2.2719, earned -1274.984766, paid 1222.38742023",
                        "ETH/USDT: holds 37.364, earned -107.117427, paid 539.71059368",
                        "SOL/USDT: holds 366.142, earned -415.109988, paid 692.7604826",
                        "together: cash -120380.15058951, equity 95859.70397049");
    }

    @Test
    void backtestACsvReadsTheFile() throws Exception {
        StringBuilder csv = new StringBuilder("timestamp,open,high,low,close,volume\n");
        for (int day = 0; day < 300; day++) {
            double price = 100 + 20 * StrictMath.sin(day / 20.0);
            csv.append(86_400L * day)
                    .append(String.format(java.util.Locale.ROOT, ",%1$.2f,%1$.2f,%1$.2f,%1$.2f,5%n", price));
        }
        Path file = Files.writeString(directory.resolve("days.csv"), csv);

        BacktestReport report = BacktestACsv.run(file, "BTC/EUR");

        IterationReport run = report.iterations().get(0);
        assertThat(run.summary().span().steps()).isEqualTo(300);
        assertThat(run.summary().trades().count()).isPositive();
        assertThat(run.portfolio().currency()).isEqualTo("EUR");
        assertThat(Printed.by(() -> BacktestACsv.main(new String[] {file.toString(), "BTC/EUR"})))
                .containsExactly(InShort.line(run));
    }

    @Test
    void compareSeedsShowsTenRunsAndWhereTheMeanLies() {
        List<String> lines = CompareSeeds.run();

        assertThat(lines.subList(0, 10)).allMatch(line -> line.startsWith("seed "));
        assertThat(lines.get(0)).isEqualTo("seed 1: 8 trades, 62.5 % won, fees 1734.77, equity 103399.75");
        assertThat(lines.get(10))
                .isEqualTo("finalEquity  mean   97842.1188, with 95 % confidence between 95619.4310 and 100064.8066");
    }

    @Test
    void compareScenariosRunsEveryWeatherWithTheSameSeeds() {
        List<ScenarioComparison.Entry> entries = CompareScenarios.run();

        assertThat(entries).extracting(ScenarioComparison.Entry::scenario).containsExactly(Scenario.values());
        assertThat(entries)
                .allSatisfy(
                        entry -> assertThat(entry.report().manifest().seeds()).containsExactly(42L, 43L));
        assertThat(CompareScenarios.lines(entries)).hasSize(3 * Scenario.values().length);
    }

    @Test
    void paperTradeFollowsWhatIsPushed() throws Exception {
        assertThat(Printed.by(() -> PaperTrade.main(new String[0])))
                .containsExactly("BUY 2.3740518 at 42080", "SELL 2.3740518 at 42320", "equity 100369.40246008");
    }

    @Test
    void theFeedEndsOnceAndForAll() {
        PushedBars feed = new PushedBars(Instrument.of("BTC/USDT"));
        feed.end();

        assertThat(feed.next()).isEmpty();
        assertThat(feed.next()).isEmpty();
    }

    @Test
    void goldenRatioClaimsNothingWithoutEvidence() {
        AblationReport report = GoldenRatio.run(5, 4_000);

        assertThat(report.others()).hasSize(5);
        assertThat(report.reference().ratio()).isCloseTo(0.618034, within(1e-6));
        assertThat(report.isSpecial()).isFalse();
        assertThat(report.finding())
                .startsWith("There is no evidence that the ratio 0.618034 is special on this data:");
    }

    private static List<Step> steps(AqtsBuilder builder, int count) {
        List<Step> steps = new ArrayList<>();
        try (Orchestrator aqts = builder.build()) {
            for (int i = 0; i < count; i++) {
                steps.add(aqts.next().orElseThrow());
            }
        }
        return steps;
    }

    private static List<Fill> fills(List<Step> steps) {
        return steps.stream().flatMap(step -> step.fills().stream()).toList();
    }

    private static List<ReasonCode> reasons(List<Step> steps) {
        return steps.stream()
                .flatMap(step -> step.verdicts().stream())
                .map(RiskVerdict::reasons)
                .flatMap(List::stream)
                .toList();
    }

    private static String reason(Step step) {
        return step.decision().proposals().get(0).reasons().get(0).code();
    }

    private static double close(Step step) {
        return step.snapshot().instrument(0).bar().close();
    }

    private static List<Double> closes(List<Step> steps, long from, long to) {
        return steps.subList((int) from, (int) to).stream()
                .map(ExamplesTest::close)
                .toList();
    }
}
