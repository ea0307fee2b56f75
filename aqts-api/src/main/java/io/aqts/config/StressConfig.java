package io.aqts.config;

import io.aqts.internal.Checks;
import java.time.Duration;

/**
 * The shocks that a portfolio must survive with more than the equity at which trading halts.
 *
 * @param enabled whether openings are judged by shocks at all
 * @param gapSigmas how many standard deviations of a sample every price jumps against the portfolio; more than zero
 * @param spreadMultiple how many times its last spread an instrument is left at; 1 or more
 * @param depthShare how much of the visible depth is left; more than 0, at most 1
 * @param stale for how long prices are not seen, and positions not left, while they move against it; more than zero
 * @param outage for how long the venue is down, in the same way; more than zero
 * @param crashSigmas how many standard deviations every position loses at once, whatever its side; more than zero
 */
public record StressConfig(
        boolean enabled,
        double gapSigmas,
        double spreadMultiple,
        double depthShare,
        Duration stale,
        Duration outage,
        double crashSigmas) {

    private static final StressConfig DEFAULTS = new Builder().build();

    public StressConfig {
        Checks.positive(PATH + "gapSigmas", gapSigmas);
        Checks.that(
                spreadMultiple >= 1 && spreadMultiple < Double.POSITIVE_INFINITY,
                PATH + "spreadMultiple",
                "be finite and 1 or more",
                spreadMultiple);
        Limits.share(PATH + "depthShare", depthShare);
        Limits.positive(PATH + "stale", stale);
        Limits.positive(PATH + "outage", outage);
        Checks.positive(PATH + "crashSigmas", crashSigmas);
    }

    private static final String PATH = "risk.rules.tail.stress.";

    /** {@return the settings used when nothing else is said} */
    public static StressConfig defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that starts from these settings} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Makes a changed copy of StressConfig; every setter returns this builder. */
    public static final class Builder {

        private boolean enabled = false;
        private double gapSigmas = 10;
        private double spreadMultiple = 10;
        private double depthShare = 0.1;
        private Duration stale = Duration.ofSeconds(60);
        private Duration outage = Duration.ofMinutes(30);
        private double crashSigmas = 5;

        private Builder() {}

        private Builder(StressConfig from) {
            this.enabled = from.enabled;
            this.gapSigmas = from.gapSigmas;
            this.spreadMultiple = from.spreadMultiple;
            this.depthShare = from.depthShare;
            this.stale = from.stale;
            this.outage = from.outage;
            this.crashSigmas = from.crashSigmas;
        }

        /** Sets {@link StressConfig#enabled()}. */
        public Builder enabled(boolean enabled) {
            this.enabled = enabled;
            return this;
        }

        /** Sets {@link StressConfig#gapSigmas()}. */
        public Builder gapSigmas(double gapSigmas) {
            this.gapSigmas = gapSigmas;
            return this;
        }

        /** Sets {@link StressConfig#spreadMultiple()}. */
        public Builder spreadMultiple(double spreadMultiple) {
            this.spreadMultiple = spreadMultiple;
            return this;
        }

        /** Sets {@link StressConfig#depthShare()}. */
        public Builder depthShare(double depthShare) {
            this.depthShare = depthShare;
            return this;
        }

        /** Sets {@link StressConfig#stale()}. */
        public Builder stale(Duration stale) {
            this.stale = stale;
            return this;
        }

        /** Sets {@link StressConfig#outage()}. */
        public Builder outage(Duration outage) {
            this.outage = outage;
            return this;
        }

        /** Sets {@link StressConfig#crashSigmas()}. */
        public Builder crashSigmas(double crashSigmas) {
            this.crashSigmas = crashSigmas;
            return this;
        }

        /** {@return the settings, checked} */
        public StressConfig build() {
            return new StressConfig(enabled, gapSigmas, spreadMultiple, depthShare, stale, outage, crashSigmas);
        }
    }
}
