package io.aqts.core.fuse;

import io.aqts.market.Bar;

/**
 * What a model may know of a bar: returns over several spans in units of their usual size, where the close lies in the
 * bar, how busy it was, how restless the market is, and what the detectors said. Everything is known at the bar's end,
 * has no unit and lies between -1 and 1.
 */
final class BarFeatures {

    static final int COUNT = 9;

    /** The place of what the detectors said. */
    static final int SIGNAL = 7;

    private static final int[] SPANS = {1, 5, 20, 60};
    private static final int LONGEST = 60;
    private static final double PACE = 0.06;
    private static final double SLOW_PACE = 0.004;

    private final double[] prices = new double[LONGEST + 1];
    private long bars;
    private double variance;
    private double slowVariance;
    private double range;
    private double volume;
    private double volumeVariance;

    /**
     * Takes in a bar and writes its features.
     *
     * @param bar the bar
     * @param price the logarithm of its close
     * @param signal the mean score of the detectors
     * @param out where to write them, {@link #COUNT} long
     * @return whether enough was seen for them to mean something
     */
    boolean update(Bar bar, double price, double signal, double[] out) {
        double unit = Math.sqrt(variance);
        prices[(int) (bars % prices.length)] = price;
        for (int i = 0; i < SPANS.length; i++) {
            out[i] = bars < SPANS[i] || !(unit > 0)
                    ? 0
                    : Squash.of((price - back(SPANS[i])) / (unit * Math.sqrt(SPANS[i])));
        }
        double reach = bar.high() - bar.low();
        range += (reach - range) * (bars == 0 ? 1 : PACE);
        out[4] = range > 0 ? Squash.of((bar.close() - bar.open()) / range) : 0;
        out[5] = busyness(bar.volume());
        out[6] = slowVariance > 0 ? Squash.of(0.5 * StrictMath.log((variance + 1e-18) / (slowVariance + 1e-18))) : 0;
        out[SIGNAL] = signal;
        out[8] = 1;
        if (bars > 0) {
            double move = price - back(1);
            variance += (move * move - variance) * (bars == 1 ? 1 : PACE);
            slowVariance += (move * move - slowVariance) * (bars == 1 ? 1 : SLOW_PACE);
        }
        bars++;
        return bars > LONGEST;
    }

    private double back(int span) {
        return prices[(int) ((bars - span) % prices.length)];
    }

    private double busyness(double traded) {
        double level = StrictMath.log(1 + traded);
        double surprise = level - volume;
        double deviation = Math.sqrt(volumeVariance);
        if (bars == 0) {
            volume = level;
            return 0;
        }
        volume += PACE * surprise;
        volumeVariance += PACE * (surprise * surprise - volumeVariance);
        return deviation > 0 ? Squash.of(0.5 * surprise / deviation) : 0;
    }
}
