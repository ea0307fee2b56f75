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
 * @param summary each figure over the iterations that define it, with the interval of its mean
 * @param envelopes of each iteration, how much of its result hangs on what the data hides; none if it was not asked for
 */
public record BacktestReport(
        RunManifest manifest, List<IterationReport> iterations, List<FigureSummary> summary, List<Envelope> envelopes) {

    private static final double SECOND_NANOS = 1e9;

    private static final List<Figure> FIGURES = List.of(
            of("finalEquity", all -> Statistic.of(all.finalEquity().toDouble())),
            of("totalReturn", all -> all.returns().totalReturn()),
            of("cagr", all -> all.returns().cagr()),
            of("volatility", all -> all.returns().volatility()),
            of("sharpe", all -> all.returns().sharpe()),
            of("sortino", all -> all.returns().sortino()),
            of("calmar", all -> all.returns().calmar()),
            of("maxDrawdown", all -> all.drawdown().maximum()),
            of("finalDrawdown", all -> all.drawdown().current()),
            of("longestUnderWaterSeconds", all -> Statistic.of(all.drawdown().longestUnderWaterNanos() / SECOND_NANOS)),
            of("fills", all -> count(all.costs().fills())),
            of("trades", all -> count(all.trades().count())),
            of("winRate", all -> all.trades().winRate()),
            of("payoff", all -> all.trades().payoff()),
            of("expectancy", all -> all.trades().expectancy()),
            of("profitFactor", all -> all.trades().profitFactor()),
            of("ambiguousTrades", all -> count(all.trades().ambiguous())),
            of("fees", all -> Statistic.of(all.costs().fees().toDouble())),
            of("slippage", all -> Statistic.of(all.costs().slippage().toDouble())),
            of("turnover", all -> all.costs().turnover()),
            of("exposure", all -> all.costs().exposure()),
            of("averageLeverage", all -> all.costs().averageLeverage()),
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

    private static Figure of(String name, Function<PerformanceSummary, Statistic> figure) {
        return new Figure(name, iteration -> figure.apply(iteration.summary()));
    }

    private static Statistic count(long number) {
        return Statistic.of((double) number);
    }

    private record Figure(String name, Function<IterationReport, Statistic> of) {}
}
