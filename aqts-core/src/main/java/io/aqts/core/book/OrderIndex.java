package io.aqts.core.book;

import java.util.Arrays;

/** Where each living order is: a map from order numbers to places, without objects. Zero is no place. */
final class OrderIndex {

    private static final int SMALLEST = 1 << 6;

    private long[] ids = new long[SMALLEST];
    private int[] places = new int[SMALLEST];
    private int size;

    /** {@return the place of an order, zero if it is unknown} */
    int get(long id) {
        int mask = ids.length - 1;
        int at = home(id, mask);
        while (places[at] != 0) {
            if (ids[at] == id) {
                return places[at];
            }
            at = (at + 1) & mask;
        }
        return 0;
    }

    /** Adds an order that is unknown so far. */
    void add(long id, int place) {
        if (2 * ++size > ids.length) {
            grow();
        }
        insert(id, place);
    }

    /** Forgets an order, if it is known. */
    void remove(long id) {
        int mask = ids.length - 1;
        int at = home(id, mask);
        while (places[at] != 0 && ids[at] != id) {
            at = (at + 1) & mask;
        }
        if (places[at] == 0) {
            return;
        }
        size--;
        int hole = at;
        int next = (at + 1) & mask;
        while (places[next] != 0) {
            int wanted = home(ids[next], mask);
            if (((next - wanted) & mask) >= ((next - hole) & mask)) {
                ids[hole] = ids[next];
                places[hole] = places[next];
                hole = next;
            }
            next = (next + 1) & mask;
        }
        places[hole] = 0;
    }

    void clear() {
        Arrays.fill(places, 0);
        size = 0;
    }

    private void insert(long id, int place) {
        int mask = ids.length - 1;
        int at = home(id, mask);
        while (places[at] != 0) {
            at = (at + 1) & mask;
        }
        ids[at] = id;
        places[at] = place;
    }

    private void grow() {
        long[] oldIds = ids;
        int[] oldPlaces = places;
        ids = new long[2 * oldIds.length];
        places = new int[2 * oldIds.length];
        for (int i = 0; i < oldIds.length; i++) {
            if (oldPlaces[i] != 0) {
                insert(oldIds[i], oldPlaces[i]);
            }
        }
    }

    private static int home(long id, int mask) {
        long mixed = id * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32) & mask;
    }
}
