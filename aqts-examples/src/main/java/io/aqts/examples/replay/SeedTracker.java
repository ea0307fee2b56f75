package io.aqts.examples.replay;

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
        return new SeedRun.Reported(entries, entries == 0 ? 0 : (double) wins / entries, sharpe(), drawdown, profit);
    }

    private double sharpe() {
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
        return squares > 0 ? mean * Math.sqrt(365) / Math.sqrt(squares / count) : 0;
    }
}
