package io.aqts.core.execute;

import io.aqts.core.book.DepthBook;
import io.aqts.trade.ReasonCode;
import java.util.List;

/** How the exits of one instrument leave at a book venue: at the market when they must, and in the queue at targets. */
final class BookLeaving {

    private final BookMarket market;
    private final BookTaking taking;
    private final RestingOrders resting;
    private final List<BookExit> exits;

    BookLeaving(BookMarket market, BookTaking taking, RestingOrders resting, List<BookExit> exits) {
        this.market = market;
        this.taking = taking;
        this.resting = resting;
        this.exits = exits;
    }

    /** Lets those leave at the market that were armed before a moment and must. */
    void watch(long momentNanos) {
        for (int i = 0; i < exits.size(); i++) {
            BookExit exit = exits.get(i);
            if (exit.isSpent() || exit.sinceNanos() >= momentNanos) {
                continue;
            }
            ReasonCode cause = exit.leaving(momentNanos, bestFor(exit));
            if (cause != null) {
                if (exit.isResting()) {
                    resting.remove(exit);
                }
                taking.leave(exit, cause);
            }
        }
    }

    /** {@return the best price an exit could take, or not a number} */
    private double bestFor(BookExit exit) {
        long best = market.bestFor(exit.side());
        return best == DepthBook.NO_PRICE
                ? Double.NaN
                : market.grid().price(best).toDouble();
    }

    /** Lets targets wait in the queue, those that grew at its end. */
    void placeTargets() {
        for (int i = 0; i < exits.size() && market.isAnyUsable(); i++) {
            BookExit exit = exits.get(i);
            if (exit.hasGrown() && exit.isResting()) {
                resting.remove(exit);
            }
            if (exit.needsPlacing()) {
                taking.place(exit);
            }
        }
    }
}
