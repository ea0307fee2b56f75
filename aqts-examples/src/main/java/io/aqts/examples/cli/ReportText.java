package io.aqts.examples.cli;

import io.aqts.core.analyse.ReasonCount;
import io.aqts.core.backtest.BacktestReport;
import io.aqts.core.backtest.IterationReport;
import io.aqts.core.backtest.RunManifest;
import io.aqts.core.backtest.ScenarioComparison;
import io.aqts.core.backtest.Spread;
import io.aqts.performance.Interval;
import io.aqts.performance.PerformanceSummary;
import io.aqts.performance.ReturnStatistics;
import io.aqts.performance.Statistic;
import io.aqts.trade.Decimal;
import java.io.PrintWriter;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A report for people. */
final class ReportText {

    private static final double DAY_NANOS = 86_400e9;
    private static final Decimal LARGE = Decimal.of(100);

    private ReportText() {}

    static void write(Output output, BacktestReport report, double seconds) {
        PrintWriter out = output.text();
        RunManifest manifest = report.manifest();
        List<IterationReport> iterations = report.iterations();
        PerformanceSummary first = iterations.get(0).summary();
        out.println(output.ansi().string("@|bold Backtest|@ of ") + manifest.preset() + ", AQTS " + manifest.version());
        if (manifest.data().isEmpty()) {
            line(out, "data", "simulated");
        }
        manifest.data().forEach(origin -> line(out, "data", origin));
        line(
                out,
                "span",
                ReportJson.instant(first.span().startNanos()) + " to "
                        + ReportJson.instant(first.span().endNanos()));
        long steps =
                iterations.stream().mapToLong(i -> i.summary().span().steps()).sum();
        line(out, "steps", text("%,d in %.2f s, %,.0f a second", steps, seconds, steps / seconds));
        line(out, "layers", String.join(" > ", manifest.layers()));
        line(out, "digest", ReportJson.digest(iterations));
        out.println();
        if (iterations.size() == 1) {
            single(out, iterations.get(0));
        } else {
            table(out, iterations);
            spreads(out, report.spreads());
        }
        out.println();
        reasons(out, iterations);
        manifest.assumptions().forEach(assumption -> line(out, "assumed", assumption));
        line(out, "config", manifest.configHash().substring(0, 16) + ", seeds " + seeds(manifest.seeds()));
    }

    static void write(Output output, List<ScenarioComparison.Entry> entries) {
        PrintWriter out = output.text();
        RunManifest manifest = entries.get(0).report().manifest();
        out.println(output.ansi().string("@|bold Scenarios side by side|@, means over the iterations"));
        line(out, "preset", manifest.preset() + ", AQTS " + manifest.version());
        line(out, "seeds", seeds(manifest.seeds()));
        line(
                out,
                "steps",
                text(
                        "%,d in each run",
                        entries.get(0)
                                .report()
                                .iterations()
                                .get(0)
                                .summary()
                                .span()
                                .steps()));
        out.println();
        out.println(text(
                "  %-18s %16s %10s %10s %8s %10s",
                "scenario", "final equity", "return", "drawdown", "trades", "win rate"));
        for (ScenarioComparison.Entry entry : entries) {
            List<Spread> spreads = entry.report().spreads();
            out.println(text(
                    "  %-18s %16s %10s %10s %8s %10s",
                    entry.scenario(),
                    number("%,.2f", mean(spreads, "finalEquity")),
                    percent(mean(spreads, "totalReturn")),
                    percent(mean(spreads, "maxDrawdown")),
                    number("%.1f", mean(spreads, "trades")),
                    percent(mean(spreads, "winRate"))));
        }
    }

    private static Statistic mean(List<Spread> spreads, String name) {
        return spreads.stream()
                .filter(spread -> spread.name().equals(name))
                .findFirst()
                .map(Spread::mean)
                .orElseThrow();
    }

    private static void single(PrintWriter out, IterationReport iteration) {
        PerformanceSummary summary = iteration.summary();
        line(
                out,
                "equity",
                money(summary.initialEquity()) + " > " + money(summary.finalEquity()) + " "
                        + iteration.portfolio().currency());
        returns(out, summary.returns());
        line(
                out,
                "drawdown",
                percent(summary.drawdown().maximum())
                        + text(
                                ", under water for up to %.1f days%s",
                                summary.drawdown().longestUnderWaterNanos() / DAY_NANOS,
                                summary.drawdown().recovered() ? "" : ", not recovered"));
        trades(out, summary);
        line(
                out,
                "fees",
                money(summary.costs().fees()) + ", slippage "
                        + money(summary.costs().slippage()));
        line(
                out,
                "exposure",
                percent(summary.costs().exposure()) + " of the time, turnover "
                        + number("%.2f", summary.costs().turnover()) + " times the equity");
        line(out, "at the end", state(iteration));
    }

