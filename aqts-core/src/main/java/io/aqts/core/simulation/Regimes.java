package io.aqts.core.simulation;

import io.aqts.Randomness;

/**
 * Weather that changes by chance between a calm rise, a calm fall, a lull and turbulence.
 *
 * <p>A Markov chain: in each bar the regime is drawn anew with a chance of 1 in 240, whatever it is now. So regimes
 * last some hours of one-minute bars or most of a year of daily ones. A rise or fall adds up to one standard deviation
 * of what chance does meanwhile: trends that can be seen, and that are kinder to their followers than real ones.
 *
 * <p>Rise and fall are equally likely and equally steep, so the drift is zero on average, and the mean of the variances
 * is one. What trends add to the expected price by their spread is taken off again.
 */
final class Regimes implements Weather {

    private static final double LENGTH = 240;
    private static final double CHANGE = 1 / LENGTH;
    private static final double STRENGTH = 1;
    private static final double STEP = STRENGTH / Math.sqrt(LENGTH);
    private static final double TREND_VARIANCE = 0.5 * STEP * STEP;
    private static final double[] UP_TO = {0.25, 0.50, 0.80, 1.00};
    private static final double[] TRENDS = {STEP, -STEP, 0, 0};
    private static final double[] VARIANCES = {0.5, 0.7, 0.4, 2.9};

    private final Randomness random;
    private int regime;
    private double memory;
    private double convexity;

    Regimes(Randomness random) {
        this.random = random;
        this.regime = draw();
    }

    @Override
    public void next() {
        convexity = 0.5 * TREND_VARIANCE * (1 + 2 * memory);
        memory = (1 - CHANGE) * (1 + memory);
        if (random.nextDouble() < CHANGE) {
            regime = draw();
        }
    }

    @Override
    public double variance() {
        return VARIANCES[regime];
    }

    @Override
    public double trend() {
        return TRENDS[regime];
    }

    /** Half of what this bar adds to the variance of the summed trends, which remember one another. */
    @Override
    public double convexity() {
        return convexity;
    }

    @Override
    public double push() {
        return 0;
    }

    private int draw() {
        double chance = random.nextDouble();
        int drawn = 0;
        while (chance >= UP_TO[drawn]) {
            drawn++;
        }
        return drawn;
    }
}
