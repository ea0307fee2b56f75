package io.aqts.core.execute;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The orders a venue still has to do with, by their numbers. They mostly come in the order of these. */
final class KnownOrders {

    private long[] ids = new long[8];
    private @Nullable WorkingOrder[] orders = new WorkingOrder[8];
    private int size;

    /** {@return the order with a number, or null if there is none} */
    @Nullable
    WorkingOrder get(long id) {
        int at = Arrays.binarySearch(ids, 0, size, id);
        return at < 0 ? null : orders[at];
    }

    /** Takes an order in whose number is not known yet. */
    void add(WorkingOrder order) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, 2 * size);
            orders = Arrays.copyOf(orders, 2 * size);
        }
        boolean isLast = size == 0 || ids[size - 1] < order.id();
        int at = isLast ? size : -1 - Arrays.binarySearch(ids, 0, size, order.id());
        move(at, at + 1);
        ids[at] = order.id();
        orders[at] = Objects.requireNonNull(order);
        size++;
    }

    /** Forgets an order, if it is known. */
    void remove(long id) {
        int at = Arrays.binarySearch(ids, 0, size, id);
        if (at >= 0) {
            move(at + 1, at);
            size--;
            orders[size] = null;
        }
    }

    int size() {
        return size;
    }

    private void move(int from, int to) {
        System.arraycopy(ids, from, ids, to, size - from);
        System.arraycopy(orders, from, orders, to, size - from);
    }
}
