package io.aqts.core.book;

import java.util.Arrays;

/** Prices with their queues of orders in columns, told apart by their place. Place zero is no level. */
final class LevelPool {

    private final OrderPool orders;
    int[] head = new int[256];
    int[] tail = new int[256];
    long[] price = new long[256];
    long[] shown = new long[256];
    long[] hidden = new long[256];
    boolean[] isBid = new boolean[256];
    private int free;
    private int used = 1;

    LevelPool(OrderPool orders) {
        this.orders = orders;
    }

    /** {@return a level without orders} */
    int take(long at, boolean buys) {
        int level = free;
        if (level != 0) {
            free = head[level];
        } else {
            level = used++;
            if (level == head.length) {
                grow();
            }
        }
        head[level] = 0;
        tail[level] = 0;
        price[level] = at;
        shown[level] = 0;
        hidden[level] = 0;
        isBid[level] = buys;
        return level;
    }

    void give(int level) {
        head[level] = free;
        free = level;
    }

    void clear() {
        free = 0;
        used = 1;
    }

    /** Lets an order rest at a level with as many lots, behind all others, and shows its first slice. */
    void add(int order, int level, long lots) {
        long slice = Math.min(orders.slice[order], lots);
        orders.level[order] = level;
        orders.shown[order] = slice;
        orders.hidden[order] = lots - slice;
        shown[level] += slice;
        hidden[level] += lots - slice;
        append(order, level);
    }

    /** Takes an order away from its level with all that is left of it. */
    void remove(int order, int level) {
        shown[level] -= orders.shown[order];
        hidden[level] -= orders.hidden[order];
        unlink(order, level);
    }

    /** Takes traded lots from what an order shows. */
    void trade(int order, int level, long lots) {
        orders.shown[order] -= lots;
        orders.traded[order] += lots;
        shown[level] -= lots;
    }

    /** Takes lots from an order, the hidden ones first. */
    void shrink(int order, int level, long lots) {
        long fromHidden = Math.min(lots, orders.hidden[order]);
        orders.hidden[order] -= fromHidden;
        hidden[level] -= fromHidden;
        orders.shown[order] -= lots - fromHidden;
        shown[level] -= lots - fromHidden;
    }

    /** Shows the next slice of an order that has hidden lots only, behind all others of its level. */
    void showNextSlice(int order, int level) {
        unlink(order, level);
        long slice = Math.min(orders.slice[order], orders.hidden[order]);
        orders.hidden[order] -= slice;
        orders.shown[order] = slice;
        hidden[level] -= slice;
        shown[level] += slice;
        append(order, level);
    }

    /** Puts an order behind all others of a level. */
    private void append(int order, int level) {
        int last = tail[level];
        orders.next[order] = 0;
        orders.previous[order] = last;
        if (last == 0) {
            head[level] = order;
        } else {
            orders.next[last] = order;
        }
        tail[level] = order;
    }

    /** Takes an order out of the queue of its level. */
    private void unlink(int order, int level) {
        int before = orders.previous[order];
        int after = orders.next[order];
        if (before == 0) {
            head[level] = after;
        } else {
            orders.next[before] = after;
        }
        if (after == 0) {
            tail[level] = before;
        } else {
            orders.previous[after] = before;
        }
    }

    private void grow() {
        int room = 2 * head.length;
        head = Arrays.copyOf(head, room);
        tail = Arrays.copyOf(tail, room);
        price = Arrays.copyOf(price, room);
        shown = Arrays.copyOf(shown, room);
        hidden = Arrays.copyOf(hidden, room);
        isBid = Arrays.copyOf(isBid, room);
    }
}
