package io.aqts.core.execute;

import io.aqts.trade.LinkRole;
import io.aqts.trade.OrderLink;
import io.aqts.trade.ReasonCode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The lists of orders at a venue, by their numbers. A list is forgotten once all its orders have ended; of one that is
 * closed by then only the number is kept, so that nobody can join it late.
 *
 * @param <O> what the venue keeps of an order
 */
final class OrderLists<O extends Listed> {

    private final TreeMap<Long, OrderList<O>> lists = new TreeMap<>();
    private final TreeMap<Long, O> parents = new TreeMap<>();
    private final List<OrderList<O>> over = new ArrayList<>();
    private final SpentNumbers closed = new SpentNumbers();

    /** {@return why an order can not join with a link, or null if it can, as with none} */
    @Nullable
    ReasonCode obstacle(OrderLink link) {
        OrderList<O> list = lists.get(link.list());
        if (list != null) {
            return list.obstacle(link.role());
        }
        if (closed.contains(link.list())) {
            return ReasonCode.LINKED;
        }
        return link.role() == LinkRole.CHILD ? ReasonCode.UNKNOWN_ORDER : null;
    }

    /** {@return the list that an order belongs to, begun with this call if there is none} */
    OrderList<O> of(O order) {
        if (order.role() == LinkRole.PARENT) {
            parents.put(order.id(), order);
        }
        long number = order.order().handling().link().list();
        return lists.computeIfAbsent(number, any -> new OrderList<>(number, over));
    }

    /** {@return the order with this number, ended or not, if it is the parent of a list; or null} */
    @Nullable
    O parent(long orderId) {
        return parents.get(orderId);
    }

    /** Forgets the lists whose orders had all ended when this snapshot came. Those of one step may still join them. */
    void begin() {
        if (!over.isEmpty()) {
            over.forEach(this::forget);
            over.clear();
        }
    }

    /** {@return how many lists, parents of them and notes of lists that were over are kept} */
    int size() {
        return lists.size() + parents.size() + over.size();
    }

    private void forget(OrderList<O> list) {
        if (!list.isOver() || !lists.remove(list.number(), list)) {
            return;
        }
        O parent = list.parent();
        if (parent != null) {
            parents.remove(parent.id());
        }
        if (list.isClosed()) {
            closed.add(list.number());
        }
    }
}
