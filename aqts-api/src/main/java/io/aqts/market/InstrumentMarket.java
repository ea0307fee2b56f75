package io.aqts.market;

import io.aqts.internal.Lists;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one snapshot brings of one instrument.
 *
 * <p>It holds news only: a bar that completed at the snapshot's moment, quotes, books and trades that became known
 * since the snapshot before. It is not a store of the last known values.
 *
 * @param bar the bar that completed now, or null if none did
 * @param quotes at most one quote for each venue, in the order of the venues, possibly none
 * @param books at most one book for each venue, in the order of the venues, possibly none
 * @param trades the prints since the last snapshot, in the order of their times, possibly none
 * @param events what else happened since the last snapshot, in the order of its happening, possibly nothing; prints of
 *     the same snapshot come before
 */
public record InstrumentMarket(
        @Nullable Bar bar, List<Quote> quotes, List<OrderBook> books, List<Trade> trades, List<MarketEvent> events) {

    /** A moment that brings nothing of this instrument. */
    public static final InstrumentMarket QUIET = new InstrumentMarket(null, List.of(), List.of(), List.of());

    /** Copies the lists. */
    public InstrumentMarket {
        quotes = Lists.frozen(quotes);
        books = Lists.frozen(books);
        trades = Lists.frozen(trades);
        events = Lists.frozen(events);
    }

    /**
     * A moment without events.
     *
     * @param bar the bar that completed now, or null if none did
     * @param quotes at most one quote for each venue
     * @param books at most one book for each venue
     * @param trades the prints since the last snapshot
     */
    public InstrumentMarket(@Nullable Bar bar, List<Quote> quotes, List<OrderBook> books, List<Trade> trades) {
        this(bar, quotes, books, trades, List.of());
    }

    /**
     * A moment at which a bar completes and nothing else is known.
     *
     * @param bar the bar that completed
     * @return what the snapshot brings
     */
    public static InstrumentMarket of(Bar bar) {
        return new InstrumentMarket(bar, List.of(), List.of(), List.of());
    }

    /**
     * The price this moment gives the instrument: the close of its bar, else the mean of the venues' mids by their
     * quotes, else by their books.
     *
     * @return the price in quote currency, or zero if the moment brings none
     */
    public double price() {
        if (bar != null) {
            return bar.close();
        }
        if (quotes.isEmpty()) {
            return bookPrice();
        }
        double sum = 0;
        for (int i = 0; i < quotes.size(); i++) {
            sum += quotes.get(i).mid();
        }
        return sum / quotes.size();
    }

    private double bookPrice() {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < books.size(); i++) {
            OrderBook book = books.get(i);
            if (!book.bids().isEmpty() && !book.asks().isEmpty()) {
                sum += 0.5 * (book.bids().get(0).price() + book.asks().get(0).price());
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    /** {@return how many units one has become, by all splits of this moment; 1 if there is none} */
    public double splitRatio() {
        double ratio = 1;
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof MarketEvent.Split split) {
                ratio *= split.ratio().toDouble();
            }
        }
        return ratio;
    }

    /**
     * The same moment with other events.
     *
     * @param others what happened, in the order of its happening
     * @return the changed moment
     */
    public InstrumentMarket withEvents(List<MarketEvent> others) {
        return new InstrumentMarket(bar, quotes, books, trades, others);
    }

    /** {@return whether a bar completed now} */
    public boolean hasBar() {
        return bar != null;
    }
}
