package io.aqts.core.book;

import io.aqts.internal.Checks;
import java.util.Arrays;

/** Orders in columns, told apart by their place. Places are used again; place zero is no order. */
final class OrderPool {

    private static final int MOST = 1 << 22;

    int[] next = new int[256];
    int[] previous = new int[256];
    int[] level = new int[256];
    long[] id = new long[256];
    long[] shown = new long[256];
    long[] hidden = new long[256];
    long[] slice = new long[256];
    long[] traded = new long[256];
    private int free;
    private int used = 1;

    /** {@return a place for a new order, with whatever stood there before} */
    int take() {
        int order = free;
        if (order != 0) {
            free = next[order];
            return order;
        }
        order = used++;
        if (order == next.length) {
            grow();
        }
        return order;
    }

    void give(int order) {
        next[order] = free;
        free = order;
    }

    void clear() {
        free = 0;
        used = 1;
    }

    /** {@return how much of an order is left, hidden lots included} */
    long left(int order) {
        return shown[order] + hidden[order];
    }

    /** {@return how much is shown by the orders before one in its queue} */
    long shownBefore(int order) {
        long sum = 0;
        for (int before = previous[order]; before != 0; before = previous[before]) {
            sum += shown[before];
        }
        return sum;
    }

    private void grow() {
        Checks.that(next.length < MOST, "book.size", "be less than " + MOST + " orders", next.length);
        int room = 2 * next.length;
        next = Arrays.copyOf(next, room);
        previous = Arrays.copyOf(previous, room);
        level = Arrays.copyOf(level, room);
        id = Arrays.copyOf(id, room);
        shown = Arrays.copyOf(shown, room);
        hidden = Arrays.copyOf(hidden, room);
        slice = Arrays.copyOf(slice, room);
        traded = Arrays.copyOf(traded, room);
    }
}
