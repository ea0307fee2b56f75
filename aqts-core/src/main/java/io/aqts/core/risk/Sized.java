package io.aqts.core.risk;

import io.aqts.trade.Decimal;
import io.aqts.trade.Order;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.OrderSize;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskVerdict;
import io.aqts.trade.Sizing;

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

    /** The order of a size that is allowed. */
    Order order(Request request, OrderSize size) {
        OrderIntent intent = request.intent();
        return new Order(
                intent.instrument(),
                intent.side(),
                size,
                terms.type(),
                terms.lifetime(),
                request.handling(reduces, size),
                terms.bracket(),
                intent.reason());
    }

    /** The final verdict for a size that is allowed. */
    RiskVerdict verdict(Request request, OrderSize size) {
        if (ruling.reasons().isEmpty()) {
            return request.verdict().reasons().isEmpty() ? request.approved() : request.verdict();
        }
        Sizing sizing = size instanceof OrderSize.Units units
                ? Sizing.units(units.quantity().toDouble())
                : Sizing.spend(((OrderSize.Spend) size).amount().toDouble());
        return request.reducedTo(sizing, reduces, ruling.reasons());
    }
}
