package io.aqts.core.replay;

import io.aqts.core.book.BookGrid;
import io.aqts.core.book.DepthBook;
import io.aqts.market.Instrument;
import io.aqts.market.MarketEvent;
import io.aqts.market.MarketEvent.DepthChange;
import io.aqts.market.Quote;
import io.aqts.trade.Side;
import java.util.ArrayList;
import java.util.List;

/** The books of one instrument at all venues, as far as their best prices are concerned. */
final class BestPrices {

    private final DepthBook[] books;
    private final long[] bids;
    private final long[] bidLots;
    private final long[] asks;
    private final long[] askLots;
    private BookGrid grid;

    BestPrices(Instrument instrument, int venues) {
        grid = BookGrid.of(instrument);
        books = new DepthBook[venues];
        for (int i = 0; i < venues; i++) {
            books[i] = new DepthBook();
        }
        bids = new long[venues];
        bidLots = new long[venues];
        asks = new long[venues];
        askLots = new long[venues];
    }

    void apply(MarketEvent event) {
        if (event instanceof DepthChange change) {
            books[change.venue()].update(change.side(), grid.ticks(change.price()), grid.lots(change.quantity()));
        } else if (event instanceof MarketEvent.DepthReset reset) {
            books[reset.venue()].clear();
        } else if (event instanceof MarketEvent.GridChange change) {
            BookGrid to = new BookGrid(change.tickSize(), change.lotSize());
            for (DepthBook book : books) {
                book.moveTo(grid, to);
            }
            grid = to;
        }
    }

    /** {@return the quotes of all venues that show two sides in order, or nothing if no best price has changed} */
    List<Quote> news(long epochNanos) {
        boolean isNew = false;
        for (int venue = 0; venue < books.length; venue++) {
            isNew |= hasChanged(venue);
        }
        if (!isNew) {
            return List.of();
        }
        return books.length == 1 ? single(epochNanos) : all(epochNanos);
    }

    private List<Quote> single(long epochNanos) {
        return isInOrder(0) ? List.of(quote(0, epochNanos)) : List.of();
    }

    private List<Quote> all(long epochNanos) {
        List<Quote> quotes = new ArrayList<>(books.length);
        for (int venue = 0; venue < books.length; venue++) {
            if (isInOrder(venue)) {
                quotes.add(quote(venue, epochNanos));
            }
        }
        return quotes;
    }

    private boolean hasChanged(int venue) {
        DepthBook book = books[venue];
        long bid = book.best(Side.BUY);
        long ask = book.best(Side.SELL);
        long bidLotsNow = bid == DepthBook.NO_PRICE ? 0 : book.shown(Side.BUY, bid);
        long askLotsNow = ask == DepthBook.NO_PRICE ? 0 : book.shown(Side.SELL, ask);
        if (bid == bids[venue] && ask == asks[venue] && bidLotsNow == bidLots[venue] && askLotsNow == askLots[venue]) {
            return false;
        }
        bids[venue] = bid;
        asks[venue] = ask;
        bidLots[venue] = bidLotsNow;
        askLots[venue] = askLotsNow;
        return true;
    }

    private boolean isInOrder(int venue) {
        return bids[venue] != DepthBook.NO_PRICE
                && asks[venue] != DepthBook.NO_PRICE
                && bids[venue] < asks[venue]
                && bids[venue] > 0;
    }

    private Quote quote(int venue, long epochNanos) {
        return new Quote(
                venue,
                epochNanos,
                grid.priceOf(bids[venue]),
                grid.quantityOf(bidLots[venue]),
                grid.priceOf(asks[venue]),
                grid.quantityOf(askLots[venue]),
                0,
                0);
    }
}
