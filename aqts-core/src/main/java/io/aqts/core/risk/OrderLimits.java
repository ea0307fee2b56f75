package io.aqts.core.risk;

import io.aqts.market.Instrument;
import io.aqts.trade.Decimal;

/**
 * What an exchange takes of one instrument besides its grid; zero where it does not say.
 *
 * @param minQuantity the least units of an order
 * @param maxQuantity the most units of an order
 * @param maxNotional the most an order may be worth, in quote currency
 */
record OrderLimits(Decimal minQuantity, Decimal maxQuantity, Decimal maxNotional) {

    /** Nothing but the grid. */
    static final OrderLimits NONE = new OrderLimits(Decimal.ZERO, Decimal.ZERO, Decimal.ZERO);

    /** The limits of an instrument. */
    static OrderLimits of(Instrument instrument) {
        return NONE;
    }

    boolean isBelow(Decimal quantity) {
        return minQuantity.isPositive() && quantity.isLessThan(minQuantity);
    }

    boolean isAbove(Decimal quantity) {
        return maxQuantity.isPositive() && quantity.isGreaterThan(maxQuantity);
    }

    boolean isWorthMore(Decimal notional) {
        return maxNotional.isPositive() && notional.isGreaterThan(maxNotional);
    }
}
