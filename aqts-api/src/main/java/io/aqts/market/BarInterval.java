package io.aqts.market;

import io.aqts.internal.Checks;
import java.time.Duration;
import java.util.Locale;

/**
 * The fixed length of a series of bars.
 *
 * @param nanos the length in nanoseconds, more than zero
 */
public record BarInterval(long nanos) {

    private static final String UNITS = "smhdw";
    private static final long[] UNIT_SECONDS = {1, 60, 3_600, 86_400, 604_800};
    private static final long LONGEST_SECONDS = Long.MAX_VALUE / 1_000_000_000L;

    /** Refuses a length that is not more than zero. */
    public BarInterval {
        Checks.atLeast("interval.nanos", nanos, 1);
    }

    /**
     * An interval of the given length.
     *
     * @param length the length, more than zero
     * @return the interval
     */
    public static BarInterval of(Duration length) {
        return new BarInterval(length.toNanos());
    }

    /**
     * Reads a short form such as {@code 30s}, {@code 1m}, {@code 4h}, {@code 1d} or {@code 1w}.
     *
     * @param text a whole number and one of the units s, m, h, d, w
     * @return the interval
     * @throws IllegalArgumentException if the text has another form or names no time at all
     */
    public static BarInterval parse(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int unit = lower.isEmpty() ? -1 : UNITS.indexOf(lower.charAt(lower.length() - 1));
        String digits = lower.isEmpty() ? "" : lower.substring(0, lower.length() - 1);
        boolean wellFormed = unit >= 0
                && !digits.isEmpty()
                && digits.length() < 10
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        Checks.that(wellFormed, "interval", "look like 30s, 1m, 4h, 1d or 1w", '"' + text + '"');
        long seconds = Long.parseLong(digits) * UNIT_SECONDS[unit];
        Checks.that(seconds <= LONGEST_SECONDS, "interval", "be shorter than 292 years", '"' + text + '"');
        return new BarInterval(seconds * 1_000_000_000L);
    }

    /** {@return the length as a duration} */
    public Duration toDuration() {
        return Duration.ofNanos(nanos);
    }

    /** {@return the short form where there is one, such as {@code 5m}, or else the ISO form} */
    @Override
    public String toString() {
        for (int i = UNIT_SECONDS.length - 2; i >= 0; i--) {
            long unitNanos = UNIT_SECONDS[i] * 1_000_000_000L;
            if (nanos % unitNanos == 0) {
                return nanos / unitNanos + UNITS.substring(i, i + 1);
            }
        }
        return toDuration().toString();
    }
}
