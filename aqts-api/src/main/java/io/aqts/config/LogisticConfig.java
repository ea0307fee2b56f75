package io.aqts.config;

import io.aqts.internal.Checks;

/**
 * The predictor that learns the chance of a rise from the outcomes it has seen.
 *
 * @param horizonBars bars until an outcome is judged; 1 to 1,000,000
 * @param learningRate the size of a learning step; more than 0, at most 1
 * @param l2 the pull of every coefficient towards zero; 0 to 1
 * @param minimumOutcomes outcomes to see before it says anything; 1 to 1,000,000
 * @param calibrationBins bins its probabilities are checked in; 2 to 1000
 */
public record LogisticConfig(
        int horizonBars, double learningRate, double l2, int minimumOutcomes, int calibrationBins) {

    private static final LogisticConfig DEFAULTS = new Builder().build();

    public LogisticConfig {
        Limits.bars("fusion.logistic.horizonBars", horizonBars);
        Limits.share("fusion.logistic.learningRate", learningRate);
        Checks.between("fusion.logistic.l2", l2, 0, 1);
        Limits.bars("fusion.logistic.minimumOutcomes", minimumOutcomes);
        Limits.between("fusion.logistic.calibrationBins", calibrationBins, 2, 1_000);
    }

    /** {@return the settings used when nothing else is said} */
    public static LogisticConfig defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that starts from these settings} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Makes a changed copy of LogisticConfig; every setter returns this builder. */
    public static final class Builder {

        private int horizonBars = 30;
        private double learningRate = 0.05;
        private double l2 = 0.001;
        private int minimumOutcomes = 200;
        private int calibrationBins = 10;

        private Builder() {}

        private Builder(LogisticConfig from) {
            this.horizonBars = from.horizonBars;
            this.learningRate = from.learningRate;
            this.l2 = from.l2;
            this.minimumOutcomes = from.minimumOutcomes;
            this.calibrationBins = from.calibrationBins;
        }

        /** Sets {@link LogisticConfig#horizonBars()}. */
        public Builder horizonBars(int horizonBars) {
            this.horizonBars = horizonBars;
            return this;
        }

        /** Sets {@link LogisticConfig#learningRate()}. */
        public Builder learningRate(double learningRate) {
            this.learningRate = learningRate;
            return this;
        }

        /** Sets {@link LogisticConfig#l2()}. */
        public Builder l2(double l2) {
            this.l2 = l2;
            return this;
        }

        /** Sets {@link LogisticConfig#minimumOutcomes()}. */
        public Builder minimumOutcomes(int minimumOutcomes) {
            this.minimumOutcomes = minimumOutcomes;
            return this;
        }

        /** Sets {@link LogisticConfig#calibrationBins()}. */
        public Builder calibrationBins(int calibrationBins) {
            this.calibrationBins = calibrationBins;
            return this;
        }

        /** {@return the settings, checked} */
        public LogisticConfig build() {
            return new LogisticConfig(horizonBars, learningRate, l2, minimumOutcomes, calibrationBins);
        }
    }
}
