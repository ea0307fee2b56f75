package io.aqts.signal;

import io.aqts.internal.Checks;

/**
 * What a model expects of one instrument over a stated time.
 *
 * @param model the name of the model
 * @param score from -1 (certainly down) to 1 (certainly up)
 * @param probabilityUp the calibrated probability of a rise over the horizon, from 0 to 1
 * @param expectedReturn the expected return over the horizon, as a share
 * @param deviation the standard deviation of that return, as a share, zero or more
 * @param horizonNanos the time the prediction is about, in nanoseconds, more than zero
 * @param outcomes how many resolved outcomes the calibration rests on, zero or more
 */
public record Prediction(
        String model,
        double score,
        double probabilityUp,
        double expectedReturn,
        double deviation,
        long horizonNanos,
        long outcomes) {

    /** Refuses figures outside their ranges. */
    public Prediction {
        Checks.notBlank("prediction.model", model);
        Checks.between("prediction.score", score, -1, 1);
        Checks.between("prediction.probabilityUp", probabilityUp, 0, 1);
        Checks.finite("prediction.expectedReturn", expectedReturn);
        Checks.notNegative("prediction.deviation", deviation);
        Checks.atLeast("prediction.horizonNanos", horizonNanos, 1);
        Checks.atLeast("prediction.outcomes", outcomes, 0);
    }
}
