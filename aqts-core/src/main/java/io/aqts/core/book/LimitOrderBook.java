package io.aqts.core.book;

import io.aqts.internal.Checks;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import java.util.Arrays;

/**
 * The orders of one instrument, matched by price and then by time.
 *
 * <ul>
 *   <li><b>Price, then time.</b> An order that comes trades with the best opposite prices first, at each price with the
 *       oldest order first, always at the price of the order that was resting.
 *   <li><b>Hidden quantity.</b> An iceberg shows one slice. When it has traded, the next slice rests behind all others
 *       of that price.
 *   <li><b>Amending.</b> Less at the same price keeps the place in the queue; more, or another price, loses it. A
 *       refused amendment changes nothing, the place included.
 *   <li><b>Whole numbers.</b> Prices are in ticks and may be negative, quantities in lots.
 * </ul>
 *
 * <p>A command costs constant time, plus what it trades, while prices stay within some thousand ticks of the best; it
 * allocates nothing once the book has reached its usual size. Not for use by several threads.
 */
public final class LimitOrderBook {

    /** The answer where there is no price. */
    public static final long NO_PRICE = PriceLadder.NONE;

    private static final int FIRST_ROOM = 1 << 8;
    private static final long WHOLE = Long.MAX_VALUE;
    private static final long MOST_LOTS = 1L << 40;

    private final BookListener listener;
    private final PriceLadder ladder = new PriceLadder();
    private final OrderIndex index = new OrderIndex();

    private long bestBid = NO_PRICE;
    private long bestAsk = NO_PRICE;
    private int size;

    private int[] next = new int[FIRST_ROOM];
    private int[] previous = new int[FIRST_ROOM];
    private int[] levels = new int[FIRST_ROOM];
    private long[] ids = new long[FIRST_ROOM];
    private long[] shown = new long[FIRST_ROOM];
    private long[] hidden = new long[FIRST_ROOM];
    private long[] slices = new long[FIRST_ROOM];
    private long[] traded = new long[FIRST_ROOM];
    private int freeOrder;
    private int usedOrders = 1;

    private int[] heads = new int[FIRST_ROOM];
    private int[] tails = new int[FIRST_ROOM];
    private long[] prices = new long[FIRST_ROOM];
    private long[] shownAt = new long[FIRST_ROOM];
    private long[] hiddenAt = new long[FIRST_ROOM];
    private boolean[] isBid = new boolean[FIRST_ROOM];
    private int freeLevel;
    private int usedLevels = 1;

    /**
     * A book without orders.
     *
     * @param listener hears what happens
     */
    public LimitOrderBook(BookListener listener) {
        this.listener = listener;
    }

    /**
     * An order with a limit.
     *
     * @param orderId its number, one that no resting order has
     * @param side whether it buys or sells
     * @param price the worst price it trades at, in ticks, at most 2^60 from zero
     * @param lots how much, 1 to 2^40
     * @param instruction what to do with what cannot trade at once
     */
    public void limit(long orderId, Side side, long price, long lots, LimitInstruction instruction) {
        if (isKnownOrWrong(orderId, price, lots)) {
            return;
        }
        boolean buys = side == Side.BUY;
        if (crosses(buys, price)) {
            if (instruction == LimitInstruction.POST_ONLY) {
                listener.onReject(orderId, ReasonCode.POST_ONLY);
                return;
            }
            if (instruction == LimitInstruction.ALL_OR_NONE && available(buys, price, lots) < lots) {
                listener.onCancel(orderId, lots, ReasonCode.NO_LIQUIDITY);
                return;
            }
        }
        long left = trade(orderId, side, buys, price, lots);
        if (left > 0) {
            finish(orderId, buys, price, lots, left, instruction);
        }
    }

    /**
     * An order at the market: what no resting order meets is canceled.
     *
     * @param orderId its number, one that no resting order has
     * @param side whether it buys or sells
     * @param lots how much, 1 to 2^40
     */
    public void market(long orderId, Side side, long lots) {
        long anyPrice = side == Side.BUY ? PriceLadder.FARTHEST : -PriceLadder.FARTHEST;
        limit(orderId, side, anyPrice, lots, LimitInstruction.CANCEL);
    }

