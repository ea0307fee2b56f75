package io.aqts.examples.binance;

import java.util.List;

/**
 * What one line of a recorded stream says. Figures that its kind lacks are zero.
 *
 * @param kind what it is
 * @param receivedNanos when it was received, in nanoseconds since 1970-01-01T00:00Z
 * @param venueNanos when Binance sent it, by its own clock; {@code receivedNanos} where it does not say
 * @param ids the numbers of the updates it is about
 * @param bids levels of buyers: those of a book or an update, or the best one of a ticker
 * @param asks levels of sellers likewise
 * @param trade the price and the quantity of a print; zero for other kinds
 * @param buyerTook whether the buyer of a print took liquidity
 */
record StreamMessage(
        Kind kind,
        long receivedNanos,
        long venueNanos,
        Ids ids,
        List<Level> bids,
        List<Level> asks,
        Print trade,
        boolean buyerTook) {

    /** What a line may be. */
    enum Kind {
        SNAPSHOT,
        DEPTH,
        TICKER,
        TRADE,
        OTHER
    }

    /** The numbers of updates: first and final of this message, final of the one before. */
    record Ids(long first, long last, long previous) {}

    /** What a price shows; nothing, if the level is gone. */
    record Level(double price, double quantity) {}

    /** A price and a quantity. */
    record Print(double price, double quantity) {}

    long firstUpdateId() {
        return ids.first;
    }

    long finalUpdateId() {
        return ids.last;
    }

    long previousUpdateId() {
        return ids.previous;
    }
}
