package io.aqts.benchmarks;

import io.aqts.core.data.BarSeries;

/**
 * The moving-average cross as one fused loop over arrays, with whole ticks in the sums: no layers, no exact money, no
 * checks. It is the reference answer, and the limit of what can be hoped for.
 */
public final class BareLoop {

    private static final double CASH = 1_000_000;
    private static final double QUANTITY = 10;
    private static final double FEE = 0.001;

    private final double[] opens;
    private final double[] closes;
    private final long[] ticks;

    private double cash;
    private double position;
    private int pending;
    private int fills;
    private double peak;
    private double drawdown;
    private double sum;
    private double squares;

    /**
     * A loop over a series.
     *
     * @param series the bars, on a grid of 0.0001
     */
    public BareLoop(BarSeries series) {
        int n = series.size();
        opens = new double[n];
        closes = new double[n];
        ticks = new long[n];
        for (int i = 0; i < n; i++) {
            opens[i] = series.bar(i).open();
            closes[i] = series.close(i);
            ticks[i] = Math.round(closes[i] * 10_000);
        }
    }

    /** What the loop found. */
    record Result(int fills, double finalEquity, double maxDrawdown, double sharpe) {}

    /**
     * Runs the loop.
     *
     * @param fast bars of the fast average
     * @param slow bars of the slow one
     * @return what it found
     */
    Result run(int fast, int slow) {
        begin();
        long fastSum = 0;
        long slowSum = 0;
        double before = CASH;
        int n = closes.length;
        for (int i = 0; i < n; i++) {
            if (pending != 0) {
                trade(opens[i]);
            }
            fastSum += ticks[i] - (i >= fast ? ticks[i - fast] : 0);
            slowSum += ticks[i] - (i >= slow ? ticks[i - slow] : 0);
            double equity = cash + position * closes[i];
            peak = Math.max(peak, equity);
            drawdown = Math.max(drawdown, (peak - equity) / peak);
            double change = equity / before - 1;
            sum += change;
            squares += change * change;
            before = equity;
            if (i >= slow - 1) {
                long difference = fastSum * slow - slowSum * fast;
                pending = position == 0 ? (difference > 0 ? 1 : 0) : (difference < 0 ? -1 : 0);
            }
        }
        double mean = sum / n;
        double deviation = Math.sqrt((squares - n * mean * mean) / (n - 1));
        return new Result(fills, before, drawdown, mean / deviation * Math.sqrt(525_600));
    }

    private void begin() {
        cash = CASH;
        position = 0;
        pending = 0;
        fills = 0;
        peak = CASH;
        drawdown = 0;
        sum = 0;
        squares = 0;
    }

    private void trade(double price) {
        if (pending > 0) {
            cash -= QUANTITY * price * (1 + FEE);
            position = QUANTITY;
        } else {
            cash += QUANTITY * price * (1 - FEE);
            position = 0;
        }
        fills++;
        pending = 0;
    }
}
