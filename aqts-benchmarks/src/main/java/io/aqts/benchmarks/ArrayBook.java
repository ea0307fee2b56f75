package io.aqts.benchmarks;

import java.util.Arrays;

/**
 * The least a book can be: prices index arrays directly, orders live in pooled places, and nobody is told. What a book
 * for use costs is measured against it.
 */
final class ArrayBook {

    private static final int PRICES = 1 << 15;

    private final int[] heads = new int[PRICES];
    private final int[] tails = new int[PRICES];
    private final int[] places;
    private int[] next = new int[4096];
    private int[] previous = new int[4096];
    private int[] lots = new int[4096];
    private int[] prices = new int[4096];
    private int[] ids = new int[4096];
    private boolean[] isBid = new boolean[4096];
    private int used = 1;
    private int free;
    private int bestBid = -1;
    private int bestAsk = PRICES;

    private int size;
    private long trades;
    private long check;

    /** A book for orders numbered from 1 to, not including, a bound. */
    ArrayBook(int bound) {
        places = new int[bound];
    }

    int size() {
        return size;
    }

    long trades() {
        return trades;
    }

    /** {@return a sum over all trades of 31 times the maker's number, 17 times the price, and the lots} */
    long check() {
        return check;
    }

    boolean holds(int id) {
        return places[id] != 0;
    }

    /** Matches a purchase; what is left of it rests, or is dropped if it is immediate. */
    void buy(int id, int price, int quantity, boolean immediate) {
        int left = quantity;
        while (left > 0 && bestAsk <= price) {
            left = match(bestAsk, left);
            while (bestAsk < PRICES && heads[bestAsk] == 0) {
                bestAsk++;
            }
        }
        if (left > 0 && !immediate) {
            rest(id, true, price, left);
        }
    }

    /** Matches a sale; what is left of it rests, or is dropped if it is immediate. */
    void sell(int id, int price, int quantity, boolean immediate) {
        int left = quantity;
        while (left > 0 && bestBid >= price) {
            left = match(bestBid, left);
            while (bestBid >= 0 && heads[bestBid] == 0) {
                bestBid--;
            }
        }
        if (left > 0 && !immediate) {
            rest(id, false, price, left);
        }
    }

    void cancel(int id) {
        int order = places[id];
        if (order == 0) {
            return;
        }
        int price = prices[order];
        unlink(order);
        if (heads[price] == 0 && isBid[order] && price == bestBid) {
            while (bestBid >= 0 && heads[bestBid] == 0) {
                bestBid--;
            }
        } else if (heads[price] == 0 && !isBid[order] && price == bestAsk) {
            while (bestAsk < PRICES && heads[bestAsk] == 0) {
                bestAsk++;
            }
        }
    }

    private int match(int price, int quantity) {
        int left = quantity;
        int order = heads[price];
        while (order != 0 && left > 0) {
            int traded = Math.min(left, lots[order]);
            lots[order] -= traded;
            left -= traded;
            trades++;
            check += ids[order] * 31L + price * 17L + traded;
            int after = next[order];
            if (lots[order] == 0) {
                unlink(order);
            }
            order = after;
        }
        return left;
    }

    private void rest(int id, boolean buys, int price, int quantity) {
        int order = free;
        if (order != 0) {
            free = next[order];
        } else {
            order = used++;
            if (order == next.length) {
                grow();
            }
        }
        places[id] = order;
        ids[order] = id;
        lots[order] = quantity;
        prices[order] = price;
        isBid[order] = buys;
        next[order] = 0;
        int last = tails[price];
        previous[order] = last;
        if (last == 0) {
            heads[price] = order;
        } else {
            next[last] = order;
        }
        tails[price] = order;
        size++;
        if (buys) {
            bestBid = Math.max(bestBid, price);
        } else {
            bestAsk = Math.min(bestAsk, price);
        }
    }

    private void unlink(int order) {
        int before = previous[order];
        int after = next[order];
        if (before == 0) {
            heads[prices[order]] = after;
        } else {
            next[before] = after;
        }
        if (after == 0) {
            tails[prices[order]] = before;
        } else {
            previous[after] = before;
        }
        places[ids[order]] = 0;
        next[order] = free;
        free = order;
        size--;
    }

    private void grow() {
        int room = next.length * 2;
        next = Arrays.copyOf(next, room);
        previous = Arrays.copyOf(previous, room);
        lots = Arrays.copyOf(lots, room);
        prices = Arrays.copyOf(prices, room);
        ids = Arrays.copyOf(ids, room);
        isBid = Arrays.copyOf(isBid, room);
    }
}
