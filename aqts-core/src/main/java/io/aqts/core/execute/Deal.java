package io.aqts.core.execute;

import io.aqts.trade.Decimal;
import io.aqts.trade.Liquidity;
import io.aqts.trade.Payoff;
import io.aqts.trade.Side;

/**
 * A fill as far as fees are concerned.
 *
 * @param side whether it buys or sells
 * @param liquidity whether liquidity is given or taken
 * @param quantity in units or contracts, more than zero
 * @param price in quote currency
 * @param payoff what a quantity is worth at a price
 */
record Deal(Side side, Liquidity liquidity, Decimal quantity, Decimal price, Payoff payoff) {

    Deal(Side side, Liquidity liquidity, Decimal quantity, Decimal price) {
        this(side, liquidity, quantity, price, Payoff.exchange());
    }

    /** {@return what it is worth, in the currency of settlement, more than zero} */
    Decimal notional() {
        return payoff.isExchange()
                ? quantity.times(price)
                : payoff.value(quantity, price).abs();
    }
}
