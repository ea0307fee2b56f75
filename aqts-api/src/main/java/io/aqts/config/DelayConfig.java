package io.aqts.config;

import java.time.Duration;
import java.util.Objects;

/**
 * How long one leg of the way takes: evenly spread between two bounds, which {@link LatencyConfig} checks.
 *
 * @param min the shortest time; zero to {@code max}
 * @param max the longest time; zero or more
 */
public record DelayConfig(Duration min, Duration max) {

    /** No delay at all. */
    public static final DelayConfig NONE = new DelayConfig(Duration.ZERO, Duration.ZERO);

    public DelayConfig {
        Objects.requireNonNull(min, "execution.latency.min");
        Objects.requireNonNull(max, "execution.latency.max");
    }

    /**
     * A delay that is always the same.
     *
     * @param delay how long it takes; zero or more
     * @return the delay
     */
    public static DelayConfig always(Duration delay) {
        return new DelayConfig(delay, delay);
    }

    /** {@return a builder that starts from these settings} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Makes a changed copy of DelayConfig; every setter returns this builder. */
    public static final class Builder {

        private Duration min;
        private Duration max;

        private Builder(DelayConfig from) {
            this.min = from.min;
            this.max = from.max;
        }

        /** Sets {@link DelayConfig#min()}. */
        public Builder min(Duration min) {
            this.min = min;
            return this;
        }

        /** Sets {@link DelayConfig#max()}. */
        public Builder max(Duration max) {
            this.max = max;
            return this;
        }

        /** {@return the settings} */
        public DelayConfig build() {
            return new DelayConfig(min, max);
        }
    }
}
