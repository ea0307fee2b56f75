package io.aqts.core.execute;

import io.aqts.trade.Decimal;
import io.aqts.trade.Liquidity;

/**
 * A price at which an order can trade.
 *
 * @param price on the grid, in quote currency; zero where the grid is too coarse to sell at all
 * @param tariff what the venue charges
 * @param liquidity whether liquidity is given or taken
 */
record Offer(Decimal price, Tariff tariff, Liquidity liquidity) {

    /** {@return what a quantity costs here without the fee} */
    Decimal notional(Decimal quantity) {
        return quantity.times(price);
    }

    /** {@return what a quantity costs here, the fee included} */
    Decimal cost(Decimal quantity) {
        Decimal notional = notional(quantity);
        return notional.plus(tariff.fee(liquidity, notional));
    }
}
