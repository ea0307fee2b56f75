package io.aqts.market;

/**
 * Something known about the world besides prices: the chain, the crowd, the news, the economy.
 *
 * <p>Every reading carries the moment it became known and names what it is about, which is one of three:
 *
 * <ul>
 *   <li>the <b>base</b> of an instrument, such as {@code BTC} where BTC/USDT is traded;
 *   <li>the <b>market</b> as a whole, {@link #MARKET}, as a fear and greed index is: it concerns every instrument;
 *   <li>a <b>reference</b>, which the universe declares besides its instruments ({@link Universe#references()}), such
 *       as {@code BTC} where only ETH/USDT is traded: it concerns no instrument by itself, and the layers that come
 *       with AQTS pass over it; a layer of your own finds it among the readings of the snapshot.
 * </ul>
 *
 * <p>The engine refuses a snapshot that holds a reading from its future, or one about anything else, so that a misspelt
 * asset is not heard by nobody.
 */
public sealed interface Reading permits OnChainReading, SentimentReading, NewsItem, MacroReading, IndexReading {

    /** The asset of a reading that is about the market as a whole. */
    String MARKET = "";

    /** {@return the first moment this was known, in nanoseconds since 1970-01-01T00:00Z} */
    long knownAtNanos();

    /**
     * {@return the base or reference it is about, such as {@code BTC}, or {@link #MARKET} if it is about the market as
     * a whole}
     */
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
