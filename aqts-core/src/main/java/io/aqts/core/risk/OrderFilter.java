package io.aqts.core.risk;

import io.aqts.market.Instrument;
import io.aqts.market.OrderLimits;
import io.aqts.trade.Bracket;
import io.aqts.trade.Decimal;
import io.aqts.trade.Order;
import io.aqts.trade.OrderSize;
import io.aqts.trade.ReasonCode;
import org.jspecify.annotations.Nullable;

/**
 * What an exchange would refuse an order for, found before it is approved.
 *
 * <p>The gate moves prices and quantities onto the grid and cuts what is too large by itself. That an order of its own
 * fails here would be an error of the gate, which then costs an order and not money.
 */
final class OrderFilter {

    private OrderFilter() {}

    /** The first flaw of an order, or null; what reduces may be off the lot and below the least of everything. */
    static @Nullable ReasonCode flaw(Order order, Instrument instrument, OrderLimits limits, Decimal reference) {
        Decimal limit = order.type().limit();
        if (isOff(limit, instrument)
                || isOff(order.type().trigger(), instrument)
                || isOff(order.bracket(), instrument)) {
            return ReasonCode.OFF_TICK;
        }
        if (!(order.size() instanceof OrderSize.Units units)) {
            return null;
        }
        Decimal quantity = units.quantity();
        if (limits.isAbove(quantity)) {
            return ReasonCode.ABOVE_MAX_QUANTITY;
        }
        if (order.reduceOnly()) {
            return null;
        }
        if (!quantity.isMultipleOf(instrument.lotSize())) {
            return ReasonCode.OFF_LOT;
        }
        if (limits.isBelow(quantity)) {
            return ReasonCode.BELOW_MIN_QUANTITY;
        }
        Decimal notional = quantity.times(limit.isPositive() ? limit : reference);
        if (notional.isLessThan(instrument.minNotional())) {
            return ReasonCode.BELOW_MIN_NOTIONAL;
        }
        return limits.isWorthMore(notional) ? ReasonCode.ABOVE_MAX_NOTIONAL : null;
    }

    private static boolean isOff(Bracket bracket, Instrument instrument) {
        return isOff(bracket.stopPrice(), instrument) || isOff(bracket.targetPrice(), instrument);
    }

    private static boolean isOff(Decimal price, Instrument instrument) {
        return !price.isZero() && !price.isMultipleOf(instrument.tickSize());
    }
}
