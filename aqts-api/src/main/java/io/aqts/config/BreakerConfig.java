package io.aqts.config;

import io.aqts.internal.Checks;
import java.time.Duration;

/**
 * When losses slow trading down, and when they stop it. Losses are counted from the highest equity so far.
 *
 * @param reduceAt the share lost from which no new risk is taken on; more than 0, at most {@code haltAt}
 * @param haltAt the share lost at which all positions are closed and trading stops; at most 1
 * @param coolOff how long either state lasts, in event time from the step that brought it: after it a halt ends, and so
 *     does a reduction that the equity has not ended by making the loss good. Zero means that a halt lasts until
 *     {@link io.aqts.Orchestrator#resume()}, and a reduction until then or until the loss is made good, which it may
 *     never be once all positions are closed
 */
public record BreakerConfig(double reduceAt, double haltAt, Duration coolOff) {

    private static final BreakerConfig DEFAULTS = new Builder().build();

    public BreakerConfig {
        Limits.share("risk.breaker.haltAt", haltAt);
        Limits.share("risk.breaker.reduceAt", reduceAt);
        boolean earlier = reduceAt <= haltAt;
        Checks.that(earlier, "risk.breaker.reduceAt", "be at most risk.breaker.haltAt, " + haltAt, reduceAt);
        Limits.notNegative("risk.breaker.coolOff", coolOff);
    }

    /** {@return the settings used when nothing else is said} */
    public static BreakerConfig defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that starts from these settings} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Makes a changed copy of BreakerConfig; every setter returns this builder. */
    public static final class Builder {

        private double reduceAt = 0.07;
        private double haltAt = 0.10;
        private Duration coolOff = Duration.ZERO;

        private Builder() {}

        private Builder(BreakerConfig from) {
            this.reduceAt = from.reduceAt;
            this.haltAt = from.haltAt;
            this.coolOff = from.coolOff;
        }

        /** Sets {@link BreakerConfig#reduceAt()}. */
        public Builder reduceAt(double reduceAt) {
            this.reduceAt = reduceAt;
            return this;
        }

        /** Sets {@link BreakerConfig#haltAt()}. */
        public Builder haltAt(double haltAt) {
            this.haltAt = haltAt;
            return this;
        }

        /** Sets {@link BreakerConfig#coolOff()}. */
        public Builder coolOff(Duration coolOff) {
            this.coolOff = coolOff;
            return this;
        }

        /** {@return the settings, checked} */
        public BreakerConfig build() {
            return new BreakerConfig(reduceAt, haltAt, coolOff);
        }
    }
}
