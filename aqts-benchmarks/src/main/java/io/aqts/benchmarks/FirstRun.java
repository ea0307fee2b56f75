package io.aqts.benchmarks;

import io.aqts.core.data.BarSeries;
import io.aqts.performance.PerformanceSummary;
import java.util.Locale;

/**
 * The first run of a fresh process, as most backtests are, and the runs that follow it: steps a second, and bytes
 * allocated for each step.
 */
public final class FirstRun {

    private FirstRun() {}

    /**
     * Measures.
     *
     * @param args the preset ({@code sma-cross} or {@code aureon}), how many bars, and how many runs
     */
    public static void main(String[] args) {
        String preset = args.length > 0 ? args[0] : "sma-cross";
        int bars = args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000;
        int runs = args.length > 2 ? Integer.parseInt(args[2]) : 5;
        BarSeries series = Workload.series(bars);
        com.sun.management.ThreadMXBean threads =
                (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        for (int i = 1; i <= runs; i++) {
            long bytes = threads.getCurrentThreadAllocatedBytes();
            long begin = System.nanoTime();
            PerformanceSummary summary =
                    Runs.run(preset.equals("aureon") ? Runs.aureon(series) : Runs.smaCross(series), Long.MAX_VALUE);
            double seconds = (System.nanoTime() - begin) / 1e9;
            double perStep = (double) (threads.getCurrentThreadAllocatedBytes() - bytes) / bars;
            System.out.printf(
                    Locale.ROOT,
                    "%s run %d: %,.0f steps/s, %.1f B/step, %d fills, final equity %s%n",
                    preset,
                    i,
                    bars / seconds,
                    perStep,
                    summary.costs().fills(),
                    summary.finalEquity());
        }
    }
}
