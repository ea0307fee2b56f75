package io.aqts.core.data;

import io.aqts.market.Bar;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketEvent;
import io.aqts.market.OrderBook;
import io.aqts.market.Quote;
import io.aqts.market.Trade;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became known of one instrument besides its bars since the last snapshot that was passed on. */
final class Carried {

    private final List<Quote> quotes = new ArrayList<>();
    private final List<OrderBook> books = new ArrayList<>();
    private final List<Trade> trades = new ArrayList<>();
    private final List<MarketEvent> events = new ArrayList<>();

    void add(InstrumentMarket part) {
        if (Joined.onlyBar(part)) {
            return;
        }
        for (Quote quote : part.quotes()) {
            put(quotes, quote, placeOfQuote(quote.venue()));
        }
        for (OrderBook book : part.books()) {
            put(books, book, placeOfBook(book.venue()));
        }
        trades.addAll(part.trades());
        events.addAll(part.events());
    }

    /** All of it with a bar; afterwards nothing is carried. */
    InstrumentMarket release(@Nullable Bar bar) {
        if (quotes.isEmpty() && books.isEmpty() && trades.isEmpty() && events.isEmpty()) {
            return bar == null ? InstrumentMarket.QUIET : InstrumentMarket.of(bar);
        }
        trades.sort(Comparator.comparingLong(Trade::epochNanos));
        events.sort(Comparator.comparingLong(MarketEvent::epochNanos));
        InstrumentMarket part = new InstrumentMarket(bar, quotes, books, trades, events);
        quotes.clear();
        books.clear();
        trades.clear();
        events.clear();
        return part;
    }

    private int placeOfQuote(int venue) {
        int place = 0;
        while (place < quotes.size() && quotes.get(place).venue() < venue) {
            place++;
        }
        return place < quotes.size() && quotes.get(place).venue() == venue ? place : ~place;
    }

    private int placeOfBook(int venue) {
        int place = 0;
        while (place < books.size() && books.get(place).venue() < venue) {
            place++;
        }
        return place < books.size() && books.get(place).venue() == venue ? place : ~place;
    }

    private static <T> void put(List<T> items, T item, int place) {
        if (place >= 0) {
            items.set(place, item);
        } else {
            items.add(~place, item);
        }
    }
}
