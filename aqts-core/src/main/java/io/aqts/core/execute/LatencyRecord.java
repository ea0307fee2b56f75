package io.aqts.core.execute;

import io.aqts.internal.Checks;

/**
 * A measured delay, such as the local time of a message less the time its venue stamped it with.
 *
 * @param epochNanos the moment it was measured, in nanoseconds since 1970-01-01T00:00Z
 * @param delayNanos the delay in nanoseconds, zero or more; clocks that disagree are to be set right before
 */
public record LatencyRecord(long epochNanos, long delayNanos) {

    /** Refuses a negative delay. */
    public LatencyRecord {
        Checks.atLeast("latency.delayNanos", delayNanos, 0);
    }

    /** What holds between two records. */
    public enum Between {
        /** The earlier one, until the next. */
        STEP,
        /** The straight line from one to the other, rounded down to the nanosecond. */
        LINEAR
    }
}
