package io.aqts.performance;

/**
 * The time a run covers.
 *
 * @param startNanos the start of the first bar, or the first moment where there are no bars, in nanoseconds since
 *     1970-01-01T00:00Z
 * @param endNanos the last moment, in nanoseconds since 1970-01-01T00:00Z
 * @param steps how many steps it took
 */
public record Span(long startNanos, long endNanos, long steps) {}
