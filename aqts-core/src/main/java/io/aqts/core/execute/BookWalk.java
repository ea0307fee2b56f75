package io.aqts.core.execute;

import io.aqts.core.book.DepthBook;
import io.aqts.trade.Side;

/** The way of a taker through what all venues have left, best total price first, the venues' order among equals. */
final class BookWalk {

    private final BookMarket market;
    private final double[] factors;
    private final long[] at;
    private Side shownBy = Side.SELL;
    private long bound;
    private boolean takes;

    /** A way for takers of one side. */
    BookWalk(BookMarket market, BookFees fees, Side taker) {
        this.market = market;
        factors = new double[market.venues()];
        at = new long[market.venues()];
        for (int venue = 0; venue < factors.length; venue++) {
            factors[venue] = fees.takerFactor(venue, taker.sign());
        }
        shownBy = taker.opposite();
    }

    /**
     * Begins at the best prices.
     *
     * @param farthest the last price it may reach, in ticks
     * @param really whether what it takes is gone, or it only looks
     */
    void begin(long farthest, boolean really) {
        bound = farthest;
        takes = really;
        for (int venue = 0; venue < at.length; venue++) {
            at[venue] = market.isUsable(venue) ? market.book(venue).best(shownBy) : DepthBook.NO_PRICE;
            skipTaken(venue);
        }
    }

    /** {@return the venue with the best price that is left, or -1} */
    int venue() {
        int best = -1;
        for (int venue = 0; venue < at.length; venue++) {
            if (at[venue] != DepthBook.NO_PRICE && (best < 0 || isCheaper(venue, best))) {
                best = venue;
            }
        }
        return best;
    }

    /** {@return the price at a venue, in ticks} */
    long price(int venue) {
        return at[venue];
    }

    /** {@return what is left there, in lots} */
    long left(int venue) {
        return market.book(venue).left(shownBy, at[venue]);
    }

    /** Takes lots there, and goes on to the next price if nothing is left or nothing is really taken. */
    void take(int venue, long lots) {
        if (!takes) {
            at[venue] = market.book(venue).worse(shownBy, at[venue]);
        } else {
            market.book(venue).take(shownBy, at[venue], lots);
        }
        skipTaken(venue);
    }

    private void skipTaken(int venue) {
        while (at[venue] != DepthBook.NO_PRICE && left(venue) == 0) {
            at[venue] = market.book(venue).worse(shownBy, at[venue]);
        }
        if (at[venue] != DepthBook.NO_PRICE && (shownBy == Side.SELL ? at[venue] > bound : at[venue] < bound)) {
            at[venue] = DepthBook.NO_PRICE;
        }
    }

    private boolean isCheaper(int one, int other) {
        double first = at[one] * factors[one];
        double second = at[other] * factors[other];
        return shownBy == Side.SELL ? first < second : first > second;
    }
}
