package io.aqts.market;

import io.aqts.internal.Checks;
import java.util.List;

/**
 * The visible depth of one instrument at one venue.
 *
 * @param venue the index of the venue in the {@link Universe}
 * @param epochNanos the moment the depth was known, in nanoseconds since 1970-01-01T00:00Z
 * @param bids the buyers' levels, best (highest) first, possibly none
 * @param asks the sellers' levels, best (lowest) first, possibly none
 */
public record OrderBook(int venue, long epochNanos, List<BookLevel> bids, List<BookLevel> asks) {

    /** Copies the levels and refuses a wrong order and a crossed book. */
    public OrderBook {
        Checks.atLeast("book.venue", venue, 0);
        bids = List.copyOf(bids);
        asks = List.copyOf(asks);
        for (int i = 1; i < bids.size(); i++) {
            double price = bids.get(i).price();
            Checks.that(price < bids.get(i - 1).price(), "book.bids", "fall from level to level", price);
        }
        for (int i = 1; i < asks.size(); i++) {
            double price = asks.get(i).price();
            Checks.that(price > asks.get(i - 1).price(), "book.asks", "rise from level to level", price);
        }
        if (!bids.isEmpty() && !asks.isEmpty()) {
            double best = bids.get(0).price();
            Checks.that(
                    best < asks.get(0).price(),
                    "book.bids",
                    "stay below the best ask " + asks.get(0).price(),
                    best);
        }
    }
}
