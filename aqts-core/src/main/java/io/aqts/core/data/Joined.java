package io.aqts.core.data;

import io.aqts.DataSourceException;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketEvent;
import io.aqts.market.OrderBook;
import io.aqts.market.Quote;
import io.aqts.market.Trade;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts together what several sources bring of one instrument at one moment. */
final class Joined {

    private Joined() {}

    static InstrumentMarket of(InstrumentMarket one, InstrumentMarket other, String symbol) {
        if (one.bar() == null && onlyBar(one)) {
            return other;
        }
        if (other.bar() == null && onlyBar(other)) {
            return one;
        }
        if (one.bar() != null && other.bar() != null) {
            throw new DataSourceException(
                    "bar of " + symbol + " must come from one source, but was " + one.bar() + " and " + other.bar());
        }
        return new InstrumentMarket(
                one.bar() != null ? one.bar() : other.bar(),
                quotes(one.quotes(), other.quotes(), symbol),
                books(one.books(), other.books(), symbol),
                trades(one.trades(), other.trades()),
                events(one.events(), other.events()));
    }

    /** The same with the venues renumbered. */
    static InstrumentMarket seated(InstrumentMarket part, int[] seats) {
        if (onlyBar(part)) {
            return part;
        }
        List<Quote> quotes = new ArrayList<>();
        for (Quote q : part.quotes()) {
            quotes.add(new Quote(
                    seats[q.venue()],
                    q.epochNanos(),
                    q.bid(),
                    q.bidQuantity(),
                    q.ask(),
                    q.askQuantity(),
                    q.volume24h(),
                    q.fundingRate()));
        }
        List<OrderBook> books = new ArrayList<>();
        for (OrderBook book : part.books()) {
            books.add(new OrderBook(seats[book.venue()], book.epochNanos(), book.bids(), book.asks()));
        }
        List<Trade> trades = new ArrayList<>();
        for (Trade t : part.trades()) {
            trades.add(new Trade(seats[t.venue()], t.epochNanos(), t.price(), t.quantity(), t.buyerTook()));
        }
        quotes.sort(Comparator.comparingInt(Quote::venue));
        books.sort(Comparator.comparingInt(OrderBook::venue));
        return new InstrumentMarket(part.bar(), quotes, books, trades, seated(part.events(), seats));
    }

    /** Whether a bar is all it brings, if that. */
    static boolean onlyBar(InstrumentMarket part) {
        return part.quotes().isEmpty()
                && part.books().isEmpty()
                && part.trades().isEmpty()
                && part.events().isEmpty();
    }

    private static List<Quote> quotes(List<Quote> one, List<Quote> other, String symbol) {
        List<Quote> all = both(one, other, Comparator.comparingInt(Quote::venue));
        for (int i = 1; i < all.size(); i++) {
            refuseTwins("quote", symbol, all.get(i - 1).venue(), all.get(i).venue());
        }
        return all;
    }

    private static List<OrderBook> books(List<OrderBook> one, List<OrderBook> other, String symbol) {
        List<OrderBook> all = both(one, other, Comparator.comparingInt(OrderBook::venue));
        for (int i = 1; i < all.size(); i++) {
            refuseTwins("book", symbol, all.get(i - 1).venue(), all.get(i).venue());
        }
        return all;
    }

    private static List<Trade> trades(List<Trade> one, List<Trade> other) {
        return both(one, other, Comparator.comparingLong(Trade::epochNanos));
    }

    private static <T> List<T> both(List<T> one, List<T> other, Comparator<T> order) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        List<T> all = new ArrayList<>(one);
        all.addAll(other);
        all.sort(order);
        return all;
    }

    private static void refuseTwins(String what, String symbol, int venue, int next) {
        if (venue == next) {
            throw new DataSourceException(what + " of " + symbol
                    + " must come from one source for each venue, but venue " + venue + " has two");
        }
    }

    private static List<MarketEvent> seated(List<MarketEvent> events, int[] seats) {
        List<MarketEvent> seated = new ArrayList<>();
        for (MarketEvent event : events) {
            if (event instanceof MarketEvent.DepthChange e) {
                seated.add(new MarketEvent.DepthChange(
                        e.epochNanos(), seats[e.venue()], e.side(), e.price(), e.quantity()));
            } else if (event instanceof MarketEvent.DepthReset e) {
                seated.add(new MarketEvent.DepthReset(e.epochNanos(), seats[e.venue()]));
            } else {
                seated.add(event);
            }
        }
        return seated;
    }

    private static List<MarketEvent> events(List<MarketEvent> one, List<MarketEvent> other) {
        List<MarketEvent> all = new ArrayList<>(one);
        all.addAll(other);
        all.sort(Comparator.comparingLong(MarketEvent::epochNanos));
        return all;
    }
}
