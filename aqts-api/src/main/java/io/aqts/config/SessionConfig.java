package io.aqts.config;

import java.time.Duration;
import java.util.List;

/**
 * When positions may be opened, and whether they are closed before trading ends.
 *
 * @param windows the times in which positions may be opened; none for always
 * @param holidays days on which no window begins, as 2025-12-25, in the zone of each window
 * @param flatten whether all positions are closed at the end of a window that no other one continues
 * @param closeBefore how long before such an end nothing is opened any more, and positions are closed if
 *     {@code flatten} is set; zero or more
 */
public record SessionConfig(List<SessionWindow> windows, List<String> holidays, boolean flatten, Duration closeBefore) {

    private static final SessionConfig DEFAULTS = new Builder().build();

    public SessionConfig {
        windows = List.copyOf(windows);
        holidays = List.copyOf(holidays);
        for (String day : holidays) {
            Limits.date("risk.rules.session.holidays[]", day);
        }
        Limits.notNegative("risk.rules.session.closeBefore", closeBefore);
    }

    /** {@return the settings used when nothing else is said} */
    public static SessionConfig defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that starts from these settings} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Makes a changed copy of SessionConfig; every setter returns this builder. */
    public static final class Builder {

        private List<SessionWindow> windows = List.of();
        private List<String> holidays = List.of();
        private boolean flatten = false;
        private Duration closeBefore = Duration.ofMinutes(5);

        private Builder() {}

        private Builder(SessionConfig from) {
            this.windows = from.windows;
            this.holidays = from.holidays;
            this.flatten = from.flatten;
            this.closeBefore = from.closeBefore;
        }

        /** Sets {@link SessionConfig#windows()}. */
        public Builder windows(List<SessionWindow> windows) {
            this.windows = windows;
            return this;
        }

        /** Sets {@link SessionConfig#holidays()}. */
        public Builder holidays(List<String> holidays) {
            this.holidays = holidays;
            return this;
        }

        /** Sets {@link SessionConfig#flatten()}. */
        public Builder flatten(boolean flatten) {
            this.flatten = flatten;
            return this;
        }

        /** Sets {@link SessionConfig#closeBefore()}. */
        public Builder closeBefore(Duration closeBefore) {
            this.closeBefore = closeBefore;
            return this;
        }

        /** {@return the settings, checked} */
        public SessionConfig build() {
            return new SessionConfig(windows, holidays, flatten, closeBefore);
        }
    }
}
