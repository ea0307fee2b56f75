package io.aqts.core.execute;

import io.aqts.core.book.BookGrid;
import io.aqts.core.book.DepthBook;
import io.aqts.market.BookLevel;
import io.aqts.market.MarketEvent.DepthChange;
import io.aqts.market.OrderBook;
import io.aqts.market.Quote;
import io.aqts.market.TradingStatus;
import io.aqts.trade.Side;
import java.util.List;

/**
 * What all venues show of one instrument, by level: kept up by single changes, by whole books or, where there is
 * nothing else, by quotes.
 *
 * <p>Whoever waits at a price hears of what changes there, unless the change only means that it is not told any more.
 */
final class BookMarket {

    /** The queue at a price nobody has told of. */
    static final long UNKNOWN_QUEUE = 1L << 53;

    private final RestingOrders resting;
    private final DepthBook[] books;
    private final boolean[] told;
    private final boolean[] levelled;
    private final boolean[] retold;
    private boolean anyRetold;
    private BookGrid grid;
    private TradingStatus status = TradingStatus.OPEN;

    BookMarket(int venues, BookGrid grid, RestingOrders resting) {
        this.resting = resting;
        this.grid = grid;
        books = new DepthBook[venues];
        for (int i = 0; i < venues; i++) {
            books[i] = new DepthBook();
        }
        told = new boolean[venues];
        levelled = new boolean[venues];
        retold = new boolean[venues];
    }

    BookGrid grid() {
        return grid;
    }

    int venues() {
        return books.length;
    }

    DepthBook book(int venue) {
        return books[venue];
    }

    /** Goes on trading in another way. */
    void trade(TradingStatus other) {
        status = other;
    }

    boolean isOpen() {
        return status == TradingStatus.OPEN;
    }

    boolean isClosed() {
        return status == TradingStatus.CLOSED;
    }

    void change(DepthChange change) {
        int venue = change.venue();
        told[venue] = true;
        levelled[venue] = true;
        set(venue, change.side(), grid.ticks(change.price()), grid.lots(change.quantity()));
    }

    void reset(int venue) {
        forget(venue);
        levelled[venue] = true;
    }

    /** What a venue showed does not count any more, until it shows something anew. */
    void forget(int venue) {
        books[venue].clear();
        told[venue] = false;
        retold[venue] = true;
        anyRetold = true;
    }

    /** Takes whole books, and quotes of venues that tell nothing else. */
    void show(List<Quote> quotes, List<OrderBook> whole) {
        for (int i = 0; i < whole.size(); i++) {
            OrderBook book = whole.get(i);
            levelled[book.venue()] = true;
            told[book.venue()] = true;
            replace(book.venue(), Side.BUY, book.bids());
            replace(book.venue(), Side.SELL, book.asks());
        }
        for (int i = 0; i < quotes.size(); i++) {
            Quote quote = quotes.get(i);
            if (!levelled[quote.venue()]) {
                told[quote.venue()] = true;
                replace(quote.venue(), Side.BUY, level(quote.bid(), quote.bidQuantity()));
                replace(quote.venue(), Side.SELL, level(quote.ask(), quote.askQuantity()));
            }
        }
    }

    /** {@return whether quotes of a venue are not used, because it tells its levels} */
    boolean isLevelled(int venue) {
        return levelled[venue];
    }

    /** After all changes of one moment: those who wait at a venue that was told anew keep no more than is shown. */
    void settle() {
        if (!anyRetold) {
            return;
        }
        boolean isLeft = false;
        for (int venue = 0; venue < books.length; venue++) {
            if (retold[venue] && told[venue]) {
                retold[venue] = false;
                resting.retold(venue, books[venue]);
            }
            isLeft |= retold[venue];
        }
        anyRetold = isLeft;
    }

    /** {@return whether a venue's book is known and does not cross itself} */
    boolean isUsable(int venue) {
        return told[venue] && !isCrossed(venue);
    }

    boolean isAnyUsable() {
        for (int venue = 0; venue < books.length; venue++) {
            if (isUsable(venue)) {
                return true;
            }
        }
        return false;
    }

    boolean isAnyCrossed() {
        for (int venue = 0; venue < books.length; venue++) {
            if (isCrossed(venue)) {
                return true;
            }
        }
        return false;
    }

    /** {@return the best price a taker of that side could take, in ticks, or that there is none} */
    long bestFor(Side taker) {
        long best = DepthBook.NO_PRICE;
        for (int venue = 0; venue < books.length; venue++) {
            long shown = isUsable(venue) ? books[venue].best(taker.opposite()) : DepthBook.NO_PRICE;
            boolean isBetter = best == DepthBook.NO_PRICE || (taker == Side.BUY ? shown < best : shown > best);
            best = shown != DepthBook.NO_PRICE && isBetter ? shown : best;
        }
        return best;
    }

