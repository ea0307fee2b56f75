package io.aqts.core.simulation;

import io.aqts.Randomness;

/**
 * Weather that changes by chance between a calm rise, a calm fall, a lull and turbulence.
 *
 * <p>A Markov chain: in each bar the regime is drawn anew with a chance of 1 in 240, whatever it is now. So regimes last
 * some hours of one-minute bars or most of a year of daily ones. Rise and fall are equally likely and equally steep, so
 * the drift is zero on average, and the mean of the variances is one.
 */
final class Regimes implements Weather {

    private static final double CHANGE = 1.0 / 240;
    private static final double[] UP_TO = {0.25, 0.50, 0.80, 1.00};
    private static final double[] TRENDS = {2, -2, 0, 0};
    private static final double[] VARIANCES = {0.5, 0.7, 0.4, 2.9};

    private final Randomness random;
    private int regime;

    Regimes(Randomness random) {
        this.random = random;
        this.regime = draw();
    }

    @Override
    public void next() {
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
