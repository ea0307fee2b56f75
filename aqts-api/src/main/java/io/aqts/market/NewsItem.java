package io.aqts.market;

import io.aqts.internal.Checks;

/**
 * A piece of news and what it is thought to do to prices.
 *
 * @param knownAtNanos the first moment this was known, in nanoseconds since 1970-01-01T00:00Z
 * @param asset the base or reference it is about, such as {@code BTC}, or {@link Reading#MARKET}
 * @param source who published it
 * @param title the headline
 * @param impact from -1 (very bad) to 1 (very good)
 */
public record NewsItem(long knownAtNanos, String asset, String source, String title, double impact) implements Reading {

    /** Refuses blank texts and an impact outside its range. */
    public NewsItem {
        Checks.that(asset.isEmpty() || !asset.isBlank(), "news.asset", "be a name or empty", '"' + asset + '"');
        Checks.notBlank("news.source", source);
        Checks.notBlank("news.title", title);
        Checks.between("news.impact", impact, -1, 1);
    }
}