    /**
     * An order with a limit that shows only a slice of what it wants.
     *
     * @param orderId its number, one that no resting order has
     * @param side whether it buys or sells
     * @param price the worst price it trades at, in ticks, at most 2^60 from zero
     * @param lots how much, 1 to 2^40
     * @param slice how much of it to show at a time, in lots, 1 or more
     */
    public void iceberg(long orderId, Side side, long price, long lots, long slice) {
        if (slice < 1) {
            listener.onReject(orderId, ReasonCode.MALFORMED);
            return;
        }
        if (isKnownOrWrong(orderId, price, lots)) {
            return;
        }
        boolean buys = side == Side.BUY;
        long left = trade(orderId, side, buys, price, lots);
        if (left > 0) {
            rest(orderId, buys, price, left, slice, lots - left);
        }
    }

    /**
     * Takes a resting order away.
     *
     * @param orderId its number
     */
    public void cancel(long orderId) {
        int order = index.get(orderId);
        if (order == 0) {
            listener.onReject(orderId, ReasonCode.UNKNOWN_ORDER);
            return;
        }
        long left = shown[order] + hidden[order];
        remove(order);
        listener.onCancel(orderId, left, ReasonCode.REQUESTED);
    }

    /**
     * Gives a resting order another price or quantity.
     *
     * @param orderId its number
     * @param price the new limit, in ticks, at most 2^60 from zero
     * @param lots the new quantity of the whole order in lots, what has traded included; must be more than that
     * @param instruction as for {@link #limit}: what it does if the new price can trade at once. Anything but
     *     {@link LimitInstruction#POST_ONLY} lets it trade and rest
     */
    public void amend(long orderId, long price, long lots, LimitInstruction instruction) {
        int order = index.get(orderId);
        if (order == 0) {
            listener.onReject(orderId, ReasonCode.UNKNOWN_ORDER);
            return;
        }
        long left = lots - traded[order];
        if (isOutside(price, lots) || left < 1) {
            listener.onReject(orderId, ReasonCode.MALFORMED);
            return;
        }
        int level = levels[order];
        long before = shown[order] + hidden[order];
        if (price == prices[level] && left <= before) {
            shrink(order, level, before - left);
            listener.onAmend(orderId, price, left, true);
            return;
        }
        boolean buys = isBid[level];
        if (instruction == LimitInstruction.POST_ONLY && crosses(buys, price)) {
            listener.onReject(orderId, ReasonCode.POST_ONLY);
            return;
        }
        long done = traded[order];
        long slice = slices[order];
        remove(order);
        listener.onAmend(orderId, price, left, false);
        long rest = trade(orderId, buys ? Side.BUY : Side.SELL, buys, price, left);
        if (rest > 0) {
            rest(orderId, buys, price, rest, slice, done + left - rest);
        }
    }

    /** Takes all orders away without a word to the listener. */
    public void clear() {
        ladder.clear();
        index.clear();
        bestBid = NO_PRICE;
        bestAsk = NO_PRICE;
        size = 0;
        freeOrder = 0;
        usedOrders = 1;
        freeLevel = 0;
        usedLevels = 1;
    }

    /** {@return the highest price of a resting purchase in ticks, or {@link #NO_PRICE}} */
    public long bestBid() {
        return bestBid;
    }

    /** {@return the lowest price of a resting sale in ticks, or {@link #NO_PRICE}} */
    public long bestAsk() {
        return bestAsk;
    }

    /** {@return how many orders rest} */
    public int size() {
        return size;
    }

    /**
     * What is shown at a price.
     *
     * @param price in ticks
     * @return how many lots, on whichever side; zero if no order rests there
     */
    public long lotsAt(long price) {
        int level = (int) ladder.get(price);
        return level == 0 ? 0 : shownAt[level];
    }

    /**
     * The next worse price at which orders of a side rest.
     *
     * @param side the side of the resting orders
     * @param price a price in ticks
     * @return the nearest such price that is worse for whoever comes, or {@link #NO_PRICE}
     */
    public long worse(Side side, long price) {
        if (side == Side.BUY) {
            return bestBid == NO_PRICE || price > bestBid ? bestBid : ladder.below(price);
        }
        return bestAsk == NO_PRICE || price < bestAsk ? bestAsk : ladder.above(price);
    }

