package io.aqts.core.data;

import io.aqts.market.BarInterval;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a bar file is read. Start from {@link #defaults()} and change what matters:
 *
 * <pre>{@code
 * CsvOptions year = CsvOptions.defaults().from(Instant.parse("2024-01-01T00:00:00Z"));
 * }</pre>
 *
 * @param interval the length of the bars, or null to infer it from the file
 * @param fromNanos bars that end before this moment are left out, in nanoseconds since 1970-01-01T00:00Z
 * @param toNanos bars that end at this moment or later are left out, in nanoseconds since 1970-01-01T00:00Z
 * @param repair what is done about flawed rows
 */
public record CsvOptions(@Nullable BarInterval interval, long fromNanos, long toNanos, RepairPolicy repair) {

    private static final CsvOptions DEFAULTS =
            new CsvOptions(null, Long.MIN_VALUE, Long.MAX_VALUE, RepairPolicy.REFUSE_ALL);

    /** Refuses an empty range. */
    public CsvOptions {
        if (fromNanos >= toNanos) {
            throw new IllegalArgumentException("csv.to must be after csv.from " + fromNanos + ", but was " + toNanos);
        }
    }

    /** {@return the options used when nothing else is said: the whole file, its interval inferred, no repairs} */
    public static CsvOptions defaults() {
        return DEFAULTS;
    }

    /**
     * The same options with a stated interval.
     *
     * @param stated the length of the bars
     * @return the changed options
     */
    public CsvOptions interval(BarInterval stated) {
        return new CsvOptions(stated, fromNanos, toNanos, repair);
    }

    /**
     * The same options with a beginning.
     *
     * @param first the first moment at which a bar may end
     * @return the changed options
     */
    public CsvOptions from(Instant first) {
        return new CsvOptions(interval, nanos(first), toNanos, repair);
    }

    /**
     * The same options with an end.
     *
     * @param bound the moment before which bars must end
     * @return the changed options
     */
    public CsvOptions to(Instant bound) {
        return new CsvOptions(interval, fromNanos, nanos(bound), repair);
    }

    /**
     * The same options with another policy.
     *
     * @param policy what is done about flawed rows
     * @return the changed options
     */
    public CsvOptions repair(RepairPolicy policy) {
        return new CsvOptions(interval, fromNanos, toNanos, policy);
    }

    private static long nanos(Instant moment) {
        return Math.addExact(Math.multiplyExact(moment.getEpochSecond(), 1_000_000_000L), moment.getNano());
    }
}
