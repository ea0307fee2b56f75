package io.aqts.core.data;

/** How a bar file writes its times. */
public enum TimestampForm {
    /** Seconds since 1970-01-01T00:00Z. */
    EPOCH_SECONDS(1_000_000_000L),
    /** Milliseconds since 1970-01-01T00:00Z. */
    EPOCH_MILLIS(1_000_000L),
    /** Microseconds since 1970-01-01T00:00Z. */
    EPOCH_MICROS(1_000L),
    /** Nanoseconds since 1970-01-01T00:00Z. */
    EPOCH_NANOS(1L),
    /** ISO 8601, such as {@code 2024-01-01T00:00:00Z}; UTC where no offset is stated. */
    ISO_8601(0L);

    private final long nanos;

    TimestampForm(long nanos) {
        this.nanos = nanos;
    }

    /** How many nanoseconds one unit has; zero for text. */
    long nanos() {
        return nanos;
    }

    /** The unit of a number of this magnitude, which holds for moments from 1973 to 2262. */
    static TimestampForm ofMagnitude(long number) {
        long magnitude = number < 0 ? -number : number;
        if (magnitude < 100_000_000_000L) {
            return EPOCH_SECONDS;
        }
        if (magnitude < 100_000_000_000_000L) {
            return EPOCH_MILLIS;
        }
        return magnitude < 100_000_000_000_000_000L ? EPOCH_MICROS : EPOCH_NANOS;
    }
}
