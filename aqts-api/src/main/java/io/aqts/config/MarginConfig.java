package io.aqts.config;

import io.aqts.internal.Checks;
import java.util.function.UnaryOperator;

/**
 * How much of the equity may be bound as margin. Openings stop at one share and go on below a lower one.
 *
 * @param initialShare the margin that a position binds, as a share of its worth; more than 0, at most 1
 * @param stopAt the share of equity bound, orders included, from which nothing is opened and beyond which nothing is
 *     allowed
 * @param resumeBelow the share of equity bound below which openings go on; more than 0, at most 1, and below
 *     {@code stopAt}
 */
public record MarginConfig(double initialShare, CapConfig stopAt, double resumeBelow) {

    private static final MarginConfig DEFAULTS = new Builder().build();

    public MarginConfig {
        Limits.share(PATH + "initialShare", initialShare);
        stopAt.checkMode(PATH + "stopAt", CapMode.SHARE);
        Limits.share(PATH + "resumeBelow", resumeBelow);
        boolean lower = !stopAt.isSet() || resumeBelow < stopAt.limit();
        Checks.that(
                lower, PATH + "resumeBelow", "be less than " + PATH + "stopAt.limit, " + stopAt.limit(), resumeBelow);
    }

    private static final String PATH = "risk.rules.margin.";

    /** {@return the settings used when nothing else is said} */
    public static MarginConfig defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that starts from these settings} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Makes a changed copy of MarginConfig; every setter returns this builder. */
    public static final class Builder {

        private double initialShare = 1;
        private CapConfig stopAt = CapConfig.NONE;
        private double resumeBelow = 0.25;

        private Builder() {}

        private Builder(MarginConfig from) {
            this.initialShare = from.initialShare;
            this.stopAt = from.stopAt;
            this.resumeBelow = from.resumeBelow;
        }

        /** Sets {@link MarginConfig#initialShare()}. */
        public Builder initialShare(double initialShare) {
            this.initialShare = initialShare;
            return this;
        }

        /** Sets {@link MarginConfig#stopAt()}. */
        public Builder stopAt(CapConfig stopAt) {
            this.stopAt = stopAt;
            return this;
        }

        /** Changes {@link MarginConfig#stopAt()}, starting from what it is now. */
        public Builder stopAt(UnaryOperator<CapConfig.Builder> change) {
            return stopAt(change.apply(stopAt.toBuilder()).build());
        }

        /** Sets {@link MarginConfig#resumeBelow()}. */
        public Builder resumeBelow(double resumeBelow) {
            this.resumeBelow = resumeBelow;
            return this;
        }

        /** {@return the settings, checked} */
        public MarginConfig build() {
            return new MarginConfig(initialShare, stopAt, resumeBelow);
        }
    }
}
