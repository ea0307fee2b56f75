package io.aqts.core.book;

import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;

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
 *   <li><b>Whole numbers.</b> Prices are in ticks, at most 2^60 from zero, and may be negative; quantities are in lots,
 *       1 to 2^40. What lies outside, and the number of an order that rests, is rejected.
 * </ul>
 *
 * <p>A command costs constant time, plus what it trades, while prices stay within some thousand ticks of the best; it
 * allocates nothing once the book has reached its usual size. Not for use by several threads.
 */
public final class LimitOrderBook {

    /** The answer where there is no price. */
    public static final long NO_PRICE = PriceLadder.NONE;

    private static final long WHOLE = Long.MAX_VALUE;
    private static final long MOST_LOTS = 1L << 40;

    private final BookListener listener;
    private final PriceLadder ladder = new PriceLadder();
    private final OrderIndex index = new OrderIndex();
    private final OrderPool orders = new OrderPool();
    private final LevelPool levels = new LevelPool(orders);
    private long bestBid = NO_PRICE;
    private long bestAsk = NO_PRICE;
    private int size;
    private long takerId;

    /**
     * A book without orders.
     *
     * @param listener hears what happens
     */
    public LimitOrderBook(BookListener listener) {
        this.listener = listener;
    }

    /**
     * A purchase with a limit.
     *
     * @param orderId its number
     * @param price the highest price it trades at, in ticks
     * @param lots how much
     * @param instruction what to do with what cannot trade at once
     */
    public void buy(long orderId, long price, long lots, LimitInstruction instruction) {
        if (begins(orderId, price, lots)) {
            place(true, price, lots, instruction);
        }
    }

    /**
     * A sale with a limit.
     *
     * @param orderId its number
     * @param price the lowest price it trades at, in ticks
     * @param lots how much
     * @param instruction what to do with what cannot trade at once
     */
    public void sell(long orderId, long price, long lots, LimitInstruction instruction) {
        if (begins(orderId, price, lots)) {
            place(false, price, lots, instruction);
        }
    }

    /**
     * An order at the market: what no resting order meets is canceled.
     *
     * @param orderId its number
     * @param side whether it buys or sells
     * @param lots how much
     */
    public void market(long orderId, Side side, long lots) {
        boolean buys = side == Side.BUY;
        long anyPrice = buys ? PriceLadder.FARTHEST : -PriceLadder.FARTHEST;
        if (begins(orderId, anyPrice, lots)) {
            place(buys, anyPrice, lots, LimitInstruction.CANCEL);
        }
    }

    /**
     * A purchase with a limit that shows only a slice of what it wants and rests.
     *
     * @param orderId its number
     * @param price the highest price it trades at, in ticks
     * @param lots how much
     * @param slice how much of it to show at a time, in lots, 1 or more
     */
    public void buyIceberg(long orderId, long price, long lots, long slice) {
        if (begins(orderId, price, slice < 1 ? 0 : lots)) {
            tradeAndRest(true, price, lots, slice);
        }
    }

