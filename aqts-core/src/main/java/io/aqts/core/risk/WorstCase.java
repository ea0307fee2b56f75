package io.aqts.core.risk;

import io.aqts.trade.Decimal;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.Order;
import io.aqts.trade.OrderSize;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Position;
import io.aqts.trade.Side;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * What positions and orders could come to together, if of the orders exactly those fill that make it worst.
 *
 * <p>An instrument's exposure is the larger of its long end (what is held and all that may still be bought) and its
 * short end (all that may still be sold, less what is held). Orders that only reduce count for nothing, because they
 * may not fill. The heat is what would be lost if all stops were touched; positions and orders without a stop have
 * none.
 */
final class WorstCase {

    private final double[] held;
    private final double[] bought;
    private final double[] sold;
    private final double[] longStops;
    private final double[] shortStops;
    private final boolean[] busy;
    private IntToDoubleFunction marks = instrument -> 0;
    private double gross;
    private double heat;
    private double purchases;

    WorstCase(int instruments) {
        held = new double[instruments];
        bought = new double[instruments];
        sold = new double[instruments];
        longStops = new double[instruments];
        shortStops = new double[instruments];
        busy = new boolean[instruments];
    }

    /** Starts from what is owned and ordered now. */
    void begin(Portfolio portfolio, IntToDoubleFunction prices) {
        count(portfolio, prices);
        for (int i = 0; i < held.length; i++) {
            if (!busy[i]) {
                longStops[i] = 0;
                shortStops[i] = 0;
            }
        }
    }

    /** Counts everything again in the same step, because an order became another one. */
    void recount(Moment moment) {
        count(moment.portfolio(), moment.marks());
        for (int i = 0; i < moment.fresh().size(); i++) {
            add(moment.fresh().get(i).order(), Decimal.ZERO);
        }
    }

    private void count(Portfolio portfolio, IntToDoubleFunction prices) {
        marks = prices;
        gross = 0;
        heat = 0;
        purchases = 0;
        for (int i = 0; i < held.length; i++) {
            bought[i] = 0;
            sold[i] = 0;
            take(i, portfolio.position(i));
        }
        List<OpenOrder> orders = portfolio.openOrders();
        for (int i = 0; i < orders.size(); i++) {
            add(OrdersUnderWay.heavier(orders.get(i)), orders.get(i).filled());
        }
    }

    /** The price an instrument is judged by, in quote currency. */
    double mark(int instrument) {
        return marks.applyAsDouble(instrument);
    }

    /** What all stops would cost together, in quote currency. */
    double heat() {
        return heat;
    }

    /** What all orders to buy may still cost together, in quote currency, without fees. */
    double purchases() {
        return purchases;
    }

    /** How much one instrument's end may still grow, in quote currency, if the sum over all may not exceed a limit. */
    double grossRoom(int instrument, Side side, double limit) {
        double elsewhere = gross - worst(instrument);
        return elsewhere + end(instrument, side.opposite()) <= limit ? limit - elsewhere - end(instrument, side) : 0;
    }

    /** How much one instrument's end may still grow, in quote currency, if it may not exceed a limit. */
    double room(int instrument, Side side, double limit) {
        return end(instrument, side.opposite()) <= limit ? limit - end(instrument, side) : 0;
    }

    /** Counts an order that may still fill, unless it only reduces. */
    void add(Order order, Decimal filled) {
        int i = order.instrument();
        busy[i] = true;
        if (order.reduceOnly()) {
            return;
        }
        double mark = mark(i);
        double named = OrdersUnderWay.highest(order).toDouble();
        double price = mark > 0 ? Math.max(mark, named) : Double.POSITIVE_INFINITY;
        double units = order.size() instanceof OrderSize.Spend spend
                ? spend.amount().toDouble() / price
                : OrdersUnderWay.remaining((OrderSize.Units) order.size(), filled)
                        .toDouble();
        double notional =
                order.size() instanceof OrderSize.Spend spend ? spend.amount().toDouble() : units * price;
        double entry = order.side() == Side.BUY || named == 0 ? price : OrdersUnderWay.lowest(order, mark);
        double stop = order.bracket().stopPrice().toDouble();
        add(i, order.side(), notional, stop == 0 ? 0 : units * order.side().sign() * (entry - stop));
    }

    /** Counts what may be bought or sold and what its stop would cost, in quote currency. */
    void add(int instrument, Side side, double notional, double loss) {
        double before = worst(instrument);
        if (side == Side.BUY) {
            bought[instrument] += notional;
            purchases += notional;
        } else {
            sold[instrument] += notional;
        }
        gross += worst(instrument) - before;
        heat += Math.max(loss, 0);
        busy[instrument] = true;
    }

    /** Remembers the stop of an order just approved, if it has one. */
    void expectStop(Order order) {
        if (order.bracket().hasStop()) {
            expectStop(
                    order.instrument(),
                    order.side(),
                    order.bracket().stopPrice().toDouble());
        }
    }

    /** Remembers the stop of an order just approved, for when it is a position; the farthest counts for all of it. */
    void expectStop(int instrument, Side side, double stop) {
        if (side == Side.BUY) {
            longStops[instrument] = longStops[instrument] == 0 ? stop : Math.min(longStops[instrument], stop);
        } else {
            shortStops[instrument] = Math.max(shortStops[instrument], stop);
        }
    }

    private void take(int i, Position position) {
        busy[i] = !position.isFlat();
        if (!busy[i]) {
            held[i] = 0;
            return;
        }
        double mark = mark(i);
        double quantity = position.quantity().toDouble();
        held[i] = quantity * (mark > 0 ? mark : Double.POSITIVE_INFINITY);
        gross += Math.abs(held[i]);
        double stop = quantity > 0 ? longStops[i] : shortStops[i];
        if (stop != 0) {
            heat += Math.max(quantity * (mark - stop), 0);
        }
    }

    private double end(int i, Side side) {
        return side == Side.BUY ? held[i] + bought[i] : sold[i] - held[i];
    }

    private double worst(int i) {
        return Math.max(held[i] + bought[i], sold[i] - held[i]);
    }
}
