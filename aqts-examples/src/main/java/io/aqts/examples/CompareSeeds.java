package io.aqts.examples;

import io.aqts.core.Aqts;
import io.aqts.core.Presets;
import io.aqts.core.backtest.Backtest;
import io.aqts.core.backtest.BacktestReport;
import io.aqts.core.backtest.FigureSummary;
import io.aqts.performance.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How much of a result is chance: the same strategy with ten seeds, and where the mean really lies. */
public final class CompareSeeds {

    private CompareSeeds() {}

    static List<String> run() {
        BacktestReport report = Backtest.of(Aqts.simulation()
                        .preset(Presets.smaCross())
                        .config(c -> c.seed(1).backtest(b -> b.iterations(10).steps(720))))
                .run();
        List<String> lines = new ArrayList<>(InShort.lines(report));
        for (FigureSummary figure : report.summary()) {
            for (Interval where : figure.interval()) {
                lines.add(String.format(
                        Locale.ROOT,
                        "%-12s mean %12.4f, with %.0f %% confidence between %.4f and %.4f",
                        figure.name(),
                        figure.mean().orElse(0),
                        100 * where.confidence(),
                        where.low(),
                        where.high()));
            }
        }
        return lines;
    }

    /**
     * Trades two crossing averages for half a day with each seed.
     *
     * @param args none
     */
    public static void main(String[] args) {
        run().forEach(System.out::println);
    }
}
