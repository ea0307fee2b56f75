package io.aqts.market;

import io.aqts.internal.Checks;
import java.util.List;

/**
 * What a crowd seems to feel.
 *
 * @param knownAtNanos the first moment this was known, in nanoseconds since 1970-01-01T00:00Z
 * @param asset the base or reference it is about, such as {@code BTC}, or {@link Reading#MARKET}
 * @param source where it was heard, such as {@code twitter}
 * @param score from -1 (all fear) to 1 (all greed)
 * @param keywords the words that stood out, such as {@code halving}; possibly none
 */
public record SentimentReading(long knownAtNanos, String asset, String source, double score, List<String> keywords)
        implements Reading {

    /** Refuses blank names and words and a score outside its range. */
    public SentimentReading {
        Checks.that(asset.isEmpty() || !asset.isBlank(), "sentiment.asset", "be a name or empty", '"' + asset + '"');
        Checks.notBlank("sentiment.source", source);
        Checks.between("sentiment.score", score, -1, 1);
        keywords = List.copyOf(keywords);
        for (String keyword : keywords) {
            Checks.notBlank("sentiment.keywords", keyword);
        }
    }

    /**
     * A reading without keywords.
     *
     * @param knownAtNanos the first moment this was known, in nanoseconds since 1970-01-01T00:00Z
     * @param asset the base or reference it is about, such as {@code BTC}, or {@link Reading#MARKET}
     * @param source where it was heard
     * @param score from -1 (all fear) to 1 (all greed)
     * @return the reading
     */
    public static SentimentReading of(long knownAtNanos, String asset, String source, double score) {
        return new SentimentReading(knownAtNanos, asset, source, score, List.of());
    }
}
