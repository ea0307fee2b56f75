package io.aqts.testkit;

import io.aqts.Randomness;
import io.aqts.market.BookLevel;
import io.aqts.market.Instrument;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.OrderBook;
import io.aqts.market.Quote;
import io.aqts.market.Trade;
import java.util.ArrayList;
import java.util.List;

/** Makes up what the venues show of one instrument around its price: often all, sometimes one side only, or nothing. */
final class BookMaker {

    private final double tick;
    private final int venues;
    private final Randomness chance;

    BookMaker(Instrument instrument, int venues, Randomness chance) {
        this.tick = instrument.tickSize().toDouble();
        this.venues = venues;
        this.chance = chance;
    }

    InstrumentMarket around(InstrumentMarket own, double price, long epochNanos) {
        List<Quote> quotes = new ArrayList<>();
        List<OrderBook> books = new ArrayList<>();
        for (int venue = 0; venue < venues; venue++) {
            if (chance.nextInt(5) > 0) {
                quotes.add(quote(venue, price, epochNanos));
            }
            if (chance.nextInt(3) == 0) {
                books.add(book(venue, price, epochNanos));
            }
        }
        List<Trade> trades = new ArrayList<>();
        for (int i = chance.nextInt(3); i > 0; i--) {
            int venue = chance.nextInt(venues);
            boolean buyerTook = chance.nextInt(2) == 0;
            trades.add(new Trade(venue, epochNanos - i, price, quantity(price) + tick, buyerTook));
        }
        return new InstrumentMarket(own.bar(), quotes, books, trades);
    }

    private Quote quote(int venue, double price, long epochNanos) {
        double half = (1 + chance.nextInt(3)) * tick;
        double bid = Math.max(price - half, 0.5 * price);
        double bidQuantity = Extremes.atEdge(chance) ? 0 : quantity(price);
        double askQuantity = Extremes.atEdge(chance) ? 0 : quantity(price);
        return new Quote(venue, epochNanos, bid, bidQuantity, price + half, askQuantity, 1e6, 0);
    }

    private OrderBook book(int venue, double price, long epochNanos) {
        List<BookLevel> bids = new ArrayList<>();
        List<BookLevel> asks = new ArrayList<>();
        int bidLevels = chance.nextInt(4);
        int askLevels = chance.nextInt(4);
        for (int i = 1; i <= bidLevels && price - i * tick > 0; i++) {
            bids.add(new BookLevel(price - i * tick, quantity(price) + tick));
        }
        for (int i = 1; i <= askLevels; i++) {
            asks.add(new BookLevel(price + i * tick, quantity(price) + tick));
        }
        return new OrderBook(venue, epochNanos, bids, asks);
    }

    private double quantity(double price) {
        return chance.nextDouble(10, 10_000) / price;
    }
}
