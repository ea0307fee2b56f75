package io.aqts.signal;

import io.aqts.internal.Checks;

/**
 * What one input added to a decision.
 *
 * @param input the name of the detector, model or group of readings
 * @param score what it said, from -1 to 1
 * @param weight how much it counted, zero or more
 */
public record Contribution(String input, double score, double weight) {

    /** Refuses a blank name, a score beyond the range, and a weight that is negative or not finite. */
    public Contribution {
        Checks.notBlank("contribution.input", input);
        Checks.between("contribution.score", score, -1, 1);
        Checks.notNegative("contribution.weight", weight);
    }

    /** {@return its share of the fused score} */
    public double amount() {
        return score * weight;
    }
}
