package io.aqts.config;

/**
 * How a raw metric becomes its rank among its own recent past.
 *
 * @param window how many earlier values a new one is ranked among; 1 to 1,000,000
 * @param minimum how many there must be before a rank is given; 1 to {@code window}
 */
public record RankConfig(int window, int minimum) {

    private static final RankConfig DEFAULTS = new Builder().build();

    public RankConfig {
        Limits.bars("detection.qgita.ranks.window", window);
        Limits.between("detection.qgita.ranks.minimum", minimum, 1, window);
    }

    /** {@return the settings used when nothing else is said} */
    public static RankConfig defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that starts from these settings} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Makes a changed copy of RankConfig; every setter returns this builder. */
    public static final class Builder {

        private int window = 500;
        private int minimum = 100;

        private Builder() {}

        private Builder(RankConfig from) {
            this.window = from.window;
            this.minimum = from.minimum;
        }

        /** Sets {@link RankConfig#window()}. */
        public Builder window(int window) {
            this.window = window;
            return this;
        }

        /** Sets {@link RankConfig#minimum()}. */
        public Builder minimum(int minimum) {
            this.minimum = minimum;
            return this;
        }

        /** {@return the settings, checked} */
        public RankConfig build() {
            return new RankConfig(window, minimum);
        }
    }
}
