package io.aqts.config;

import java.time.DayOfWeek;
import java.util.List;

/**
 * A daily time of trading in a time zone, which knows about summer time.
 *
 * @param zone the time zone, by its IANA name, such as {@code Europe/London}
 * @param days the days on which it begins, at least one, each once
 * @param opens when it begins, such as {@code 08:00}
 * @param closes when it ends, such as {@code 17:00}, itself excluded; if that is not later than it begins, on the next
 *     day
 */
public record SessionWindow(String zone, List<DayOfWeek> days, String opens, String closes) {

    public SessionWindow {
        days = List.copyOf(days);
        Limits.zone(PATH + "zone", zone);
        Limits.names(PATH + "days", days.stream().map(DayOfWeek::name).toList());
        Limits.timeOfDay(PATH + "opens", opens);
        Limits.timeOfDay(PATH + "closes", closes);
    }

    private static final String PATH = "risk.rules.session.windows[].";
}
