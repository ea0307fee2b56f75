package io.aqts.market;

/**
 * Something known about the world besides prices: the chain, the crowd, the news, the economy.
 *
 * <p>Every reading carries the moment it became known. The engine refuses a snapshot that holds one from its future.
 */
public sealed interface Reading permits OnChainReading, SentimentReading, NewsItem, MacroReading {

    /** {@return the first moment this was known, in nanoseconds since 1970-01-01T00:00Z} */
    long knownAtNanos();
}
