package io.aqts.core.detect;

/**
 * A turning point that met the proportion looked for and was sharper than usual.
 *
 * @param confirmedAtNanos the end of the bar that confirmed it, in nanoseconds since 1970-01-01T00:00Z
 * @param ratio the gap before it divided by the gap before that
 * @param bend how sharply the price turned, in standard deviations; positive for a turn upwards
 * @param leastBend how sharp it had to be, in standard deviations
 */
public record Turn(long confirmedAtNanos, double ratio, double bend, double leastBend) {}
