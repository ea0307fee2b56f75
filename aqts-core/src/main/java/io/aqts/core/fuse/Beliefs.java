package io.aqts.core.fuse;

import io.aqts.signal.Prediction;

/** Turns raw scores into predictions, by the record of what followed scores like them. */
record Beliefs(String model, Calibration calibration, Outcomes outcomes) {

    /** How fast a probability away from one half becomes a strong score: 55 % makes 0.45. */
    private static final double STEEPNESS = 5;

    Prediction predict(double raw, long horizonNanos) {
        double probability = calibration.probability(raw);
        double edge = 2 * probability - 1;
        return new Prediction(
                model,
                Squash.of(STEEPNESS * edge),
                probability,
                edge * outcomes.usualMove(),
                outcomes.deviation(),
                horizonNanos,
                calibration.resolved());
    }
}
