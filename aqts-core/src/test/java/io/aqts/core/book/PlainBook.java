package io.aqts.core.book;

import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What {@link LimitOrderBook} promises, written as plainly as can be: lists, walked from end to end. */
final class PlainBook {

    private static final long MOST_LOTS = 1L << 40;
    private static final long FARTHEST = 1L << 60;

    private static final class Resting {
        final long id;
        final Side side;
        final long price;
        final long slice;
        long shown;
        long hidden;
        long traded;

        Resting(long id, Side side, long price, long slice) {
            this.id = id;
            this.side = side;
            this.price = price;
            this.slice = slice;
        }

        long left() {
            return shown + hidden;
        }
    }

    private final BookListener listener;
    private final NavigableMap<Long, List<Resting>> bids = new TreeMap<>(Comparator.reverseOrder());
    private final NavigableMap<Long, List<Resting>> asks = new TreeMap<>();

    PlainBook(BookListener listener) {
        this.listener = listener;
    }

    void limit(long id, Side side, long price, long lots, LimitInstruction instruction) {
        if (refuses(id, price, lots)) {
            return;
        }
        if (instruction == LimitInstruction.POST_ONLY && inReach(side, price) > 0) {
            listener.onReject(id, ReasonCode.POST_ONLY);
            return;
        }
        if (instruction == LimitInstruction.ALL_OR_NONE && inReach(side, price) < lots) {
            listener.onCancel(id, lots, ReasonCode.NO_LIQUIDITY);
            return;
        }
        long left = trade(id, side, price, lots);
        if (left == 0) {
            return;
        }
        if (instruction == LimitInstruction.REST || instruction == LimitInstruction.POST_ONLY) {
            rest(id, side, price, left, Long.MAX_VALUE, lots - left);
        } else {
            listener.onCancel(id, left, ReasonCode.NO_LIQUIDITY);
        }
    }

    void market(long id, Side side, long lots) {
        limit(id, side, side == Side.BUY ? FARTHEST : -FARTHEST, lots, LimitInstruction.CANCEL);
    }

    void iceberg(long id, Side side, long price, long lots, long slice) {
        if (refuses(id, price, slice < 1 ? 0 : lots)) {
            return;
        }
        long left = trade(id, side, price, lots);
        if (left > 0) {
            rest(id, side, price, left, slice, lots - left);
        }
    }

    void cancel(long id) {
        Optional<Resting> found = find(id);
        if (found.isEmpty()) {
            listener.onReject(id, ReasonCode.UNKNOWN_ORDER);
            return;
        }
        remove(found.get());
        listener.onCancel(id, found.get().left(), ReasonCode.REQUESTED);
    }

    void amend(long id, long price, long lots, boolean postOnly) {
        Optional<Resting> found = find(id);
        if (found.isEmpty()) {
            listener.onReject(id, ReasonCode.UNKNOWN_ORDER);
            return;
        }
        Resting order = found.get();
        if (isOutside(price, lots) || lots <= order.traded) {
            listener.onReject(id, ReasonCode.MALFORMED);
            return;
        }
        long left = lots - order.traded;
        if (price == order.price && left <= order.left()) {
            long cut = order.left() - left;
            long fromHidden = Math.min(cut, order.hidden);
            order.hidden -= fromHidden;
            order.shown -= cut - fromHidden;
            listener.onAmend(id, price, left, true);
            return;
        }
        if (postOnly && inReach(order.side, price) > 0) {
            listener.onReject(id, ReasonCode.POST_ONLY);
            return;
        }
        remove(order);
        listener.onAmend(id, price, left, false);
        long rest = trade(id, order.side, price, left);
        if (rest > 0) {
            rest(id, order.side, price, rest, order.slice, order.traded + left - rest);
        }
    }

    long bestBid() {
        return bids.isEmpty() ? LimitOrderBook.NO_PRICE : bids.firstKey();
    }

    long bestAsk() {
        return asks.isEmpty() ? LimitOrderBook.NO_PRICE : asks.firstKey();
    }

