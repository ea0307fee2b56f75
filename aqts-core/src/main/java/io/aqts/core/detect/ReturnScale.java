package io.aqts.core.detect;

/**
 * The usual size of returns, as known before the current bar: an exponential average of squares with decay 0.94
 * (RiskMetrics, 1996), per unit of time so that missing bars do not inflate it.
 */
final class ReturnScale {

    static final double DECAY = 0.94;

    private static final double LEAST = 1e-8;

    private boolean isWarm;
    private double mean;
    private double square;
    private double sigma = LEAST;

    /** {@return the volatility of log returns per square root of a unit of time, never zero} */
    double sigma() {
        return sigma;
    }

    /** {@return the mean log return per unit of time} */
    double mean() {
        return mean;
    }

    void add(double change, double gap) {
        double rate = change / gap;
        double power = change * rate;
        double weight = isWarm ? 1 - DECAY : 1;
        mean += weight * (rate - mean);
        square += weight * (power - square);
        sigma = Math.max(LEAST, Math.sqrt(square));
        isWarm = true;
    }
}
