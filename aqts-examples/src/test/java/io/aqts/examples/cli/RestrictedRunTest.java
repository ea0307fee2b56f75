package io.aqts.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A flat equity curve is explained where it is shown. */
class RestrictedRunTest {

    @TempDir
    Path directory;

    private Path bars;

    @BeforeEach
    void makeBars() throws Exception {
        bars = Files4h.gzip(directory, "kraken_XBTUSD_4h.csv.gz", 400);
    }

    @Test
    void theTextNamesWhenAndWhyTradingStoppedAndThatItNeverWentOn() {
        String text = Cli.text(command());

        assertThat(text)
                .containsPattern("\n  restricted  HALTED from step [0-9]+, 2020-[0-9TZ:-]+ and still at the end: "
                        + "circuit breaker, drawdown of [0-9.]+ %\n")
                .containsPattern("\n  restricted  [0-9]+ of 400 steps in all, [0-9]+ times?\n")
                .contains("breaker HALTED");
    }

    @Test
    void theDocumentNamesCauseLossAndTime() {
        JsonNode report = Cli.json(command("--json"));

        JsonNode run = report.at("/iterations/0");
        JsonNode all = run.at("/restrictions");
        JsonNode last = all.at("/kept").get(all.at("/kept").size() - 1);
        assertThat(all.at("/count").intValue()).isEqualTo(all.at("/kept").size());
        assertThat(last.at("/cause").textValue()).isEqualTo("DRAWDOWN");
        assertThat(last.at("/riskState").textValue()).isEqualTo("HALTED");
        assertThat(last.at("/loss").doubleValue()).isBetween(0.01, 0.2);
        assertThat(last.at("/from").textValue()).startsWith("2020-");
        assertThat(last.at("/until").isNull()).isTrue();
        int steps = all.at("/steps").intValue();
        assertThat(steps).isGreaterThanOrEqualTo(400 - last.at("/fromStep").intValue());
        assertThat(run.at("/restricted").doubleValue()).isCloseTo(steps / 400.0, within(1e-12));
        assertThat(report.at("/restricted")).isEqualTo(run.at("/restricted"));
    }

    @Test
    void aRuleIsNamedByItsReason() {
        JsonNode kept = Cli.json(command(
                        "--json",
                        "--set",
                        "risk.breaker.haltAt=1",
                        "--set",
                        "risk.breaker.reduceAt=1",
                        "--set",
                        "risk.rules.losses.daily.mode=SHARE",
                        "--set",
                        "risk.rules.losses.daily.limit=0.001"))
                .at("/iterations/0/restrictions/kept");

        assertThat(kept).isNotEmpty().allSatisfy(one -> {
            assertThat(one.at("/cause").textValue()).isEqualTo("RULE");
            assertThat(one.at("/reason").textValue()).isEqualTo("DAILY_LOSS");
        });
        assertThat(kept.at("/0/untilStep").intValue())
                .isGreaterThan(kept.at("/0/fromStep").intValue());
    }

    @Test
    void severalRunsNameTheirSeeds() {
        String text = Cli.text(
                "backtest",
                "--preset",
                "sma-cross",
                "--scenario",
                "CRASH",
                "--steps",
                400,
                "--iterations",
                5,
                "--set",
                "risk.breaker.haltAt=0.011",
                "--set",
                "risk.breaker.reduceAt=0.01");

        assertThat(text)
                .containsPattern("\n  restricted  seed 4[0-9]: HALTED from step ")
                .containsPattern("\n  restricted  [1-5] of 5 runs\n")
                .containsPattern("\n  restricted +0\\.[0-9]+ ");
    }

    @Test
    void aComparisonOfScenariosTellsTheShareOfTheSteps() {
        String text = Cli.text(
                "backtest",
                "--preset",
                "sma-cross",
                "--scenario",
                "CRASH,BULL",
                "--steps",
                400,
                "--iterations",
                5,
                "--set",
                "risk.breaker.haltAt=0.011",
                "--set",
                "risk.breaker.reduceAt=0.01");

        assertThat(text).containsPattern("\n  restricted  [0-9.]+ % of the steps in CRASH\n");
    }

    @Test
    void aRunThatWasFreeSaysNothingOfIt() {
        Object[] free = {
            "backtest",
            "--bars",
            bars,
            "--preset",
            "sma-cross",
            "--set",
            "risk.breaker.haltAt=1",
            "--set",
            "risk.breaker.reduceAt=1"
        };

        assertThat(Cli.text(free)).doesNotContain("restricted");
    }

    private Object[] command(Object... more) {
        List<Object> all = new ArrayList<>(
                List.of("backtest", "--bars", bars, "--preset", "sma-cross", "--fast", 5, "--slow", 20));
        all.addAll(List.of("--set", "risk.breaker.reduceAt=0.01", "--set", "risk.breaker.haltAt=0.011"));
        all.addAll(List.of(more));
        return all.toArray();
    }
}
