package io.aqts.market;

import io.aqts.trade.Decimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * What holding a position overnight costs: the borrowing of what was sold short, or the swap of a currency pair.
 *
 * <p>Whoever holds a position at the rollover pays for a day, reckoned on its value at the last price known then.
 *
 * @param longRate what a long position pays in a year, as a share of its value; negative when it receives
 * @param shortRate what a short position pays in a year, as a share of its value; negative when it receives
 * @param rollover the time of day at which a day is charged
 * @param zone the zone of that time
 * @param dayCount how many such days a year has
 * @param everyDay whether Saturdays and Sundays are charged like others; otherwise Wednesdays count three days instead
 */
public record Financing(
        Decimal longRate, Decimal shortRate, LocalTime rollover, ZoneId zone, DayCount dayCount, boolean everyDay) {

    /** Holding costs nothing. */
    public static final Financing NONE =
            new Financing(Decimal.ZERO, Decimal.ZERO, LocalTime.MIDNIGHT, ZoneOffset.UTC, DayCount.ACT_365, true);

    private static final long NANOS = 1_000_000_000;

    /**
     * The borrowing of what is sold short, charged every day at midnight UTC on a year of 365 days.
     *
     * @param rate what a short position pays in a year, as a share of its value
     * @return the financing
     */
    public static Financing borrowing(Decimal rate) {
        return new Financing(Decimal.ZERO, rate, LocalTime.MIDNIGHT, ZoneOffset.UTC, DayCount.ACT_365, true);
    }

    /** {@return whether holding costs or brings anything at all} */
    public boolean isFree() {
        return longRate.isZero() && shortRate.isZero();
    }

    /**
     * The first rollover after a moment.
     *
     * @param epochNanos the moment, in nanoseconds since 1970-01-01T00:00Z
     * @return the rollover, later than the moment, in the same unit
     */
    public long next(long epochNanos) {
        Instant after = Instant.ofEpochSecond(Math.floorDiv(epochNanos, NANOS), Math.floorMod(epochNanos, NANOS));
        ZonedDateTime day = after.atZone(zone).toLocalDate().atTime(rollover).atZone(zone);
        while (!day.toInstant().isAfter(after) || days(day.getDayOfWeek()) == 0) {
            day = day.toLocalDate().plusDays(1).atTime(rollover).atZone(zone);
        }
        return day.toEpochSecond() * NANOS + day.getNano();
    }

    /**
     * How many days a rollover charges.
     *
     * @param epochNanos the rollover, in nanoseconds since 1970-01-01T00:00Z
     * @return one, or three on a Wednesday that makes up for the weekend
     */
    public int days(long epochNanos) {
        Instant at = Instant.ofEpochSecond(Math.floorDiv(epochNanos, NANOS), Math.floorMod(epochNanos, NANOS));
        return days(at.atZone(zone).getDayOfWeek());
    }

    private int days(DayOfWeek day) {
        if (everyDay) {
            return 1;
        }
        if (day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY) {
            return 0;
        }
        return day == DayOfWeek.WEDNESDAY ? 3 : 1;
    }
}
