package io.aqts.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aqts.core.data.BarSeries;
import io.aqts.performance.PerformanceSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkloadTest {

    @ParameterizedTest
    @CsvSource({
        "100000, 2153, 998075.1963, 0.001937769573, -36.26544886",
        "1000000, 21909, 980441.9957, 0.01956129188, -36.74187168"
    })
    void theCrossGivesTheAnswersThatOtherEnginesAgreeOn(
            int bars, long fills, double equity, double drawdown, double sharpe) {
        BarSeries series = Workload.series(bars);

        PerformanceSummary summary = Runs.run(Runs.smaCross(series), Long.MAX_VALUE);

        assertThat(summary.costs().fills()).isEqualTo(fills);
        assertThat(summary.finalEquity().toDouble()).isCloseTo(equity, within(5e-5));
        assertThat(summary.drawdown().maximum().orElse(-1)).isCloseTo(drawdown, within(5e-12));
        assertThat(summary.returns().sharpe().orElse(0)).isCloseTo(sharpe, within(5e-8));
    }

    @Test
    void theBareLoopGivesTheSameAnswers() {
        BareLoop.Result result = new BareLoop(Workload.series(100_000)).run(20, 50);

        assertThat(result.fills()).isEqualTo(2153);
        assertThat(result.finalEquity()).isCloseTo(998075.1963, within(5e-5));
        assertThat(result.maxDrawdown()).isCloseTo(0.001937769573, within(5e-12));
        assertThat(result.sharpe()).isCloseTo(-36.26544886, within(5e-8));
    }

    @Test
    void ta4jTradesAsOftenOnARunWithoutEqualAverages() {
        BarSeries series = Workload.series(20_000);

        int trades = new Ta4jCross(series).run(20, 50).getTrades().size();

        assertThat((long) trades)
                .isEqualTo(
                        Runs.run(Runs.smaCross(series), Long.MAX_VALUE).costs().fills());
    }
}