    /**
     * What is left of an order.
     *
     * @param orderId its number
     * @return how many lots, hidden ones included; zero if it does not rest here
     */
    public long left(long orderId) {
        int order = index.get(orderId);
        return order == 0 ? 0 : shown[order] + hidden[order];
    }

    /**
     * What trades before an order at its price, which takes time in proportion to the orders before it.
     *
     * @param orderId its number
     * @return how many shown lots, or -1 if the order does not rest here
     */
    public long ahead(long orderId) {
        int order = index.get(orderId);
        if (order == 0) {
            return -1;
        }
        long sum = 0;
        for (int before = previous[order]; before != 0; before = previous[before]) {
            sum += shown[before];
        }
        return sum;
    }

    private boolean isKnownOrWrong(long orderId, long price, long lots) {
        if (isOutside(price, lots)) {
            listener.onReject(orderId, ReasonCode.MALFORMED);
            return true;
        }
        if (index.get(orderId) != 0) {
            listener.onReject(orderId, ReasonCode.DUPLICATE);
            return true;
        }
        return false;
    }

    private static boolean isOutside(long price, long lots) {
        return lots < 1 || lots > MOST_LOTS || price > PriceLadder.FARTHEST || price < -PriceLadder.FARTHEST;
    }

    private boolean crosses(boolean buys, long price) {
        return buys ? bestAsk != NO_PRICE && bestAsk <= price : bestBid != NO_PRICE && bestBid >= price;
    }

    /** {@return how much could trade up to a price, hidden lots included; no more than {@code enough} is looked for} */
    private long available(boolean buys, long price, long enough) {
        long sum = 0;
        long at = buys ? bestAsk : bestBid;
        while (at != NO_PRICE && (buys ? at <= price : at >= price) && sum < enough) {
            int level = (int) ladder.get(at);
            if (isBid[level] == buys) {
                break;
            }
            sum += shownAt[level] + hiddenAt[level];
            at = buys ? ladder.above(at) : ladder.below(at);
        }
        return sum;
    }

    private long trade(long takerId, Side side, boolean buys, long price, long lots) {
        long left = lots;
        while (left > 0 && crosses(buys, price)) {
            int level = (int) ladder.get(buys ? bestAsk : bestBid);
            left = tradeAt(level, takerId, side, left);
        }
        return left;
    }

    private long tradeAt(int level, long takerId, Side side, long lots) {
        long left = lots;
        long price = prices[level];
        int order = heads[level];
        while (left > 0) {
            long quantity = Math.min(left, shown[order]);
            left -= quantity;
            shown[order] -= quantity;
            shownAt[level] -= quantity;
            traded[order] += quantity;
            listener.onTrade(ids[order], takerId, side, price, quantity);
            if (shown[order] > 0) {
                return left;
            }
            int after = next[order];
            if (hidden[order] > 0) {
                showNextSlice(order, level);
                after = heads[level];
            } else {
                remove(order);
            }
            if (after == 0) {
                return left;
            }
            order = after;
        }
        return left;
    }

    private void showNextSlice(int order, int level) {
        unlink(order, level);
        long slice = Math.min(slices[order], hidden[order]);
        hidden[order] -= slice;
        hiddenAt[level] -= slice;
        shown[order] = slice;
        shownAt[level] += slice;
        append(order, level);
    }

    private void finish(long orderId, boolean buys, long price, long lots, long left, LimitInstruction instruction) {
        switch (instruction) {
            case REST, POST_ONLY -> rest(orderId, buys, price, left, WHOLE, lots - left);
            case CANCEL, ALL_OR_NONE -> listener.onCancel(orderId, left, ReasonCode.NO_LIQUIDITY);
        }
    }

