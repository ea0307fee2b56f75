package io.aqts.core.risk;

import io.aqts.trade.Decimal;
import io.aqts.trade.Instructions;
import io.aqts.trade.LinkRole;
import io.aqts.trade.Order;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.OrderLink;
import java.util.ArrayList;
import java.util.List;

/**
 * The reducing orders of lists, of which what one fills the others lose. Only those that wait are such: two at the
 * market would both fill before one could be reduced by the other.
 */
final class ListedOrders {

    private List<OrderLink> links = List.of();
    private List<Decimal> largest = List.of();

    /** Takes an order in if it belongs to a list, and gives back what must be counted of it on its own. */
    Decimal unlisted(Order order, Decimal units) {
        OrderLink link = order.handling().link();
        if (!isShared(link) || !order.reduceOnly() || !order.mayRest()) {
            return units;
        }
        if (links.isEmpty()) {
            links = new ArrayList<>(2);
            largest = new ArrayList<>(2);
        }
        int at = links.indexOf(link);
        if (at < 0) {
            links.add(link);
            largest.add(units);
        } else {
            largest.set(at, largest.get(at).max(units));
        }
        return Decimal.ZERO;
    }

    /** What the largest orders of all lists come to, but for the list that an intent joins. */
    Decimal largest(OrderIntent intent) {
        Decimal sum = Decimal.ZERO;
        for (int i = 0; i < links.size(); i++) {
            if (!joins(intent, links.get(i))) {
                sum = sum.plus(largest.get(i));
            }
        }
        return sum;
    }

    private static boolean joins(OrderIntent intent, OrderLink link) {
        Instructions instructions = intent.instructions();
        boolean waits = intent.pricing().limit() > 0 || intent.pricing().trigger() > 0;
        return instructions.reduceOnly()
                && waits
                && !WellFormed.isImmediate(intent.lifetime())
                && instructions.link().equals(link);
    }

    private static boolean isShared(OrderLink link) {
        return link.role() != LinkRole.NONE && link.role() != LinkRole.PARENT;
    }
}
