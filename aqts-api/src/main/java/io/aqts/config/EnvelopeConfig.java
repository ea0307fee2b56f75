package io.aqts.config;

import io.aqts.internal.Checks;
import java.time.Duration;
import java.util.List;

/**
 * Whether a backtest also tells how much of its result hangs on what its data hides, and on arriving in time.
 *
 * @param enabled whether to follow the same orders under other readings of the same bars; it takes several times the
 *     work of the venue and changes nothing in the run itself
 * @param delayBars the delays to try, in bars; each 1 to 1,000,000
 * @param delays the delays to try, in time; each more than zero
 */
public record EnvelopeConfig(boolean enabled, List<Integer> delayBars, List<Duration> delays) {

    private static final EnvelopeConfig DEFAULTS = new Builder().build();

    public EnvelopeConfig {
        delayBars = List.copyOf(delayBars);
        for (int bars : delayBars) {
            Limits.bars("backtest.envelope.delayBars", bars);
        }
        delays = List.copyOf(delays);
        for (Duration delay : delays) {
            Limits.positive("backtest.envelope.delays", delay);
        }
        Checks.that(
                delayBars.stream().distinct().count() == delayBars.size()
                        && delays.stream().distinct().count() == delays.size(),
                "backtest.envelope.delays",
                "hold each delay once",
                delayBars + " bars and " + delays);
    }

    /** {@return the settings used when nothing else is said: no envelope} */
    public static EnvelopeConfig defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that starts from these settings} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Makes a changed copy of EnvelopeConfig; every setter returns this builder. */
    public static final class Builder {

        private boolean enabled = false;
        private List<Integer> delayBars = List.of(1, 2, 5);
        private List<Duration> delays = List.of();

        private Builder() {}

        private Builder(EnvelopeConfig from) {
            this.enabled = from.enabled;
            this.delayBars = from.delayBars;
            this.delays = from.delays;
        }

        /** Sets {@link EnvelopeConfig#enabled()}. */
        public Builder enabled(boolean enabled) {
            this.enabled = enabled;
            return this;
        }

        /** Sets {@link EnvelopeConfig#delayBars()}. */
        public Builder delayBars(List<Integer> delayBars) {
            this.delayBars = List.copyOf(delayBars);
            return this;
        }

        /** Sets {@link EnvelopeConfig#delays()}. */
        public Builder delays(List<Duration> delays) {
            this.delays = List.copyOf(delays);
            return this;
        }

        /** {@return the settings, checked} */
        public EnvelopeConfig build() {
            return new EnvelopeConfig(enabled, delayBars, delays);
        }
    }
}
