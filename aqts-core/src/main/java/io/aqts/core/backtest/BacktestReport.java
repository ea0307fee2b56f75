package io.aqts.core.backtest;

import io.aqts.performance.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What a backtest found: each iteration, and each figure over all of them.
 *
 * @param manifest what the result hangs on
 * @param iterations the runs, in the order of their seeds
 * @param summary each figure over the iterations that define it, with the interval of its mean
 * @param envelopes of each iteration, how much of its result hangs on what the data hides; none if it was not asked for
 */
public record BacktestReport(
        RunManifest manifest, List<IterationReport> iterations, List<FigureSummary> summary, List<Envelope> envelopes) {

    private static final double SECOND_NANOS = 1e9;

    private static final List<Figure> FIGURES = List.of(
            new Figure(
                    "finalEquity",
                    all -> Statistic.of(all.summary().finalEquity().toDouble())),
            new Figure("totalReturn", all -> all.summary().returns().totalReturn()),
            new Figure("cagr", all -> all.summary().returns().cagr()),
            new Figure("volatility", all -> all.summary().returns().volatility()),
            new Figure("sharpe", all -> all.summary().returns().sharpe()),
            new Figure("sortino", all -> all.summary().returns().sortino()),
            new Figure("calmar", all -> all.summary().returns().calmar()),
            new Figure("maxDrawdown", all -> all.summary().drawdown().maximum()),
            new Figure("finalDrawdown", all -> all.summary().drawdown().current()),
            new Figure(
                    "longestUnderWaterSeconds",
                    all -> Statistic.of(all.summary().drawdown().longestUnderWaterNanos() / SECOND_NANOS)),
            new Figure("fills", all -> count(all.summary().costs().fills())),
            new Figure("trades", all -> count(all.summary().trades().count())),
            new Figure("winRate", all -> all.summary().trades().winRate()),
            new Figure("payoff", all -> all.summary().trades().payoff()),
            new Figure("expectancy", all -> all.summary().trades().expectancy()),
            new Figure("profitFactor", all -> all.summary().trades().profitFactor()),
            new Figure("ambiguousTrades", all -> count(all.summary().trades().ambiguous())),
            new Figure("fees", all -> Statistic.of(all.summary().costs().fees().toDouble())),
            new Figure(
                    "slippage",
                    all -> Statistic.of(all.summary().costs().slippage().toDouble())),
            new Figure("turnover", all -> all.summary().costs().turnover()),
            new Figure("exposure", all -> all.summary().costs().exposure()),
            new Figure("averageLeverage", all -> all.summary().costs().averageLeverage()),
            new Figure("restricted", IterationReport::restricted));

    /** Copies the lists. */
    public BacktestReport {
        iterations = List.copyOf(iterations);
        summary = List.copyOf(summary);
        envelopes = List.copyOf(envelopes);
    }

    /** {@return how many steps all iterations had together} */
    public long steps() {
        long steps = 0;
        for (IterationReport iteration : iterations) {
            steps += iteration.summary().span().steps();
        }
        return steps;
    }

    /**
     * One figure over the iterations.
     *
     * @param name its name, such as {@code sharpe}
     * @return the figure
     * @throws IllegalArgumentException if there is no figure of that name
     */
    public FigureSummary figure(String name) {
        for (FigureSummary figure : summary) {
            if (figure.name().equals(name)) {
                return figure;
            }
        }
        throw new IllegalArgumentException("name must be one of "
                + summary.stream().map(FigureSummary::name).toList() + ", but was " + name);
    }

    static BacktestReport of(
            RunManifest manifest, List<IterationReport> iterations, List<Envelope> envelopes, double confidence) {
        List<FigureSummary> summary = new ArrayList<>();
        for (Figure figure : FIGURES) {
            List<Statistic> values = iterations.stream()
                    .map(iteration -> figure.of().apply(iteration))
                    .toList();
            summary.add(FigureSummary.of(figure.name(), values, confidence));
        }
        return new BacktestReport(manifest, iterations, summary, envelopes);
    }

    private static Statistic count(long number) {
        return Statistic.of((double) number);
    }

    private record Figure(String name, Function<IterationReport, Statistic> of) {}
}
