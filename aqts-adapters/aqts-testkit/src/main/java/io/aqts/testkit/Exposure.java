package io.aqts.testkit;

import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.Order;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.OrderSize;
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

    /** {@return how many units an intent is for at the price; what everything means depends on what is owned} */
    static double units(OrderIntent intent, RiskMoment moment) {
        Position position = moment.portfolio().position(intent.instrument());
        double price = moment.price(intent.instrument());
        if (intent.sizing() instanceof Sizing.Units units) {
            return units.quantity();
        }
        if (intent.sizing() instanceof Sizing.Spend spend) {
            return spend.amount() / price;
        }
        boolean leaves = position.quantity().signum() == -intent.side().sign();
        return leaves
                ? Math.abs(position.quantity().toDouble())
                : Math.max(moment.portfolio().cash().toDouble(), 0) / price;
    }

    /** {@return whether an intent can only shrink what is held} */
    static boolean reduces(OrderIntent intent, RiskMoment moment) {
        Position position = moment.portfolio().position(intent.instrument());
        boolean against = position.quantity().signum() == -intent.side().sign();
        return intent.reduceOnly()
                || (against
                        && units(intent, moment) <= Math.abs(position.quantity().toDouble()));
    }

    /** Counts the orders that have not ended, at the last known prices. */
    Exposure withOpenOrders(RiskMoment moment) {
        for (OpenOrder open : portfolio.openOrders()) {
            Order order = open.approved().order();
            ApprovedOrder revision = open.revision();
            Order heavier = revision == null || worth(order) > worth(revision.order()) ? order : revision.order();
            add(heavier, open.filled().toDouble(), moment.price(order.instrument()));
        }
        return this;
    }

    /** Counts an order just approved, at its reference. */
    void add(ApprovedOrder approved) {
        add(approved.order(), 0, approved.reference().toDouble());
    }

    /** Counts what a risk manager approved, at the last known price. */
    void add(OrderIntent intent, RiskMoment moment) {
        add(intent.instrument(), intent.side(), units(intent, moment) * moment.price(intent.instrument()));
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

    private static double highest(Order order) {
        return Math.max(order.type().limit().toDouble(), order.type().trigger().toDouble());
    }

    private static double worth(Order order) {
        return order.size() instanceof OrderSize.Units units ? units.quantity().toDouble() * highest(order) : 0;
    }

    /** An order counts at the price, or at its limit or its trigger if that is higher. */
    private void add(Order order, double filled, double price) {
        if (order.reduceOnly()) {
            return;
        }
        if (order.size() instanceof OrderSize.Units units) {
            double left = units.quantity().toDouble() - filled;
            add(order.instrument(), order.side(), left * Math.max(price, highest(order)));
        } else if (order.size() instanceof OrderSize.Spend spend) {
            add(order.instrument(), order.side(), spend.amount().toDouble());
        }
    }

    private void add(int instrument, Side side, double worth) {
        double[] ends = side == Side.BUY ? longEnds : shortEnds;
        ends[instrument] += worth;
    }
}
