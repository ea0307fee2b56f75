package io.aqts.signal;

import io.aqts.internal.Checks;

/**
 * What a decision expects to happen, and how sure it is.
 *
 * @param score the fused score, from -1 to 1
 * @param probability the probability that the proposed direction is right, from 0 to 1
 * @param expectedReturn the expected return in the price over the horizon, as a share; positive for a rise
 * @param horizonNanos the time it is about, in nanoseconds; zero when none is stated
 * @param confidence from 0 to 1; compared with the least required, and not a probability
 */
public record Forecast(double score, double probability, double expectedReturn, long horizonNanos, double confidence) {

    /** Nothing is expected. */
    public static final Forecast NONE = new Forecast(0, 0.5, 0, 0, 0);

    /** Refuses figures outside their ranges. */
    public Forecast {
        Checks.between("forecast.score", score, -1, 1);
        Checks.between("forecast.probability", probability, 0, 1);
        Checks.finite("forecast.expectedReturn", expectedReturn);
        Checks.atLeast("forecast.horizonNanos", horizonNanos, 0);
        Checks.between("forecast.confidence", confidence, 0, 1);
    }
}
