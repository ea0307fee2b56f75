package io.aqts.config;

import io.aqts.internal.Checks;

/**
 * When the intensity of the metrics, together with a pivot, is an event.
 *
 * @param baseline bars the usual intensity is measured over; 2 to 1,000,000
 * @param gap bars between the baseline and now, kept out of both; 0 to 1,000,000
 * @param sigmas standard deviations above the usual intensity; zero or more
 * @param confirmationBars bars within which pivot and intensity must meet; 1 to 1,000,000
 * @param refractoryBars bars of silence after an event; 0 to 1,000,000
 * @param geometryMemoryBars bars in which the strength of a pivot decays to 1/e; more than zero
 */
public record EventConfig(
        int baseline, int gap, double sigmas, int confirmationBars, int refractoryBars, double geometryMemoryBars) {

    private static final String PATH = "detection.qgita.events.";

    private static final EventConfig DEFAULTS = new Builder().build();

    public EventConfig {
        Limits.between(PATH + "baseline", baseline, 2, Limits.MOST_BARS);
        Limits.between(PATH + "gap", gap, 0, Limits.MOST_BARS);
        Checks.notNegative(PATH + "sigmas", sigmas);
        Limits.bars(PATH + "confirmationBars", confirmationBars);
        Limits.between(PATH + "refractoryBars", refractoryBars, 0, Limits.MOST_BARS);
        Checks.positive(PATH + "geometryMemoryBars", geometryMemoryBars);
    }

    /** {@return the settings used when nothing else is said} */
    public static EventConfig defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that starts from these settings} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Makes a changed copy of EventConfig; every setter returns this builder. */
    public static final class Builder {

        private int baseline = 500;
        private int gap = 10;
        private double sigmas = 2;
        private int confirmationBars = 5;
        private int refractoryBars = 20;
        private double geometryMemoryBars = 10;

        private Builder() {}

        private Builder(EventConfig from) {
            this.baseline = from.baseline;
            this.gap = from.gap;
            this.sigmas = from.sigmas;
            this.confirmationBars = from.confirmationBars;
            this.refractoryBars = from.refractoryBars;
            this.geometryMemoryBars = from.geometryMemoryBars;
        }

        /** Sets {@link EventConfig#baseline()}. */
        public Builder baseline(int baseline) {
            this.baseline = baseline;
            return this;
        }

        /** Sets {@link EventConfig#gap()}. */
        public Builder gap(int gap) {
            this.gap = gap;
            return this;
        }

        /** Sets {@link EventConfig#sigmas()}. */
        public Builder sigmas(double sigmas) {
            this.sigmas = sigmas;
            return this;
        }

        /** Sets {@link EventConfig#confirmationBars()}. */
        public Builder confirmationBars(int confirmationBars) {
            this.confirmationBars = confirmationBars;
            return this;
        }

        /** Sets {@link EventConfig#refractoryBars()}. */
        public Builder refractoryBars(int refractoryBars) {
            this.refractoryBars = refractoryBars;
            return this;
        }

        /** Sets {@link EventConfig#geometryMemoryBars()}. */
        public Builder geometryMemoryBars(double geometryMemoryBars) {
            this.geometryMemoryBars = geometryMemoryBars;
            return this;
        }

        /** {@return the settings, checked} */
        public EventConfig build() {
            return new EventConfig(baseline, gap, sigmas, confirmationBars, refractoryBars, geometryMemoryBars);
        }
    }
}
