package io.aqts.market;

import io.aqts.internal.Checks;
import io.aqts.trade.Decimal;
import java.util.List;

/**
 * Something that can be bought and sold, and the grid its orders must lie on unless a {@link MarketEvent.GridChange}
 * brings another.
 *
 * <p>An instrument is not a venue's listing: the same instrument may trade on several {@link Venue}s at once.
 *
 * @param symbol the name used in data and reports, such as {@code BTC/USDT}; unique within a {@link Universe}
 * @param base what one unit is, such as {@code BTC}
 * @param quote the currency its price is counted in, such as {@code USDT}
 * @param tickSize the step of prices, in quote currency, more than zero
 * @param lotSize the step of quantities, in units of the base, more than zero
 * @param minNotional the least an order may be worth, in quote currency, zero or more
 * @param contract what it means to hold it
 * @param limits how small and how large an order may be
 */
public record Instrument(
        String symbol,
        String base,
        String quote,
        Decimal tickSize,
        Decimal lotSize,
        Decimal minNotional,
        Contract contract,
        OrderLimits limits) {

    private static final Decimal FINE_STEP = Decimal.of(1, 8);

    /** Refuses blank names and steps that are not more than zero. */
    public Instrument {
        Checks.notBlank("instrument.symbol", symbol);
        Checks.notBlank("instrument.base", base);
        Checks.notBlank("instrument.quote", quote);
        Checks.that(tickSize.isPositive(), "instrument.tickSize", "be more than zero", tickSize);
        Checks.that(lotSize.isPositive(), "instrument.lotSize", "be more than zero", lotSize);
        Checks.that(!minNotional.isNegative(), "instrument.minNotional", "be zero or more", minNotional);
    }

    /**
     * An instrument that is paid for and owned at once, with orders of any size from the least notional on.
     *
     * @param symbol the name used in data and reports
     * @param base what one unit is
     * @param quote the currency its price is counted in
     * @param tickSize the step of prices
     * @param lotSize the step of quantities
     * @param minNotional the least an order may be worth
     */
    public Instrument(
            String symbol, String base, String quote, Decimal tickSize, Decimal lotSize, Decimal minNotional) {
        this(symbol, base, quote, tickSize, lotSize, minNotional, Contract.spot(), OrderLimits.NONE);
    }

    /**
     * An instrument on a grid of eight decimals for price and quantity alike, with no least notional.
     *
     * @param symbol the base and the quote with one of {@code / - _} between them
     * @return the instrument
     * @throws IllegalArgumentException if the symbol has no such separator
     */
    public static Instrument of(String symbol) {
        return of(symbol, FINE_STEP, FINE_STEP);
    }

    /**
     * An instrument with the given grid and no least notional.
     *
     * @param symbol the base and the quote with one of {@code / - _} between them
     * @param tickSize the step of prices, more than zero
     * @param lotSize the step of quantities, more than zero
     * @return the instrument
     * @throws IllegalArgumentException if the symbol has no such separator
     */
    public static Instrument of(String symbol, Decimal tickSize, Decimal lotSize) {
        int cut = separator(symbol);
        Checks.that(
                cut > 0 && cut < symbol.length() - 1, "instrument.symbol", "look like BASE/QUOTE", '"' + symbol + '"');
        return new Instrument(
                symbol, symbol.substring(0, cut), symbol.substring(cut + 1), tickSize, lotSize, Decimal.ZERO);
    }

    /**
     * The same instrument with another contract.
     *
     * @param other what it means to hold it
     * @return the changed instrument
     */
    public Instrument with(Contract other) {
        return new Instrument(symbol, base, quote, tickSize, lotSize, minNotional, other, limits);
    }

    /**
     * The same instrument with other limits.
     *
     * @param other how small and how large an order may be
     * @return the changed instrument
     */
    public Instrument with(OrderLimits other) {
        return new Instrument(symbol, base, quote, tickSize, lotSize, minNotional, contract, other);
    }

    /**
     * The instrument as events leave it: on the last grid they tell of.
     *
     * @param events what happened to it, in the order in which it happened
     * @return the changed instrument; itself if no event tells of a grid
     */
    public Instrument after(List<MarketEvent> events) {
        Instrument now = this;
        for (int k = 0; k < events.size(); k++) {
            if (events.get(k) instanceof MarketEvent.GridChange grid) {
                now = new Instrument(
                        symbol, base, quote, grid.tickSize(), grid.lotSize(), minNotional, contract, limits);
            }
        }
        return now;
    }

    /** {@return the currency of gains and losses: the quote currency, or the base of an inverse contract} */
    public String settlementCurrency() {
        return contract.payoff().isInverse() ? base : quote;
    }

    private static int separator(String symbol) {
        for (int i = 0; i < symbol.length(); i++) {
            char c = symbol.charAt(i);
            if (c == '/' || c == '-' || c == '_') {
                return i;
            }
        }
        return -1;
    }
}
