package io.aqts.performance;

/**
 * How far and how long the equity was below its peak.
 *
 * @param maximum the greatest fall from a peak, as a share of the peak, the initial equity counted as one
 * @param current the fall from the peak at the end, as a share of the peak
 * @param longestUnderWaterNanos the longest time below a peak, in nanoseconds, an unfinished one included
 * @param recovered whether the equity stood at its peak in the end
 */
public record DrawdownStatistics(
        Statistic maximum, Statistic current, long longestUnderWaterNanos, boolean recovered) {}
