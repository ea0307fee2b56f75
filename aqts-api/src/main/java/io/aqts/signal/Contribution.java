package io.aqts.signal;

/**
 * What one input added to a decision.
 *
 * @param input the name of the detector, model or group of readings
 * @param score what it said, from -1 to 1
 * @param weight how much it counted, zero or more
 */
public record Contribution(String input, double score, double weight) {

    /** {@return its share of the fused score} */
    public double amount() {
        return score * weight;
    }
}
