package io.aqts.core.ledger;

import io.aqts.market.InstrumentMarket;
import io.aqts.market.OrderBook;
import io.aqts.market.Quote;
import java.util.List;

/** What a position is worth by quotes and books, where there is no bar. */
final class Quotes {

    private Quotes() {}

    /**
     * {@return the mean of the venues' mids, of their books where there are no quotes; zero where there are neither}
     */
    static double mid(InstrumentMarket market) {
        List<Quote> quotes = market.quotes();
        if (quotes.isEmpty()) {
            return market.books().isEmpty() ? 0 : bookMid(market.books());
        }
        double sum = 0;
        for (int i = 0; i < quotes.size(); i++) {
            sum += quotes.get(i).mid();
        }
        return sum / quotes.size();
    }

    private static double bookMid(List<OrderBook> books) {
        double sum = 0;
        int count = 0;
        for (OrderBook book : books) {
            if (!book.bids().isEmpty() && !book.asks().isEmpty()) {
                sum += 0.5 * (book.bids().get(0).price() + book.asks().get(0).price());
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }
}
