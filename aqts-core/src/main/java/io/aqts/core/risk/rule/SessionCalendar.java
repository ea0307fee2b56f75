package io.aqts.core.risk.rule;

import io.aqts.config.SessionConfig;
import io.aqts.config.SessionWindow;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The moments at which sessions begin and end. */
final class SessionCalendar {

    /** How far ahead an end is looked for; sessions that go on longer have none. */
    static final long HORIZON_NANOS = Duration.ofDays(14).toNanos();

    private static final int MOST_IDLE_DAYS = 40;

    private final List<Window> windows = new ArrayList<>();
    private final List<LocalDate> holidays = new ArrayList<>();

    SessionCalendar(SessionConfig config) {
        for (SessionWindow window : config.windows()) {
            windows.add(new Window(
                    ZoneId.of(window.zone()),
                    window.days(),
                    LocalTime.parse(window.opens()),
                    LocalTime.parse(window.closes())));
        }
        for (String day : config.holidays()) {
            holidays.add(LocalDate.parse(day));
        }
    }

    /**
     * When the session that is open now ends; now if none is, and the greatest number if that is beyond the horizon.
     */
    long end(long now) {
        long end = now;
        for (long next = latestEnd(end); next > end; next = latestEnd(end)) {
            end = next;
            if (end - now > HORIZON_NANOS) {
                return Long.MAX_VALUE;
            }
        }
        return end;
    }

    /** When the next session begins; after some idle days it is worth looking again. */
    long nextStart(long now) {
        long first = now + Duration.ofDays(MOST_IDLE_DAYS).toNanos();
        for (Window window : windows) {
            LocalDate today = EventTime.in(window.zone, now).toLocalDate();
            for (int day = -1; day < MOST_IDLE_DAYS; day++) {
                long start = window.start(today.plusDays(day));
                if (start > now && begins(window, today.plusDays(day))) {
                    first = Math.min(first, start);
                    break;
                }
            }
        }
        return first;
    }

    private long latestEnd(long now) {
        long latest = now;
        for (Window window : windows) {
            LocalDate today = EventTime.in(window.zone, now).toLocalDate();
            for (int day = -1; day <= 0; day++) {
                LocalDate date = today.plusDays(day);
                if (begins(window, date) && window.start(date) <= now) {
                    latest = Math.max(latest, window.end(date));
                }
            }
        }
        return latest;
    }

    private boolean begins(Window window, LocalDate date) {
        return window.days.contains(date.getDayOfWeek()) && !holidays.contains(date);
    }

    /** One daily time. */
    private record Window(ZoneId zone, List<DayOfWeek> days, LocalTime opens, LocalTime closes) {

        long start(LocalDate date) {
            return EventTime.nanos(date.atTime(opens).atZone(zone));
        }

        long end(LocalDate date) {
            LocalDate last = closes.isAfter(opens) ? date : date.plusDays(1);
            return EventTime.nanos(last.atTime(closes).atZone(zone));
        }
    }
}
