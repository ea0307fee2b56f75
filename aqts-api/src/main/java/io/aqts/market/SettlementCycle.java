package io.aqts.market;

import io.aqts.internal.Checks;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * How long it takes until the proceeds of a sale may be spent: T+n, counted in days that are neither Saturday, Sunday
 * nor holiday.
 *
 * @param days zero for at once, else business days after the day of the trade; 0 to 30
 * @param zone the zone in which days begin
 * @param holidays days that do not count
 */
public record SettlementCycle(int days, ZoneId zone, List<LocalDate> holidays) {

    /** Proceeds may be spent at once. */
    public static final SettlementCycle AT_ONCE = new SettlementCycle(0, ZoneOffset.UTC, List.of());

    private static final long NANOS = 1_000_000_000;

    /** Copies the holidays and refuses days out of range. */
    public SettlementCycle {
        holidays = List.copyOf(holidays);
        Checks.between("settlement.days", days, 0, 30);
    }

    /**
     * When a trade settles: the beginning of the last of the days.
     *
     * @param epochNanos the moment of the trade, in nanoseconds since 1970-01-01T00:00Z
     * @return the moment from which its proceeds may be spent; that of the trade itself if it is at once
     */
    public long settles(long epochNanos) {
        if (days == 0) {
            return epochNanos;
        }
        LocalDate day = Instant.ofEpochSecond(Math.floorDiv(epochNanos, NANOS))
                .atZone(zone)
                .toLocalDate();
        for (int left = days; left > 0; left -= isBusinessDay(day) ? 1 : 0) {
            day = day.plusDays(1);
        }
        return day.atStartOfDay(zone).toEpochSecond() * NANOS;
    }

    private boolean isBusinessDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.contains(day);
    }
}
