package io.aqts.core.analyse;

/**
 * The state of the Aureon telemetry at one step. It describes, and decides nothing.
 *
 * @param epochNanos the moment of the step, in nanoseconds since 1970-01-01T00:00Z
 * @param prism the colour that sums the state up
 * @param lattice how sound and how steady the data is
 * @param field what the surroundings do
 * @param coherenceIndex unity times data integrity, from 0 to 1
 */
public record AureonPoint(long epochNanos, Prism prism, Lattice lattice, Field field, double coherenceIndex) {

    /** The colour that sums a state up. */
    public enum Prism {
        /** Sure, and at narrow spreads. */
        GOLD,
        /** Neither sure nor unsure. */
        BLUE,
        /** Unsure, or at wide spreads. */
        RED
    }

    /**
     * How sound and how steady the data is.
     *
     * @param dataIntegrity from 0 to 1; falls with liquidations and with fear
     * @param crystalCoherence from 0 to 1; falls with the spread and rises with volume
     * @param polaris the slow average of the coherence, from 0 to 1
     * @param drift the coherence less its slow average
     * @param inertia how far integrity, coherence and drift moved since the step before; 0 at the first
     */
    public record Lattice(
            double dataIntegrity, double crystalCoherence, double polaris, double drift, double inertia) {}

    /**
     * What the surroundings do.
     *
     * @param pingPong the flow to exchanges, brought between -1 and 1
     * @param gravReflection a slow wave of the step count, around one half
     * @param unity the mean of integrity, coherence and the balance of sentiment, from 0 to 1
     * @param policyRate the average funding rate
     */
    public record Field(double pingPong, double gravReflection, double unity, double policyRate) {}
}
