package io.aqts.core.execute;

import io.aqts.market.Instrument;
import io.aqts.trade.Decimal;
import io.aqts.trade.Order;
import io.aqts.trade.OrderSize;

/** The steps of prices and quantities of one instrument, which may change while orders wait. */
final class Grid {

    private Decimal tick;
    private Decimal lot;
    private boolean changed;

    Grid(Instrument instrument) {
        tick = instrument.tickSize();
        lot = instrument.lotSize();
    }

    Decimal tick() {
        return tick;
    }

    Decimal lot() {
        return lot;
    }

    void change(Decimal newTick, Decimal newLot) {
        tick = newTick;
        lot = newLot;
        changed = true;
    }

    /** {@return whether it is another than the instrument's own} */
    boolean isChanged() {
        return changed;
    }

    /**
     * {@return whether the prices of an order and a quantity lie on it; what only reduces may have a part of a lot, to
     * close what has one}
     */
    boolean holds(Order order, Decimal quantity) {
        return order.type().limit().isMultipleOf(tick)
                && order.type().trigger().isMultipleOf(tick)
                && (order.size() instanceof OrderSize.Spend || order.reduceOnly() || quantity.isMultipleOf(lot));
    }
}
