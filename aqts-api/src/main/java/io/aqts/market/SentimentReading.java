package io.aqts.market;

import io.aqts.internal.Checks;

/**
 * What a crowd seems to feel.
 *
 * @param knownAtNanos the first moment this was known, in nanoseconds since 1970-01-01T00:00Z
 * @param source where it was heard, such as {@code twitter}
 * @param score from -1 (all fear) to 1 (all greed)
 */
public record SentimentReading(long knownAtNanos, String source, double score) implements Reading {

    /** Refuses a blank source and a score outside its range. */
    public SentimentReading {
        Checks.notBlank("sentiment.source", source);
        Checks.between("sentiment.score", score, -1, 1);
    }
}