    private void rest(long orderId, boolean buys, long price, long lots, long slice, long done) {
        int level = (int) ladder.get(price);
        if (level == 0) {
            level = newLevel(price, buys);
        }
        int order = newOrder();
        long visible = Math.min(slice, lots);
        ids[order] = orderId;
        levels[order] = level;
        shown[order] = visible;
        hidden[order] = lots - visible;
        slices[order] = slice;
        traded[order] = done;
        shownAt[level] += visible;
        hiddenAt[level] += lots - visible;
        append(order, level);
        index.add(orderId, order);
        size++;
        listener.onRest(orderId, lots);
    }

    private void shrink(int order, int level, long by) {
        long fromHidden = Math.min(by, hidden[order]);
        hidden[order] -= fromHidden;
        hiddenAt[level] -= fromHidden;
        shown[order] -= by - fromHidden;
        shownAt[level] -= by - fromHidden;
    }

    private void remove(int order) {
        int level = levels[order];
        shownAt[level] -= shown[order];
        hiddenAt[level] -= hidden[order];
        unlink(order, level);
        index.remove(ids[order]);
        next[order] = freeOrder;
        freeOrder = order;
        size--;
        if (heads[level] == 0) {
            removeLevel(level);
        }
    }

    private void append(int order, int level) {
        int last = tails[level];
        next[order] = 0;
        previous[order] = last;
        if (last == 0) {
            heads[level] = order;
        } else {
            next[last] = order;
        }
        tails[level] = order;
    }

    private void unlink(int order, int level) {
        int before = previous[order];
        int after = next[order];
        if (before == 0) {
            heads[level] = after;
        } else {
            next[before] = after;
        }
        if (after == 0) {
            tails[level] = before;
        } else {
            previous[after] = before;
        }
    }

    private int newLevel(long price, boolean buys) {
        int level = freeLevel;
        if (level != 0) {
            freeLevel = heads[level];
        } else {
            level = usedLevels++;
            if (level == heads.length) {
                growLevels();
            }
        }
        heads[level] = 0;
        tails[level] = 0;
        prices[level] = price;
        shownAt[level] = 0;
        hiddenAt[level] = 0;
        isBid[level] = buys;
        if (buys && (bestBid == NO_PRICE || price > bestBid)) {
            bestBid = price;
            follow(price, bestAsk);
        } else if (!buys && (bestAsk == NO_PRICE || price < bestAsk)) {
            bestAsk = price;
            follow(price, bestBid);
        }
        ladder.set(price, level);
        return level;
    }

    private void removeLevel(int level) {
        long price = prices[level];
        ladder.set(price, 0);
        heads[level] = freeLevel;
        freeLevel = level;
        if (price == bestBid) {
            bestBid = ladder.below(price);
            follow(bestBid, bestAsk);
        } else if (price == bestAsk) {
            bestAsk = ladder.above(price);
            follow(bestAsk, bestBid);
        }
    }

    /** Keeps a best price in the window, unless the other one, far away, is there already. */
    private void follow(long best, long other) {
        if (best != NO_PRICE && (other == NO_PRICE || !ladder.isNear(other))) {
            ladder.follow(best);
        }
    }

    private int newOrder() {
        int order = freeOrder;
        if (order != 0) {
            freeOrder = next[order];
            return order;
        }
        order = usedOrders++;
        if (order == next.length) {
            growOrders();
        }
        return order;
    }

    private void growOrders() {
        int room = roomAfter(next.length);
        next = Arrays.copyOf(next, room);
        previous = Arrays.copyOf(previous, room);
        levels = Arrays.copyOf(levels, room);
        ids = Arrays.copyOf(ids, room);
        shown = Arrays.copyOf(shown, room);
        hidden = Arrays.copyOf(hidden, room);
        slices = Arrays.copyOf(slices, room);
        traded = Arrays.copyOf(traded, room);
    }

    private void growLevels() {
        int room = roomAfter(heads.length);
        heads = Arrays.copyOf(heads, room);
        tails = Arrays.copyOf(tails, room);
        prices = Arrays.copyOf(prices, room);
        shownAt = Arrays.copyOf(shownAt, room);
        hiddenAt = Arrays.copyOf(hiddenAt, room);
        isBid = Arrays.copyOf(isBid, room);
    }

    private static int roomAfter(int room) {
        Checks.that(room < 1 << 22, "book.size", "be less than 2^22 orders", room);
        return 2 * room;
    }
}
