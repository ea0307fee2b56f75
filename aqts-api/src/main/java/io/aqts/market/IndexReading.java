package io.aqts.market;

import io.aqts.internal.Checks;

/**
 * The level of an index, or another figure, that nothing in the universe is priced by: the VIX, the dollar index, the
 * dominance of a coin. What has bars of its own may be an {@link Instrument} of the universe instead.
 *
 * @param knownAtNanos the first moment this was known, in nanoseconds since 1970-01-01T00:00Z
 * @param asset the base or reference it is about, such as {@code BTC} for its dominance, or {@link Reading#MARKET}
 * @param name what the figure is, such as {@code VIX}
 * @param value the figure, finite, in its own unit
 */
public record IndexReading(long knownAtNanos, String asset, String name, double value) implements Reading {

    /** Refuses blank names and a figure that is not finite. */
    public IndexReading {
        Checks.that(asset.isEmpty() || !asset.isBlank(), "index.asset", "be a name or empty", '"' + asset + '"');
        Checks.notBlank("index.name", name);
        Checks.finite("index.value", value);
    }

    /**
     * A figure about the market as a whole.
     *
     * @param knownAtNanos the first moment this was known, in nanoseconds since 1970-01-01T00:00Z
     * @param name what the figure is, such as {@code VIX}
     * @param value the figure, finite, in its own unit
     * @return the reading
     */
    public static IndexReading of(long knownAtNanos, String name, double value) {
        return new IndexReading(knownAtNanos, MARKET, name, value);
    }
}
