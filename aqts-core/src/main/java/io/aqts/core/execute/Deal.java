package io.aqts.core.execute;

import io.aqts.market.Instrument;
import io.aqts.trade.Decimal;
import io.aqts.trade.Liquidity;
import io.aqts.trade.Side;
import org.jspecify.annotations.Nullable;

/**
 * A fill as far as fees are concerned.
 *
 * @param side whether it buys or sells
 * @param liquidity whether liquidity is given or taken
 * @param quantity in units or contracts, more than zero
 * @param price in quote currency
 * @param instrument what is traded, or null for something bought with the currency its price is counted in
 */
record Deal(
        Side side,
        Liquidity liquidity,
        Decimal quantity,
        Decimal price,
        @Nullable Instrument instrument) {

    Deal(Side side, Liquidity liquidity, Decimal quantity, Decimal price) {
        this(side, liquidity, quantity, price, null);
    }

    /** {@return what it is worth, in the currency of settlement, more than zero} */
    Decimal notional() {
        if (instrument == null || instrument.contract().payoff().isExchange()) {
            return quantity.times(price);
        }
        return instrument.contract().payoff().value(quantity, price).abs();
    }
}
