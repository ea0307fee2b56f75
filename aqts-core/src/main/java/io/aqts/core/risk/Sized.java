package io.aqts.core.risk;

import io.aqts.trade.Decimal;
import io.aqts.trade.Order;
import io.aqts.trade.OrderSize;
import io.aqts.trade.ReasonCode;

/**
 * What an intent comes to.
 *
 * @param terms its prices
 * @param ruling its size
 * @param reduces whether it can only reduce
 */
record Sized(Terms terms, Ruling ruling, boolean reduces) {

    static Sized refused(ReasonCode reason) {
        return new Sized(Terms.IMPOSSIBLE, Ruling.refused(reason), false);
    }

    /** An order that only becomes smaller keeps its terms, and no limit is asked. */
    static Sized smaller(Order order, Decimal left) {
        Terms own = new Terms(Decimal.ZERO, order.type(), order.lifetime(), order.bracket(), 0, 0);
        return new Sized(own, Ruling.granted(OrderSize.units(left)), order.reduceOnly());
    }
}
