package io.aqts.config;

/**
 * The predictor that expects a trend to go on.
 *
 * @param fastBars bars of the fast average; at least 1, less than {@code slowBars}
 * @param slowBars bars of the slow average; at most 1,000,000
 * @param horizonBars bars until an outcome is judged; 1 to 1,000,000
 * @param minimumOutcomes outcomes to see before it says anything; 1 to 1,000,000
 */
public record MomentumConfig(int fastBars, int slowBars, int horizonBars, int minimumOutcomes) {

    private static final MomentumConfig DEFAULTS = new Builder().build();

    public MomentumConfig {
        Limits.ordered("fusion.momentum.fastBars", fastBars, "fusion.momentum.slowBars", slowBars);
        Limits.bars("fusion.momentum.horizonBars", horizonBars);
        Limits.bars("fusion.momentum.minimumOutcomes", minimumOutcomes);
    }

    /** {@return the settings used when nothing else is said} */
    public static MomentumConfig defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that starts from these settings} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Makes a changed copy of MomentumConfig; every setter returns this builder. */
    public static final class Builder {

        private int fastBars = 20;
        private int slowBars = 120;
        private int horizonBars = 30;
        private int minimumOutcomes = 200;

        private Builder() {}

        private Builder(MomentumConfig from) {
            this.fastBars = from.fastBars;
            this.slowBars = from.slowBars;
            this.horizonBars = from.horizonBars;
            this.minimumOutcomes = from.minimumOutcomes;
        }

        /** Sets {@link MomentumConfig#fastBars()}. */
        public Builder fastBars(int fastBars) {
            this.fastBars = fastBars;
            return this;
        }

        /** Sets {@link MomentumConfig#slowBars()}. */
        public Builder slowBars(int slowBars) {
            this.slowBars = slowBars;
            return this;
        }

        /** Sets {@link MomentumConfig#horizonBars()}. */
        public Builder horizonBars(int horizonBars) {
            this.horizonBars = horizonBars;
            return this;
        }

        /** Sets {@link MomentumConfig#minimumOutcomes()}. */
        public Builder minimumOutcomes(int minimumOutcomes) {
            this.minimumOutcomes = minimumOutcomes;
            return this;
        }

        /** {@return the settings, checked} */
        public MomentumConfig build() {
            return new MomentumConfig(fastBars, slowBars, horizonBars, minimumOutcomes);
        }
    }
}
