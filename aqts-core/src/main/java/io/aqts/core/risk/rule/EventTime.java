package io.aqts.core.risk.rule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/** Calendars over the nanoseconds of events. */
final class EventTime {

    private static final long SECOND_NANOS = 1_000_000_000L;

    private EventTime() {}

    /** The moment in a time zone. */
    static ZonedDateTime in(ZoneId zone, long epochNanos) {
        return Instant.ofEpochSecond(Math.floorDiv(epochNanos, SECOND_NANOS), Math.floorMod(epochNanos, SECOND_NANOS))
                .atZone(zone);
    }

    /** A moment as nanoseconds since 1970-01-01T00:00Z. */
    static long nanos(ZonedDateTime moment) {
        return Math.addExact(Math.multiplyExact(moment.toEpochSecond(), SECOND_NANOS), moment.getNano());
    }

    /** The beginning of the next day. */
    static long nextDay(long epochNanos, ZoneId zone) {
        return nanos(in(zone, epochNanos).toLocalDate().plusDays(1).atStartOfDay(zone));
    }

    /** The beginning of the next Monday. */
    static long nextWeek(long epochNanos, ZoneId zone) {
        return nanos(in(zone, epochNanos)
                .toLocalDate()
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .atStartOfDay(zone));
    }
}