    /** {@return for each venue whether it can be used} */
    boolean[] usable() {
        boolean[] usable = new boolean[books.length];
        for (int venue = 0; venue < usable.length; venue++) {
            usable[venue] = isUsable(venue);
        }
        return usable;
    }

    /** {@return how much stands at a price on arrival there, in lots} */
    long queue(int venue, Side side, long price) {
        DepthBook book = books[venue];
        long shown = book.shown(side, price);
        long best = book.best(side);
        boolean isBehind = best != DepthBook.NO_PRICE && (side == Side.BUY ? price < best : price > best);
        boolean isFarthest = shown == 0 && book.worse(side, price) == DepthBook.NO_PRICE;
        return isBehind && isFarthest ? UNKNOWN_QUEUE : shown;
    }

    /** Somebody else traded: what he took is gone, and so is all that stood at better prices. */
    void traded(int venue, Side shownBy, long price, long lots) {
        DepthBook book = books[venue];
        long at = book.best(shownBy);
        while (at != DepthBook.NO_PRICE && (shownBy == Side.BUY ? at > price : at < price)) {
            book.take(shownBy, at, book.left(shownBy, at));
            at = book.worse(shownBy, at);
        }
        if (at == price) {
            book.take(shownBy, at, Math.min(lots, book.left(shownBy, at)));
        }
    }

    /** Goes on with another grid; levels that do not lie on it are gone. */
    void moveTo(BookGrid to) {
        BookGrid from = grid;
        grid = to;
        for (DepthBook book : books) {
            book.moveTo(from, to);
        }
    }

    private boolean isCrossed(int venue) {
        long bid = books[venue].best(Side.BUY);
        long ask = books[venue].best(Side.SELL);
        return bid != DepthBook.NO_PRICE && ask != DepthBook.NO_PRICE && bid > ask;
    }

    private void set(int venue, Side side, long price, long lots) {
        long before = books[venue].update(side, price, lots);
        if (before != lots && !resting.isEmpty(side)) {
            tell(venue, side, price, before);
        }
    }

    /** Lets those who wait at a level know that it shows another number than before. */
    private void tell(int venue, Side side, long price, long before) {
        List<Resting> waiting = resting.of(side);
        for (int i = 0; i < waiting.size(); i++) {
            Resting order = waiting.get(i);
            if (order.price() == price && order.venue() == venue) {
                order.place().level(before, books[venue].shown(side, price));
            } else if (order.price() != price && !order.isBefore(price)) {
                return;
            }
        }
    }

    /** Replaces a side; what lies beyond the last level is not told any more, which is not to say that it is gone. */
    private void replace(int venue, Side side, List<BookLevel> levels) {
        DepthBook book = books[venue];
        long worst = levels.isEmpty()
                ? DepthBook.NO_PRICE
                : grid.ticksAgainstTaker(side, levels.get(levels.size() - 1).price());
        long at = book.best(side);
        while (at != DepthBook.NO_PRICE) {
            long next = book.worse(side, at);
            if (!shows(side, levels, at)) {
                drop(venue, side, at, worst);
            }
            at = next;
        }
        for (int i = 0; i < levels.size(); i++) {
            long price = grid.ticksAgainstTaker(side, levels.get(i).price());
            if (i == 0
                    || price != grid.ticksAgainstTaker(side, levels.get(i - 1).price())) {
                set(venue, side, price, lotsAt(side, levels, i, price));
            }
        }
    }

    private void drop(int venue, Side side, long price, long worst) {
        boolean isBeyond = worst != DepthBook.NO_PRICE && (side == Side.BUY ? price < worst : price > worst);
        if (isBeyond) {
            books[venue].update(side, price, 0);
        } else {
            set(venue, side, price, 0);
        }
    }

    private boolean shows(Side side, List<BookLevel> levels, long price) {
        for (int i = 0; i < levels.size(); i++) {
            if (grid.ticksAgainstTaker(side, levels.get(i).price()) == price) {
                return true;
            }
        }
        return false;
    }

    /** {@return the lots of a level and of those after it that lie on the same tick} */
    private long lotsAt(Side side, List<BookLevel> levels, int from, long price) {
        long lots = 0;
        for (int i = from;
                i < levels.size() && grid.ticksAgainstTaker(side, levels.get(i).price()) == price;
                i++) {
            lots += grid.lots(levels.get(i).quantity());
        }
        return lots;
    }

    private static List<BookLevel> level(double price, double quantity) {
        return quantity > 0 ? List.of(new BookLevel(price, quantity)) : List.of();
    }
}
