package io.aqts.core.risk.rule;

import io.aqts.RiskObserver;
import io.aqts.RiskView;
import java.time.Duration;

/**
 * The last joint returns of all instruments, one row a sample.
 *
 * <p>A sample is taken at a step with a bar, or at the first step with one after the sampling interval. An instrument
 * without a price then or before has a return of zero. A split is no return.
 */
public final class ReturnWindow implements RiskObserver {

    private final long intervalNanos;
    private final double[][] returns;
    private final double[] prices;
    private final double[] deviations;
    private final long[] deviationsAt;
    private final int size;
    private int at;
    private int count;
    private boolean isStarted;
    private long samples;
    private long firstNanos;
    private long lastNanos;

    /**
     * A window without samples.
     *
     * @param size how many samples are looked back over
     * @param interval the time between samples; zero for one at every step with a bar
     * @param instruments how many instruments there are
     */
    public ReturnWindow(int size, Duration interval, int instruments) {
        this.size = size;
        intervalNanos = interval.toNanos();
        returns = new double[instruments][size];
        prices = new double[instruments];
        deviations = new double[instruments];
        deviationsAt = new long[instruments];
    }

    /** {@return how many samples there are, at most as many as are looked back over} */
    public int count() {
        return count;
    }

    /** {@return the mean time between samples in nanoseconds; zero before two of them} */
    public double spacingNanos() {
        return samples < 1 ? 0 : (double) (lastNanos - firstNanos) / samples;
    }

    /**
     * The standard deviation of the returns of an instrument, with the number of samples as divisor.
     *
     * @param instrument the index of the instrument
     * @return as a share; zero without samples
     */
    public double deviation(int instrument) {
        if (deviationsAt[instrument] != samples) {
            deviationsAt[instrument] = samples;
            deviations[instrument] = computed(instrument);
        }
        return deviations[instrument];
    }

    private double computed(int instrument) {
        double[] row = returns[instrument];
        double mean = 0;
        for (int t = 0; t < count; t++) {
            mean += row[t];
        }
        mean /= Math.max(count, 1);
        double squares = 0;
        for (int t = 0; t < count; t++) {
            squares += (row[t] - mean) * (row[t] - mean);
        }
        return Math.sqrt(squares / Math.max(count, 1));
    }

    /** Adds a multiple of the returns of an instrument to a row of figures, sample by sample. */
    void addTo(double[] row, int instrument, double multiple) {
        double[] own = returns[instrument];
        for (int t = 0; t < count; t++) {
            row[t] += multiple * own[t];
        }
    }

    /** Where the sample is than which so many are newer. */
    int place(int age) {
        int place = at - 1 - age;
        return place < 0 ? place + size : place;
    }

    int instruments() {
        return prices.length;
    }

    int size() {
        return size;
    }

    @Override
    public void onStep(RiskView view) {
        for (int i = 0; i < prices.length; i++) {
            prices[i] /= view.snapshot().instrument(i).splitRatio();
        }
        long now = view.epochNanos();
        if (!hasBar(view) || (isStarted && now - lastNanos < intervalNanos)) {
            return;
        }
        for (int i = 0; i < prices.length; i++) {
            double price = view.price(i);
            boolean isKnown = price > 0 && price < Double.POSITIVE_INFINITY;
            returns[i][at] = isKnown && prices[i] > 0 ? price / prices[i] - 1 : 0;
            prices[i] = isKnown ? price : prices[i];
        }
        lastNanos = now;
        if (!isStarted) {
            isStarted = true;
            firstNanos = now;
            return;
        }
        samples++;
        at = at + 1 == size ? 0 : at + 1;
        count = Math.min(count + 1, size);
    }

    private static boolean hasBar(RiskView view) {
        for (int i = 0; i < view.snapshot().instruments().size(); i++) {
            if (view.snapshot().instrument(i).hasBar()) {
                return true;
            }
        }
        return false;
    }
}