    /**
     * A sale with a limit that shows only a slice of what it wants and rests.
     *
     * @param orderId its number
     * @param price the lowest price it trades at, in ticks
     * @param lots how much
     * @param slice how much of it to show at a time, in lots, 1 or more
     */
    public void sellIceberg(long orderId, long price, long lots, long slice) {
        if (begins(orderId, price, slice < 1 ? 0 : lots)) {
            tradeAndRest(false, price, lots, slice);
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
        long left = orders.left(order);
        remove(order);
        listener.onCancel(orderId, left, ReasonCode.REQUESTED);
    }

    /**
     * Gives a resting order another price or quantity. What the new price can trade at once trades, and the rest rests.
     *
     * @param orderId its number
     * @param price the new limit, in ticks
     * @param lots the new quantity of the whole order, what has traded included; must be more than that
     * @param postOnly whether to refuse a new price that could trade at once
     */
    public void amend(long orderId, long price, long lots, boolean postOnly) {
        int order = index.get(orderId);
        if (order == 0) {
            listener.onReject(orderId, ReasonCode.UNKNOWN_ORDER);
            return;
        }
        long left = lots - orders.traded[order];
        int level = orders.level[order];
        if (isOutside(price, lots) || left < 1) {
            listener.onReject(orderId, ReasonCode.MALFORMED);
        } else if (price == levels.price[level] && left <= orders.left(order)) {
            levels.shrink(order, level, orders.left(order) - left);
            listener.onAmend(orderId, price, left, true);
        } else if (postOnly && crosses(levels.isBid[level], price)) {
            listener.onReject(orderId, ReasonCode.POST_ONLY);
        } else {
            move(order, price, left);
        }
    }

    /** Takes all orders away without a word to the listener. */
    public void clear() {
        ladder.clear();
        index.clear();
        orders.clear();
        levels.clear();
        bestBid = NO_PRICE;
        bestAsk = NO_PRICE;
        size = 0;
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
        return level == 0 ? 0 : levels.shown[level];
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
        return order == 0 ? 0 : orders.left(order);
    }

    /**
     * What trades before an order at its price, which takes time in proportion to the orders before it.
     *
     * @param orderId its number
     * @return how many shown lots, or -1 if the order does not rest here
     */
    public long ahead(long orderId) {
        int order = index.get(orderId);
        return order == 0 ? -1 : orders.shownBefore(order);
    }

    private boolean begins(long orderId, long price, long lots) {
        takerId = orderId;
        if (isOutside(price, lots)) {
            listener.onReject(orderId, ReasonCode.MALFORMED);
            return false;
        }
        if (index.get(orderId) != 0) {
            listener.onReject(orderId, ReasonCode.DUPLICATE);
            return false;
        }
        return true;
    }

    private static boolean isOutside(long price, long lots) {
        return lots < 1 || lots > MOST_LOTS || price > PriceLadder.FARTHEST || price < -PriceLadder.FARTHEST;
    }

    private boolean crosses(boolean buys, long price) {
        return buys ? bestAsk != NO_PRICE && bestAsk <= price : bestBid != NO_PRICE && bestBid >= price;
    }

    private void place(boolean buys, long price, long lots, LimitInstruction instruction) {
        if (instruction == LimitInstruction.POST_ONLY && crosses(buys, price)) {
            listener.onReject(takerId, ReasonCode.POST_ONLY);
        } else if (instruction == LimitInstruction.ALL_OR_NONE && available(buys, price, lots) < lots) {
            listener.onCancel(takerId, lots, ReasonCode.NO_LIQUIDITY);
        } else if (instruction == LimitInstruction.CANCEL || instruction == LimitInstruction.ALL_OR_NONE) {
            long left = trade(buys, price, lots);
            if (left > 0) {
                listener.onCancel(takerId, left, ReasonCode.NO_LIQUIDITY);
            }
        } else {
            tradeAndRest(buys, price, lots, WHOLE);
        }
    }

    private void tradeAndRest(boolean buys, long price, long lots, long slice) {
        long left = trade(buys, price, lots);
        if (left > 0) {
            int order = rest(buys, price, left, slice);
            orders.traded[order] = lots - left;
        }
    }

    private void move(int order, long price, long lots) {
        boolean buys = levels.isBid[orders.level[order]];
        long traded = orders.traded[order];
        long slice = orders.slice[order];
        takerId = orders.id[order];
        remove(order);
        listener.onAmend(takerId, price, lots, false);
        long left = trade(buys, price, lots);
        if (left > 0) {
            int moved = rest(buys, price, left, slice);
            orders.traded[moved] = traded + lots - left;
        }
    }

    /** {@return how much could trade up to a price, hidden lots included; no more than {@code enough} is looked for} */
    private long available(boolean buys, long price, long enough) {
        long sum = 0;
        long at = buys ? bestAsk : bestBid;
        while (at != NO_PRICE && (buys ? at <= price : at >= price) && sum < enough) {
            int level = (int) ladder.get(at);
            sum += levels.shown[level] + levels.hidden[level];
            at = buys ? ladder.above(at) : ladder.below(at);
        }
        return sum;
    }

    private long trade(boolean buys, long price, long lots) {
        long left = lots;
        while (left > 0 && crosses(buys, price)) {
            left = tradeAt((int) ladder.get(buys ? bestAsk : bestBid), left);
        }
        return left;
    }

    private long tradeAt(int level, long lots) {
        long left = lots;
        long price = levels.price[level];
        int order = levels.head[level];
        while (left > 0 && order != 0) {
            long quantity = Math.min(left, orders.shown[order]);
            left -= quantity;
            levels.trade(order, level, quantity);
            listener.onTrade(orders.id[order], takerId, price, quantity);
            if (orders.shown[order] > 0) {
                return left;
            }
            int after = orders.next[order];
            if (orders.hidden[order] > 0) {
                levels.showNextSlice(order, level);
            } else {
                remove(order);
            }
            order = after;
        }
        return left;
    }

    private int rest(boolean buys, long price, long lots, long slice) {
        int level = (int) ladder.get(price);
        if (level == 0) {
            level = newLevel(price, buys);
        }
        int order = orders.take();
        orders.id[order] = takerId;
        orders.slice[order] = slice;
        levels.add(order, level, lots);
        index.add(takerId, order);
        size++;
        listener.onRest(takerId, lots);
        return order;
    }

    private void remove(int order) {
        int level = orders.level[order];
        levels.remove(order, level);
        index.remove(orders.id[order]);
        orders.give(order);
        size--;
        if (levels.head[level] == 0) {
            removeLevel(level);
        }
    }

    private int newLevel(long price, boolean buys) {
        if (buys && (bestBid == NO_PRICE || price > bestBid)) {
            bestBid = price;
            follow(price, bestAsk);
        } else if (!buys && (bestAsk == NO_PRICE || price < bestAsk)) {
            bestAsk = price;
            follow(price, bestBid);
        }
        int level = levels.take(price, buys);
        ladder.set(price, level);
        return level;
    }

    private void removeLevel(int level) {
        long price = levels.price[level];
        ladder.set(price, 0);
        levels.give(level);
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
}
