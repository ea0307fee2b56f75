package io.aqts.examples.binance;

import io.aqts.core.book.BookGrid;
import io.aqts.core.book.DepthBook;
import io.aqts.trade.Side;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Compares the book that updates build with the ticker of best prices that the venue sends beside them.
 *
 * <p>The ticker comes with every change of a best price or its quantity. So after the update with the final number
 * <i>u</i>, the book must show what the last ticker with a number of at most <i>u</i> says, which is known as soon as a
 * ticker with a greater number has come.
 */
final class TickerCheck {

    private final BookGrid grid;
    private final DepthBook book = new DepthBook();
    private final Deque<Best> unchecked = new ArrayDeque<>();
    private final Deque<Best> tickers = new ArrayDeque<>();
    private long agreements;
    private long disagreements;
    private long crossings;

    TickerCheck(BookGrid grid) {
        this.grid = grid;
    }

    long agreements() {
        return agreements;
    }

    long disagreements() {
        return disagreements;
    }

    /** {@return after how many updates the best bid was not below the best ask} */
    long crossings() {
        return crossings;
    }

    void clear() {
        book.clear();
        unchecked.clear();
    }

    void levels(List<StreamMessage.Level> bids, List<StreamMessage.Level> asks) {
        for (StreamMessage.Level level : bids) {
            book.update(Side.BUY, grid.ticks(level.price()), grid.lots(level.quantity()));
        }
        for (StreamMessage.Level level : asks) {
            book.update(Side.SELL, grid.ticks(level.price()), grid.lots(level.quantity()));
        }
    }

    /** Ends an update. */
    void updated(long updateId) {
        if (book.isCrossed()) {
            crossings++;
        }
        long bid = book.best(Side.BUY);
        long ask = book.best(Side.SELL);
        if (bid != DepthBook.NO_PRICE && ask != DepthBook.NO_PRICE) {
            unchecked.addLast(new Best(updateId, bid, book.shown(Side.BUY, bid), ask, book.shown(Side.SELL, ask)));
            compare();
        }
    }

    void ticker(StreamMessage message) {
        if (message.bids().isEmpty() || message.asks().isEmpty()) {
            return;
        }
        StreamMessage.Level bid = message.bids().get(0);
        StreamMessage.Level ask = message.asks().get(0);
        tickers.addLast(new Best(
                message.finalUpdateId(),
                grid.ticks(bid.price()),
                grid.lots(bid.quantity()),
                grid.ticks(ask.price()),
                grid.lots(ask.quantity())));
        compare();
    }

    private void compare() {
        while (!unchecked.isEmpty()
                && !tickers.isEmpty()
                && tickers.getLast().updateId > unchecked.getFirst().updateId) {
            compare(unchecked.removeFirst());
        }
    }

    private void compare(Best shown) {
        Best told = null;
        while (tickers.getFirst().updateId <= shown.updateId) {
            told = tickers.removeFirst();
        }
        if (told == null) {
            return;
        }
        tickers.addFirst(told);
        boolean agrees = told.bid == shown.bid
                && told.bidLots == shown.bidLots
                && told.ask == shown.ask
                && told.askLots == shown.askLots;
        agreements += agrees ? 1 : 0;
        disagreements += agrees ? 0 : 1;
    }

    /** The best prices after an update, in ticks and lots. */
    private record Best(long updateId, long bid, long bidLots, long ask, long askLots) {}
}
