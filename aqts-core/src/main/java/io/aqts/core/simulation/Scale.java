package io.aqts.core.simulation;

import io.aqts.config.SimulationConfig;
import java.time.Duration;

/**
 * The length of a bar, as the share it is of other times.
 *
 * @param nanos the length in nanoseconds
 * @param ofYear the length in years of 365 days
 * @param ofDay the length in days
 */
record Scale(long nanos, double ofYear, double ofDay) {

    private static final double DAY = Duration.ofDays(1).toNanos();

    static Scale of(SimulationConfig config) {
        long nanos = config.interval().toNanos();
        return new Scale(nanos, nanos / DAY / 365, nanos / DAY);
    }
}
