package io.aqts.core.execute;

import io.aqts.trade.Decimal;
import io.aqts.trade.Liquidity;
import io.aqts.trade.Side;

/**
 * A fill as far as fees are concerned.
 *
 * @param side whether it buys or sells
 * @param liquidity whether liquidity is given or taken
 * @param quantity in units of the base, more than zero
 * @param price in quote currency
 */
record Deal(Side side, Liquidity liquidity, Decimal quantity, Decimal price) {

    Decimal notional() {
        return quantity.times(price);
    }
}
