package io.aqts.examples.replay;

import io.aqts.performance.Statistic;

/**
 * The original's performance tracker: it books the profit of a trade at the moment of its entry, as the distance from
 * the fill to the close of the same tick.
 */
final class SeedTracker {

    private static final int WINDOW = 100;

    private final double[] returns = new double[WINDOW];
    private int entries;
    private int wins;
    private double profit;
    private double drawdown;

    void register(SeedOrder order, double average, double close) {
        double gain = order.sign() * (close - average) / average;
        returns[entries++ % WINDOW] = gain;
        wins += gain > 0 ? 1 : 0;
        profit += gain * order.notional();
        drawdown = Math.max(drawdown, -gain);
    }

    SeedRun.Reported reported() {
        Statistic rate =
                entries == 0 ? Statistic.undefined("nothing was entered") : Statistic.of((double) wins / entries);
        return new SeedRun.Reported(entries, rate, sharpe(), drawdown, profit);
    }

    /** The original answered zero where the gains do not vary; here that is undefined. */
    private Statistic sharpe() {
        int count = Math.min(entries, WINDOW);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += returns[i];
        }
        double mean = sum / count;
        double squares = 0;
        for (int i = 0; i < count; i++) {
            squares += (returns[i] - mean) * (returns[i] - mean);
        }
        return squares > 0
                ? Statistic.of(mean * Math.sqrt(365) / Math.sqrt(squares / count))
                : Statistic.undefined("the gains do not vary");
    }
}
