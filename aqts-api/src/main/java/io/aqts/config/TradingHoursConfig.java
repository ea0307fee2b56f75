package io.aqts.config;

import io.aqts.internal.Checks;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;

/**
 * The hours in which an instrument trades: when the sessions of a day begin and end, where the data itself does not
 * tell of openings and closings. A day on which nothing trades is no session.
 *
 * @param zone the time zone of the hours, such as {@code UTC} or {@code America/New_York}
 * @param opens when the session begins, as the time since midnight; zero to less than a day
 * @param closes when it ends, as the time since midnight; more than zero, at most a day; on the next day if that is not
 *     later than {@code opens}
 */
public record TradingHoursConfig(String zone, Duration opens, Duration closes) {

    private static final String PATH = "execution.matching.session.";
    private static final Duration DAY = Duration.ofDays(1);

    private static final TradingHoursConfig DEFAULTS = new Builder().build();

    public TradingHoursConfig {
        Checks.that(isZone(zone), PATH + "zone", "be a time zone such as UTC", '"' + zone + '"');
        Checks.that(!opens.isNegative() && opens.compareTo(DAY) < 0, PATH + "opens", "be zero to less than 24h", opens);
        Checks.that(
                closes.compareTo(Duration.ZERO) > 0 && closes.compareTo(DAY) <= 0,
                PATH + "closes",
                "be more than zero and at most 24h",
                closes);
    }

    /** {@return the settings used when nothing else is said: from midnight to midnight UTC} */
    public static TradingHoursConfig defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that starts from these settings} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    private static boolean isZone(String zone) {
        try {
            return ZoneId.of(zone) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Makes a changed copy of TradingHoursConfig; every setter returns this builder. */
    public static final class Builder {

        private String zone = "UTC";
        private Duration opens = Duration.ZERO;
        private Duration closes = DAY;

        private Builder() {}

        private Builder(TradingHoursConfig from) {
            this.zone = from.zone;
            this.opens = from.opens;
            this.closes = from.closes;
        }

        /** Sets {@link TradingHoursConfig#zone()}. */
        public Builder zone(String zone) {
            this.zone = zone;
            return this;
        }

        /** Sets {@link TradingHoursConfig#opens()}. */
        public Builder opens(Duration opens) {
            this.opens = opens;
            return this;
        }

        /** Sets {@link TradingHoursConfig#closes()}. */
        public Builder closes(Duration closes) {
            this.closes = closes;
            return this;
        }

        /** {@return the settings, checked} */
        public TradingHoursConfig build() {
            return new TradingHoursConfig(zone, opens, closes);
        }
    }
}