    private static void returns(PrintWriter out, ReturnStatistics returns) {
        line(out, "return", percent(returns.totalReturn()) + ", yearly " + percent(returns.cagr()));
        line(out, "volatility", percent(returns.volatility()) + " a year");
        line(
                out,
                "Sharpe",
                number("%.3f", returns.sharpe()) + ", Sortino "
                        + number("%.3f", returns.sortino())
                        + text(" (%,d returns, %,.1f a year)", returns.periods(), returns.periodsPerYear()));
    }

    private static void trades(PrintWriter out, PerformanceSummary summary) {
        long count = summary.trades().count();
        StringBuilder rate = new StringBuilder(percent(summary.trades().winRate()));
        for (Interval interval : summary.trades().winRateInterval()) {
            rate.append(text(
                    " (%.0f %%: %.1f to %.1f %%)",
                    100 * interval.confidence(), 100 * interval.low(), 100 * interval.high()));
        }
        line(out, "trades", text("%,d closed, %,d fills", count, summary.costs().fills()));
        if (count > 0) {
            line(
                    out,
                    "won",
                    rate + ", payoff " + number("%.2f", summary.trades().payoff()) + ", expectancy "
                            + number("%.2f", summary.trades().expectancy()) + ", profit factor "
                            + number("%.2f", summary.trades().profitFactor()));
        }
    }

    private static String state(IterationReport iteration) {
        long open = iteration.portfolio().positions().stream()
                .filter(position -> !position.isFlat())
                .count();
        return text(
                "open positions %d, valued at the last price; unfilled orders %d; breaker %s",
                open, iteration.unfilled().size(), iteration.portfolio().riskState());
    }

    private static String seeds(List<Long> seeds) {
        return seeds.size() == 1 ? seeds.get(0).toString() : seeds.get(0) + " to " + seeds.get(seeds.size() - 1);
    }

    /** Large sums to the cent, small ones to eight decimals. */
    static String money(Decimal sum) {
        boolean large = sum.abs().compareTo(LARGE) >= 0 || sum.isZero();
        return large
                ? text("%,.2f", sum.toBigDecimal())
                : sum.round(8, RoundingMode.HALF_EVEN).toString();
    }

    private static void table(PrintWriter out, List<IterationReport> iterations) {
        out.println(text(
                "  %8s %16s %10s %10s %8s %10s %9s",
                "seed", "final equity", "return", "drawdown", "trades", "win rate", "breaker"));
        for (IterationReport iteration : iterations) {
            PerformanceSummary summary = iteration.summary();
            out.println(text(
                    "  %8d %,16.2f %10s %10s %8d %10s %9s",
                    iteration.seed(),
                    summary.finalEquity().toDouble(),
                    percent(summary.returns().totalReturn()),
                    percent(summary.drawdown().maximum()),
                    summary.trades().count(),
                    percent(summary.trades().winRate()),
                    iteration.portfolio().riskState()));
        }
        out.println();
    }

    private static void spreads(PrintWriter out, List<Spread> spreads) {
        out.println(text("  %-14s %16s   %s", "figure", "mean", "interval of the mean"));
        for (Spread spread : spreads) {
            StringBuilder interval = new StringBuilder();
            for (Interval range : spread.interval()) {
                interval.append(text("%,.4f to %,.4f (%.0f %%)", range.low(), range.high(), 100 * range.confidence()));
            }
            out.println(text("  %-14s %16s   %s", spread.name(), number("%,.4f", spread.mean()), interval));
        }
    }

    /** Why things were done or not done, over all iterations: one line for each outcome. */
    private static void reasons(PrintWriter out, List<IterationReport> iterations) {
        for (ReasonCount.Outcome outcome : ReasonCount.Outcome.values()) {
            Map<String, Long> counts = new TreeMap<>();
            iterations.stream()
                    .flatMap(iteration -> iteration.reasons().stream())
                    .filter(reason -> reason.outcome() == outcome)
                    .forEach(reason -> counts.merge(reason.reason().code(), reason.count(), Long::sum));
            if (!counts.isEmpty()) {
                String all = counts.entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .map(entry -> text("%s %,d", entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining(", "));
                line(out, outcome.name().toLowerCase(Locale.ROOT), all);
            }
        }
    }

    private static void line(PrintWriter out, String name, String value) {
        out.println(text("  %-11s %s", name, value));
    }

    private static String percent(Statistic statistic) {
        return statistic instanceof Statistic.Defined defined ? text("%.2f %%", 100 * defined.value()) : "undefined";
    }

    private static String number(String format, Statistic statistic) {
        return statistic instanceof Statistic.Defined defined ? text(format, defined.value()) : "undefined";
    }

    static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
