package io.aqts.core.risk;

import io.aqts.trade.Decimal;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.Order;
import io.aqts.trade.OrderSize;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Side;
import java.util.List;

/** What orders that have not ended may still do. */
final class OrdersUnderWay {

    private OrdersUnderWay() {}

    /** Whether an order on one side of an instrument has not ended. */
    static boolean includes(Portfolio portfolio, int instrument, Side side) {
        List<OpenOrder> orders = portfolio.openOrders();
        for (int i = 0; i < orders.size(); i++) {
            Order order = orders.get(i).approved().order();
            if (order.instrument() == instrument && order.side() == side) {
                return true;
            }
        }
        return false;
    }

    /** How many units the orders on one side of an instrument may still fill; an order to spend counts for none. */
    static Decimal units(Portfolio portfolio, int instrument, Side side) {
        Decimal sum = Decimal.ZERO;
        List<OpenOrder> orders = portfolio.openOrders();
        for (int i = 0; i < orders.size(); i++) {
            Order order = orders.get(i).approved().order();
            if (order.instrument() == instrument
                    && order.side() == side
                    && order.size() instanceof OrderSize.Units size) {
                sum = sum.plus(remaining(size, orders.get(i).filled()));
            }
        }
        return sum;
    }

    /** How many units of an order in units may still fill. */
    static Decimal remaining(OrderSize.Units size, Decimal filled) {
        return filled.isZero() ? size.quantity() : size.quantity().minus(filled).max(Decimal.ZERO);
    }

    /** The highest price an order names: its limit or its trigger; zero if it names none. */
    static Decimal highest(Order order) {
        return order.type().limit().max(order.type().trigger());
    }
}
