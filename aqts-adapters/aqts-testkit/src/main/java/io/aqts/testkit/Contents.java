package io.aqts.testkit;

import io.aqts.market.Bar;
import io.aqts.market.BookLevel;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketEvent;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.OrderBook;
import io.aqts.market.Quote;
import io.aqts.market.Trade;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a snapshot holds, moved to another moment and to other prices. */
final class Contents {

    private Contents() {}

    /** {@return an equal snapshot that is another object, as are its bars, quotes, books and trades} */
    static MarketSnapshot copy(MarketSnapshot snapshot) {
        MarketSnapshot copied = moved(snapshot, snapshot.epochNanos(), 1);
        return new MarketSnapshot(copied.epochNanos(), copied.instruments(), new ArrayList<>(snapshot.readings()));
    }

    /** {@return what a snapshot brings of its instruments, at another moment, every price times a factor} */
    static MarketSnapshot moved(MarketSnapshot snapshot, long epochNanos, double factor) {
        long shift = epochNanos - snapshot.epochNanos();
        List<InstrumentMarket> all = new ArrayList<>();
        for (InstrumentMarket own : snapshot.instruments()) {
            all.add(moved(own, shift, factor));
        }
        return MarketSnapshot.of(epochNanos, all);
    }

    /** {@return what is brought of one instrument, later by some nanoseconds and with every price times a factor} */
    static InstrumentMarket moved(InstrumentMarket own, long shift, double factor) {
        List<Quote> quotes = new ArrayList<>();
        for (Quote quote : own.quotes()) {
            quotes.add(new Quote(
                    quote.venue(),
                    quote.epochNanos() + shift,
                    quote.bid() * factor,
                    quote.bidQuantity(),
                    quote.ask() * factor,
                    quote.askQuantity(),
                    quote.volume24h(),
                    quote.fundingRate()));
        }
        List<OrderBook> books = new ArrayList<>();
        for (OrderBook book : own.books()) {
            long at = book.epochNanos() + shift;
            books.add(new OrderBook(book.venue(), at, times(book.bids(), factor), times(book.asks(), factor)));
        }
        List<Trade> trades = new ArrayList<>();
        for (Trade trade : own.trades()) {
            long at = trade.epochNanos() + shift;
            trades.add(new Trade(trade.venue(), at, trade.price() * factor, trade.quantity(), trade.buyerTook()));
        }
        List<MarketEvent> events = new ArrayList<>();
        for (MarketEvent event : own.events()) {
            events.add(MovedEvents.moved(event, shift, factor));
        }
        return new InstrumentMarket(moved(own.bar(), shift, factor), quotes, books, trades, events);
    }

    private static @Nullable Bar moved(@Nullable Bar bar, long shift, double factor) {
        return bar == null
                ? null
                : new Bar(
                        bar.epochNanos() + shift,
                        bar.intervalNanos(),
                        bar.open() * factor,
                        bar.high() * factor,
                        bar.low() * factor,
                        bar.close() * factor,
                        bar.volume());
    }

    private static List<BookLevel> times(List<BookLevel> levels, double factor) {
        List<BookLevel> all = new ArrayList<>();
        for (BookLevel level : levels) {
            all.add(new BookLevel(level.price() * factor, level.quantity()));
        }
        return all;
    }
}
