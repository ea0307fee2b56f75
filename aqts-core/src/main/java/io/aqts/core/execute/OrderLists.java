package io.aqts.core.execute;

import io.aqts.trade.LinkRole;
import io.aqts.trade.OrderLink;
import io.aqts.trade.ReasonCode;
import java.util.Iterator;
import java.util.Map;
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
    private final SpentNumbers closed = new SpentNumbers();
    private boolean hasNews;

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

    /** {@return the list with a number, begun with this call if there is none} */
    OrderList<O> of(long number) {
        return lists.computeIfAbsent(number, any -> new OrderList<>());
    }

    /** {@return the order with this number, ended or not, if it is the parent of a list; or null} */
    @Nullable
    O parent(long orderId) {
        for (OrderList<O> list : lists.values()) {
            O parent = list.parent();
            if (parent != null && parent.id() == orderId) {
                return parent;
            }
        }
        return null;
    }

    /** Takes note that orders may have ended. */
    void hearNews() {
        hasNews = true;
    }

    /** Forgets the lists whose orders had all ended when this snapshot came. Those of one step may still join them. */
    void begin() {
        if (hasNews) {
            hasNews = false;
            forget();
        }
    }

    /** {@return how many lists are kept} */
    int size() {
        return lists.size();
    }

    private void forget() {
        Iterator<Map.Entry<Long, OrderList<O>>> entries = lists.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<Long, OrderList<O>> entry = entries.next();
            if (entry.getValue().isOver()) {
                if (entry.getValue().isClosed()) {
                    closed.add(entry.getKey());
                }
                entries.remove();
            }
        }
    }
}
