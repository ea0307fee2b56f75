package io.aqts.performance;

/**
 * The equity at one moment.
 *
 * @param epochNanos the moment, in nanoseconds since 1970-01-01T00:00Z
 * @param equity cash and positions at their marks, in the currency of the portfolio
 */
public record EquityPoint(long epochNanos, double equity) {}
