package io.aqts.testkit;

import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.Order;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.OrderSize;
import io.aqts.trade.OrderType;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Position;
import io.aqts.trade.Side;
import io.aqts.trade.Sizing;

/**
 * What positions, open orders and approved intents could come to, judged at the marks, if of the orders exactly those
 * fill that make it worst. Orders that only reduce count for nothing, because they may not fill.
 */
final class Exposure {

    private final Portfolio portfolio;
    private final double[] longEnds;
    private final double[] shortEnds;

    Exposure(Portfolio portfolio) {
        this.portfolio = portfolio;
        int instruments = portfolio.positions().size();
        longEnds = new double[instruments];
        shortEnds = new double[instruments];
        for (int i = 0; i < instruments; i++) {
            Position position = portfolio.position(i);
            longEnds[i] = position.quantity().toDouble() * position.mark();
            shortEnds[i] = -longEnds[i];
        }
    }

    /** Counts the orders that have not ended. */
    Exposure withOpenOrders() {
        for (OpenOrder open : portfolio.openOrders()) {
            Order order = open.approved().order();
            if (!order.reduceOnly()) {
                double mark = portfolio.position(order.instrument()).mark();
                add(order.instrument(), order.side(), worth(order, open.filled().toDouble(), mark));
            }
        }
        return this;
    }

    /** {@return how many units an intent is for at the mark; what everything means depends on what is owned} */
    static double units(OrderIntent intent, Portfolio portfolio) {
        Position position = portfolio.position(intent.instrument());
        if (intent.sizing() instanceof Sizing.Units units) {
            return units.quantity();
        }
        if (intent.sizing() instanceof Sizing.Spend spend) {
            return spend.amount() / position.mark();
        }
        boolean leaves = position.quantity().signum() == -intent.side().sign();
        return leaves
                ? Math.abs(position.quantity().toDouble())
                : Math.max(portfolio.cash().toDouble(), 0) / position.mark();
    }

    /** {@return whether an intent can only shrink what is held} */
    static boolean reduces(OrderIntent intent, Portfolio portfolio) {
        Position position = portfolio.position(intent.instrument());
        boolean against = position.quantity().signum() == -intent.side().sign();
        return intent.reduceOnly()
                || (against
                        && units(intent, portfolio)
                                <= Math.abs(position.quantity().toDouble()));
    }

    void add(OrderIntent intent) {
        double mark = portfolio.position(intent.instrument()).mark();
        add(intent.instrument(), intent.side(), units(intent, portfolio) * mark);
    }

    /** Counts an order just approved at its reference or at its limit, whichever is higher, unless it only reduces. */
    void add(ApprovedOrder approved) {
        Order order = approved.order();
        if (!order.reduceOnly()) {
            add(
                    order.instrument(),
                    order.side(),
                    worth(order, 0, approved.reference().toDouble()));
        }
    }

    /** {@return the worst of one instrument, in quote currency} */
    double of(int instrument) {
        return Math.max(longEnds[instrument], shortEnds[instrument]);
    }

    /** {@return the worst of all instruments together, in quote currency} */
    double gross() {
        double sum = 0;
        for (int i = 0; i < longEnds.length; i++) {
            sum += of(i);
        }
        return sum;
    }

    private void add(int instrument, Side side, double worth) {
        double[] ends = side == Side.BUY ? longEnds : shortEnds;
        ends[instrument] += worth;
    }

    private static double worth(Order order, double filled, double mark) {
        if (order.size() instanceof OrderSize.Spend spend) {
            return spend.amount().toDouble();
        }
        double limit = order.type() instanceof OrderType.Limit at ? at.price().toDouble() : mark;
        return (((OrderSize.Units) order.size()).quantity().toDouble() - filled) * Math.max(mark, limit);
    }
}
