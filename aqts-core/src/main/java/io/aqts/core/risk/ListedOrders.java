package io.aqts.core.risk;

import io.aqts.trade.Decimal;
import io.aqts.trade.Instructions;
import io.aqts.trade.LinkRole;
import io.aqts.trade.Order;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.OrderLink;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reducing orders of lists, of which what one fills the others lose. Only those that wait are such: two at the
 * market would both fill before one could be reduced by the other.
 *
 * <p>Where one cancels or updates the other, only the largest can fill. Children can fill their sum together, but never
 * more than their parent enters.
 */
final class ListedOrders {

    private final OtoLists parents;
    private List<Shared> lists = List.of();

    /** The orders that wait in one list. */
    private static final class Shared {

        private final OrderLink link;
        private final OtoLists.@Nullable Family family;
        private Decimal units = Decimal.ZERO;

        Shared(OrderLink link, OtoLists.@Nullable Family family) {
            this.link = link;
            this.family = family;
        }

        void take(Decimal more) {
            units = family == null ? units.max(more) : units.plus(more);
        }

        Decimal most() {
            return family == null ? units : units.min(family.leavable());
        }
    }

    ListedOrders(OtoLists parents) {
        this.parents = parents;
    }

    /** {@return how many lists there are of which anything may fill} */
    int size() {
        return lists.size();
    }

    /** Takes an order in if it belongs to a list, and gives back what must be counted of it on its own. */
    Decimal unlisted(long id, Order order, Decimal units) {
        OrderLink link = order.handling().link();
        if (units.isZero() || !isShared(link) || !order.reduceOnly() || !order.mayRest()) {
            return units;
        }
        boolean isChild = link.role() == LinkRole.CHILD;
        OtoLists.Family family = isChild ? parents.of(id) : null;
        if (isChild && family == null) {
            return units;
        }
        list(link, family).take(units);
        return Decimal.ZERO;
    }

    /** What may fill of all lists, but for the list that an intent joins. */
    Decimal most(OrderIntent intent) {
        Decimal sum = Decimal.ZERO;
        for (int i = 0; i < lists.size(); i++) {
            if (!joins(intent, lists.get(i).link)) {
                sum = sum.plus(lists.get(i).most());
            }
        }
        return sum;
    }

    @SuppressWarnings("ReferenceEquality")
    private Shared list(OrderLink link, OtoLists.@Nullable Family family) {
        for (int i = 0; i < lists.size(); i++) {
            if (lists.get(i).family == family && lists.get(i).link.equals(link)) {
                return lists.get(i);
            }
        }
        if (lists.isEmpty()) {
            lists = new ArrayList<>(2);
        }
        Shared list = new Shared(link, family);
        lists.add(list);
        return list;
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
