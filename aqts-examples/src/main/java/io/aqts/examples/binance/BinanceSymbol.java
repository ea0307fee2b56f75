package io.aqts.examples.binance;

import io.aqts.internal.Checks;
import io.aqts.market.Instrument;
import io.aqts.trade.Decimal;

/**
 * What a stream is about.
 *
 * @param name the symbol in Binance's spelling, such as {@code BTCUSDT}
 * @param market by which rules its updates are numbered
 * @param instrument what it is to AQTS, with its grid
 * @param contractSize how many units of the base one unit of the stream's quantities is; one for spot
 */
public record BinanceSymbol(String name, BinanceMarket market, Instrument instrument, Decimal contractSize) {

    /** Refuses a blank name, and a size that is not more than zero. */
    public BinanceSymbol {
        Checks.notBlank("symbol.name", name);
        Checks.that(contractSize.isPositive(), "symbol.contractSize", "be more than zero", contractSize);
    }

    /**
     * A spot symbol.
     *
     * @param name in Binance's spelling
     * @param instrument what it is to AQTS
     * @return the symbol
     */
    public static BinanceSymbol spot(String name, Instrument instrument) {
        return new BinanceSymbol(name, BinanceMarket.SPOT, instrument, Decimal.ONE);
    }
}
