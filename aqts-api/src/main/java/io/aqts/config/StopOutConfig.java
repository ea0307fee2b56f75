package io.aqts.config;

import java.time.Duration;

/**
 * When stops that are touched too often pause trading. All times are of events.
 *
 * @param count how many stops touched within the window pause trading; 1 to 1,000,000
 * @param window the time they are counted over; more than zero
 * @param pause how long nothing is opened then, from the last of them; more than zero
 * @param wholeAccount whether the stops of all instruments count together and pause all of them
 */
public record StopOutConfig(int count, Duration window, Duration pause, boolean wholeAccount) {

    private static final StopOutConfig DEFAULTS = new Builder().build();

    public StopOutConfig {
        Limits.between(PATH + "count", count, 1, Limits.MOST_BARS);
        Limits.positive(PATH + "window", window);
        Limits.positive(PATH + "pause", pause);
    }

    private static final String PATH = "risk.rules.losses.stopOuts.";

    /** {@return the settings used when nothing else is said} */
    public static StopOutConfig defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that starts from these settings} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Makes a changed copy of StopOutConfig; every setter returns this builder. */
    public static final class Builder {

        private int count = Limits.MOST_BARS;
        private Duration window = Duration.ofHours(24);
        private Duration pause = Duration.ofHours(4);
        private boolean wholeAccount = false;

        private Builder() {}

        private Builder(StopOutConfig from) {
            this.count = from.count;
            this.window = from.window;
            this.pause = from.pause;
            this.wholeAccount = from.wholeAccount;
        }

        /** Sets {@link StopOutConfig#count()}. */
        public Builder count(int count) {
            this.count = count;
            return this;
        }

        /** Sets {@link StopOutConfig#window()}. */
        public Builder window(Duration window) {
            this.window = window;
            return this;
        }

        /** Sets {@link StopOutConfig#pause()}. */
        public Builder pause(Duration pause) {
            this.pause = pause;
            return this;
        }

        /** Sets {@link StopOutConfig#wholeAccount()}. */
        public Builder wholeAccount(boolean wholeAccount) {
            this.wholeAccount = wholeAccount;
            return this;
        }

        /** {@return the settings, checked} */
        public StopOutConfig build() {
            return new StopOutConfig(count, window, pause, wholeAccount);
        }
    }
}