    int size() {
        return (int) (bids.values().stream().mapToLong(List::size).sum()
                + asks.values().stream().mapToLong(List::size).sum());
    }

    /** The orders, best price first and oldest first, bids before asks. */
    String content() {
        StringBuilder text = new StringBuilder();
        for (NavigableMap<Long, List<Resting>> side : List.of(bids, asks)) {
            for (List<Resting> level : side.values()) {
                for (Resting order : level) {
                    text.append(order.id).append(':').append(order.price).append(':');
                    text.append(order.shown).append('+').append(order.hidden).append(' ');
                }
            }
        }
        return text.toString();
    }

    long lotsAt(long price) {
        List<Resting> level = bids.containsKey(price) ? bids.get(price) : asks.getOrDefault(price, List.of());
        return level.stream().mapToLong(order -> order.shown).sum();
    }

    long ahead(long id) {
        Optional<Resting> found = find(id);
        if (found.isEmpty()) {
            return -1;
        }
        List<Resting> level = side(found.get().side).get(found.get().price);
        return level.subList(0, level.indexOf(found.get())).stream()
                .mapToLong(order -> order.shown)
                .sum();
    }

    private boolean refuses(long id, long price, long lots) {
        boolean isOutside = isOutside(price, lots);
        boolean isKnown = find(id).isPresent();
        if (isOutside || isKnown) {
            listener.onReject(id, isOutside ? ReasonCode.MALFORMED : ReasonCode.DUPLICATE);
        }
        return isOutside || isKnown;
    }

    private static boolean isOutside(long price, long lots) {
        return lots < 1 || lots > MOST_LOTS || Math.abs(price) > FARTHEST || price == Long.MIN_VALUE;
    }

    private NavigableMap<Long, List<Resting>> side(Side side) {
        return side == Side.BUY ? bids : asks;
    }

    private Optional<Resting> find(long id) {
        for (NavigableMap<Long, List<Resting>> side : List.of(bids, asks)) {
            for (List<Resting> level : side.values()) {
                for (Resting order : level) {
                    if (order.id == id) {
                        return Optional.of(order);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private boolean isWithin(Side taker, long limit, long price) {
        return taker == Side.BUY ? price <= limit : price >= limit;
    }

    private long inReach(Side taker, long limit) {
        long sum = 0;
        for (List<Resting> level : side(taker.opposite()).values()) {
            for (Resting order : level) {
                sum += isWithin(taker, limit, order.price) ? order.left() : 0;
            }
        }
        return sum;
    }

    private long trade(long takerId, Side side, long limit, long lots) {
        NavigableMap<Long, List<Resting>> others = side(side.opposite());
        long left = lots;
        while (left > 0 && !others.isEmpty() && isWithin(side, limit, others.firstKey())) {
            List<Resting> level = others.firstEntry().getValue();
            Resting maker = level.get(0);
            long quantity = Math.min(left, maker.shown);
            left -= quantity;
            maker.shown -= quantity;
            maker.traded += quantity;
            listener.onTrade(maker.id, takerId, maker.price, quantity);
            if (maker.left() == 0) {
                remove(maker);
            } else if (maker.shown == 0) {
                level.remove(0);
                maker.shown = Math.min(maker.slice, maker.hidden);
                maker.hidden -= maker.shown;
                level.add(maker);
            }
        }
        return left;
    }

    private void rest(long id, Side side, long price, long lots, long slice, long traded) {
        Resting order = new Resting(id, side, price, slice);
        order.shown = Math.min(slice, lots);
        order.hidden = lots - order.shown;
        order.traded = traded;
        side(side).computeIfAbsent(price, at -> new ArrayList<>()).add(order);
        listener.onRest(id, lots);
    }

    private void remove(Resting order) {
        List<Resting> level = side(order.side).get(order.price);
        level.remove(order);
        if (level.isEmpty()) {
            side(order.side).remove(order.price);
        }
    }
}
