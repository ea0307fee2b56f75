package io.aqts.examples;

import io.aqts.core.backtest.BacktestReport;
import io.aqts.core.backtest.IterationReport;
import io.aqts.performance.PerformanceSummary;
import io.aqts.performance.Statistic;
import java.util.List;
import java.util.Locale;

/** A report in one line for each run. */
final class InShort {

    private InShort() {}

    static List<String> lines(BacktestReport report) {
        return report.iterations().stream().map(InShort::line).toList();
    }

    static String line(IterationReport run) {
        PerformanceSummary summary = run.summary();
        return String.format(
                Locale.ROOT,
                "seed %d: %d trades, %s won, fees %.2f, equity %.2f",
                run.seed(),
                summary.trades().count(),
                percent(summary.trades().winRate()),
                summary.costs().fees().toDouble(),
                summary.finalEquity().toDouble());
    }

    static String percent(Statistic share) {
        return share.isDefined() ? String.format(Locale.ROOT, "%.1f %%", 100 * share.orElse(0)) : "none";
    }
}
