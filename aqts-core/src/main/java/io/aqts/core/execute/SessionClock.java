package io.aqts.core.execute;

import io.aqts.config.TradingHoursConfig;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** The hours of the sessions, for sources that do not tell of openings and closings. */
final class SessionClock {

    private static final long SECOND = 1_000_000_000L;
    private static final long DAY_NANOS = 86_400 * SECOND;

    private final ZoneId zone;
    private final long opens;
    private final long closes;

    SessionClock(TradingHoursConfig config) {
        zone = ZoneId.of(config.zone());
        opens = config.opens().toNanos();
        long end = config.closes().toNanos();
        closes = end <= opens ? end + DAY_NANOS : end;
    }

    /** {@return the first end of a session after a moment} */
    long closeAfter(long nanos) {
        LocalDate day = day(nanos).minusDays(2);
        while (at(day, closes) <= nanos) {
            day = day.plusDays(1);
        }
        return at(day, closes);
    }

    /** {@return the first beginning of a session at a moment or after it} */
    long openFrom(long nanos) {
        LocalDate day = day(nanos).minusDays(1);
        while (at(day, opens) < nanos) {
            day = day.plusDays(1);
        }
        return at(day, opens);
    }

    /** {@return the last beginning of a session before a moment} */
    long openBefore(long nanos) {
        LocalDate day = day(nanos).plusDays(1);
        while (at(day, opens) >= nanos) {
            day = day.minusDays(1);
        }
        return at(day, opens);
    }

    private LocalDate day(long nanos) {
        return Instant.ofEpochSecond(0, nanos).atZone(zone).toLocalDate();
    }

    private long at(LocalDate day, long nanosOfDay) {
        LocalDate date = day.plusDays(nanosOfDay / DAY_NANOS);
        Instant moment = date.atTime(LocalTime.ofNanoOfDay(nanosOfDay % DAY_NANOS))
                .atZone(zone)
                .toInstant();
        return Math.addExact(Math.multiplyExact(moment.getEpochSecond(), SECOND), moment.getNano());
    }
}
