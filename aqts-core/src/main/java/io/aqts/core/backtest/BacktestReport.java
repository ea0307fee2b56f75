package io.aqts.core.backtest;

import io.aqts.performance.PerformanceSummary;
import io.aqts.performance.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What a backtest found: each iteration, and each figure over all of them.
 *
 * @param manifest what the result hangs on
 * @param iterations the runs, in the order of their seeds
 * @param spreads each figure over the iterations, with the interval of its mean
 */
public record BacktestReport(RunManifest manifest, List<IterationReport> iterations, List<Spread> spreads) {

    /** Copies the lists. */
    public BacktestReport {
        iterations = List.copyOf(iterations);
        spreads = List.copyOf(spreads);
    }

    static BacktestReport of(RunManifest manifest, List<IterationReport> iterations, double confidence) {
        List<Spread> spreads = new ArrayList<>();
        for (Figure figure : FIGURES) {
            List<Statistic> values = iterations.stream()
                    .map(iteration -> figure.of().apply(iteration.summary()))
                    .toList();
            spreads.add(Spread.of(figure.name(), values, confidence));
        }
        return new BacktestReport(manifest, iterations, spreads);
    }

    private static final List<Figure> FIGURES = List.of(
            new Figure(
                    "finalEquity", summary -> Statistic.of(summary.finalEquity().toDouble())),
            new Figure("totalReturn", summary -> summary.returns().totalReturn()),
            new Figure("cagr", summary -> summary.returns().cagr()),
            new Figure("volatility", summary -> summary.returns().volatility()),
            new Figure("sharpe", summary -> summary.returns().sharpe()),
            new Figure("sortino", summary -> summary.returns().sortino()),
            new Figure("maxDrawdown", summary -> summary.drawdown().maximum()),
            new Figure(
                    "trades", summary -> Statistic.of((double) summary.trades().count())),
            new Figure("winRate", summary -> summary.trades().winRate()),
            new Figure("expectancy", summary -> summary.trades().expectancy()),
            new Figure("fees", summary -> Statistic.of(summary.costs().fees().toDouble())));

    private record Figure(String name, Function<PerformanceSummary, Statistic> of) {}
}
