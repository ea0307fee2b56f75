package io.aqts.market;

/**
 * Something known about the world besides prices: the chain, the crowd, the news, the economy.
 *
 * <p>Every reading carries the moment it became known and names what it is about. The engine refuses a snapshot that
 * holds one from its future, or one about an asset that no instrument of the universe has for its base.
 */
public sealed interface Reading permits OnChainReading, SentimentReading, NewsItem, MacroReading {

    /** The asset of a reading that is about the market as a whole. */
    String MARKET = "";

    /** {@return the first moment this was known, in nanoseconds since 1970-01-01T00:00Z} */
    long knownAtNanos();

    /** {@return the base it is about, such as {@code BTC}, or {@link #MARKET} if it is about the market as a whole} */
    String asset();

    /**
     * Whether it says something about an instrument.
     *
     * @param instrument the instrument
     * @return true if it is about the base of the instrument or about the market as a whole
     */
    default boolean concerns(Instrument instrument) {
        String asset = asset();
        return asset.isEmpty() || asset.equals(instrument.base());
    }
}
