package io.aqts.examples.cli;

import io.aqts.config.Scenario;
import io.aqts.core.analyse.ReasonCount;
import io.aqts.core.backtest.BacktestReport;
import io.aqts.core.backtest.FigureSummary;
import io.aqts.core.backtest.IterationReport;
import io.aqts.core.backtest.RunManifest;
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
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** A report for people. */
final class ReportText {

    private static final double DAY_NANOS = 86_400e9;
    private static final Decimal LARGE = Decimal.of(100);
    private static final int RESTRICTED_RUNS = 3;

    /** What scenarios are compared by. */
    private static final List<Column> COLUMNS = List.of(
            new Column("final equity", "finalEquity", "%,.2f", 1, 25),
            new Column("return", "totalReturn", "%.2f %%", 100, 19),
            new Column("Sharpe", "sharpe", "%.3f", 1, 19),
            new Column("drawdown", "maxDrawdown", "%.2f %%", 100, 18),
            new Column("trades", "trades", "%.1f", 1, 16),
            new Column("win rate", "winRate", "%.2f %%", 100, 18),
            new Column("fees", "fees", "%,.2f", 1, 22));

    private ReportText() {}

    static void write(Output output, TimedReport timed) {
        PrintWriter out = output.text();
        BacktestReport report = timed.report();
        RunManifest manifest = report.manifest();
        List<IterationReport> iterations = report.iterations();
        PerformanceSummary first = iterations.get(0).summary();
        out.println(output.ansi().string("@|bold Backtest|@ of ") + manifest.preset() + ", AQTS " + manifest.version());
        manifest.data().forEach(origin -> parts(out, "data", origin));
        line(
                out,
                "span",
                ReportJson.instant(first.span().startNanos()) + " to "
                        + ReportJson.instant(first.span().endNanos()));
        line(out, "steps", speed(timed));
        line(out, "layers", String.join(" > ", manifest.layers()));
        line(out, "digest", ReportJson.digest(iterations));
        out.println();
        if (iterations.size() == 1) {
            single(out, iterations.get(0));
        } else {
            table(out, iterations);
            figures(out, report);
        }
        EnvelopeText.write(out, report);
        out.println();
        reasons(out, iterations);
        manifest.assumptions().forEach(assumption -> line(out, "assumed", assumption));
        line(out, "config", manifest.configHash().substring(0, 16) + ", seeds " + seeds(manifest.seeds()));
    }

    static void write(Output output, Map<Scenario, TimedReport> reports) {
        PrintWriter out = output.text();
        RunManifest manifest = reports.values().iterator().next().report().manifest();
        out.println(output.ansi().string("@|bold Scenarios side by side|@, means over the iterations"));
        line(out, "preset", manifest.preset() + ", AQTS " + manifest.version());
        line(out, "seeds", seeds(manifest.seeds()));
        reports.forEach((scenario, timed) -> line(
                out,
                "steps",
                speed(timed) + " in " + scenario + ", config "
                        + timed.report().manifest().configHash().substring(0, 16)));
        out.println();
        compared(out, "mean", reports, Column::mean);
        if (manifest.seeds().size() > 1) {
            out.println();
            compared(out, "interval", reports, Column::interval);
        }
        reports.forEach((scenario, timed) -> {
            Statistic share = timed.report().figure("restricted").mean();
            if (share.orElse(0) > 0) {
                line(out, "restricted", percent(share) + " of the steps in " + scenario);
            }
        });
    }

    private static void compared(
            PrintWriter out,
            String kind,
            Map<Scenario, TimedReport> reports,
            BiFunction<Column, BacktestReport, String> cell) {
        StringBuilder head = new StringBuilder(text("  %-18s", kind));
        COLUMNS.forEach(column -> head.append(column.padded(column.title())));
        out.println(head);
        reports.forEach((scenario, timed) -> {
            StringBuilder row = new StringBuilder(text("  %-18s", scenario));
            COLUMNS.forEach(column -> row.append(column.padded(cell.apply(column, timed.report()))));
            out.println(row);
        });
    }

    private static String speed(TimedReport timed) {
        return text("%,d in %.2f s, %,.0f a second", timed.report().steps(), timed.seconds(), timed.stepsPerSecond());
    }

    /** A statement in parts, each on a line of its own. */
    private static void parts(PrintWriter out, String name, String statement) {
        for (String part : statement.split("; ", -1)) {
            line(out, name, part);
        }
    }

    /** One figure of the comparison of scenarios. */
    private record Column(String title, String figure, String format, double unit, int width) {

        String padded(String value) {
            return " ".repeat(Math.max(1, width + 1 - value.length())) + value;
        }

        String mean(BacktestReport report) {
            FigureSummary summary = report.figure(figure);
            return number(format, summary.mean(), unit) + outOf(summary, report);
        }

        String interval(BacktestReport report) {
            StringBuilder text = new StringBuilder();
            for (Interval range : report.figure(figure).interval()) {
                String plain = format.replace(" %%", "");
                text.append(text(plain, unit * range.low())).append(" to ").append(text(format, unit * range.high()));
            }
            return text.isEmpty() ? "undefined" : text.toString();
        }
    }

    /** How many iterations a mean rests on, where it is not all of them. */
    private static String outOf(FigureSummary figure, BacktestReport report) {
        int all = report.iterations().size();
        return figure.defined() == all ? "" : " (" + figure.defined() + " of " + all + ")";
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
        RestrictionText.of(iteration).forEach(text -> line(out, "restricted", text));
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
                open,
                iteration.portfolio().openOrders().size(),
                iteration.portfolio().riskState());
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
        restrictions(out, iterations);
        out.println();
    }

    /** Of the first runs that did not trade freely, when and why; of all, how many there were. */
    private static void restrictions(PrintWriter out, List<IterationReport> iterations) {
        List<IterationReport> restricted = iterations.stream()
                .filter(iteration -> iteration.restrictions().count() > 0)
                .toList();
        for (IterationReport iteration : restricted.subList(0, Math.min(RESTRICTED_RUNS, restricted.size()))) {
            RestrictionText.of(iteration)
                    .forEach(text -> line(out, "restricted", "seed " + iteration.seed() + ": " + text));
        }
        if (!restricted.isEmpty()) {
            line(out, "restricted", text("%,d of %,d runs", restricted.size(), iterations.size()));
        }
    }

    private static void figures(PrintWriter out, BacktestReport report) {
        out.println(text("  %-25s %22s   %s", "figure", "mean", "interval of the mean"));
        for (FigureSummary figure : report.summary()) {
            StringBuilder interval = new StringBuilder();
            for (Interval range : figure.interval()) {
                interval.append(text("%,.4f to %,.4f (%.0f %%)", range.low(), range.high(), 100 * range.confidence()));
            }
            out.println(text(
                    "  %-25s %22s   %s",
                    figure.name(), number("%,.4f", figure.mean()) + outOf(figure, report), interval));
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
        return number("%.2f %%", statistic, 100);
    }

    private static String number(String format, Statistic statistic) {
        return number(format, statistic, 1);
    }

    /** A figure counted in a unit of its own, such as 100 for per cent. */
    static String number(String format, Statistic statistic, double unit) {
        return statistic instanceof Statistic.Defined defined ? text(format, unit * defined.value()) : "undefined";
    }

    static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
