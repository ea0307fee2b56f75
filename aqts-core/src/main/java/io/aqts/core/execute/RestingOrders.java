package io.aqts.core.execute;

import io.aqts.core.book.DepthBook;
import io.aqts.trade.Side;
import java.util.ArrayList;
import java.util.List;

/** What of ours waits in one instrument: for each side best price first, and the older of equals first. */
final class RestingOrders {

    private final List<Resting> buys = new ArrayList<>();
    private final List<Resting> sells = new ArrayList<>();

    boolean isEmpty(Side side) {
        return side == Side.BUY ? buys.isEmpty() : sells.isEmpty();
    }

    /** {@return those of one side, best price first} */
    List<Resting> of(Side side) {
        return side == Side.BUY ? buys : sells;
    }

    /** Puts one behind all others of its price. */
    void add(Resting order) {
        List<Resting> side = of(order.side());
        int at = side.size();
        while (at > 0 && order.isBefore(side.get(at - 1).price())) {
            at--;
        }
        side.add(at, order);
    }

    void remove(Resting order) {
        of(order.side()).removeIf(other -> other == order);
        order.leaveQueue();
    }

    /** What showed all it had to show goes behind all others of its price, with the next part of it. */
    void refresh(Side side, long printed, BookMarket market) {
        List<Resting> waiting = of(side);
        for (int i = 0; i < waiting.size(); ) {
            Resting order = waiting.get(i);
            if (order.needsRefresh()) {
                waiting.remove(i);
                boolean isSwept = order.isBefore(printed);
                order.refresh(isSwept ? 0 : market.queue(order.venue(), side, order.price()));
                add(order);
            } else {
                i++;
            }
        }
    }

    /** The book of a venue was told anew. */
    void retold(int venue, DepthBook book) {
        for (Side side : Side.values()) {
            for (Resting order : of(side)) {
                if (order.venue() == venue) {
                    order.place().retold(shown(book, side, order.price()));
                }
            }
        }
    }

    /** {@return whether a price of the other side would meet one of ours} */
    boolean isMet(Side ours, long price) {
        List<Resting> waiting = of(ours);
        return !waiting.isEmpty()
                && price != DepthBook.NO_PRICE
                && waiting.get(0).accepts(price);
    }

    private static long shown(DepthBook book, Side side, long price) {
        boolean isTold = book.shown(side, price) > 0 || book.worse(side, price) != DepthBook.NO_PRICE;
        long best = book.best(side);
        boolean isBest = best == DepthBook.NO_PRICE || (side == Side.BUY ? price >= best : price <= best);
        return isTold || isBest ? book.shown(side, price) : BookMarket.UNKNOWN_QUEUE;
    }
}
