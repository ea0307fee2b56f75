package io.aqts.core.execute;

import io.aqts.core.book.BookGrid;
import io.aqts.core.book.DepthBook;
import io.aqts.core.book.LimitInstruction;
import io.aqts.trade.Decimal;
import io.aqts.trade.LinkRole;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import java.util.ArrayList;
import java.util.List;

/**
 * Orders that wait until a price is reached, the best one they could take, or until their parent has filled what they
 * may leave.
 */
final class BookTriggers {

    private final BookMarket market;
    private final BookFills fills;
    private final BookTaking taking;
    private final List<BookOrder> waiting = new ArrayList<>();

    BookTriggers(BookMarket market, BookFills fills, BookTaking taking) {
        this.market = market;
        this.fills = fills;
        this.taking = taking;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    void add(BookOrder order) {
        waiting.add(order);
    }

    /** Lets an order that waits in a queue leave it, and come to the book anew, behind all others. */
    void reenter(BookOrder order) {
        taking.withdraw(order);
        waiting.add(order);
    }

    /** Sets off what the best prices reach, and what its parent has filled for, oldest first; forgets what is over. */
    void check() {
        for (boolean isAgain = !waiting.isEmpty(); isAgain; ) {
            isAgain = false;
            for (int i = 0; i < waiting.size(); ) {
                BookOrder order = waiting.get(i);
                if (!order.isEnded() && !order.isHeld() && isReady(order)) {
                    enter(order);
                    isAgain |= order.role() == LinkRole.PARENT;
                }
                if (order.isEnded() || order.isResting()) {
                    waiting.remove(i);
                } else {
                    i++;
                }
            }
        }
    }

    private boolean isReady(BookOrder order) {
        long best = market.bestFor(order.side());
        if (!order.needsTrigger()) {
            return order.limit() == null ? best != DepthBook.NO_PRICE : market.isAnyUsable();
        }
        if (best == DepthBook.NO_PRICE) {
            return false;
        }
        if (!order.isSetOffBy(market.grid(), best)) {
            order.follow(market.grid(), best);
            return false;
        }
        fills.trigger(order);
        return true;
    }

    /** Ends what does not lie on a grid. */
    void requireFitting(BookGrid grid) {
        for (BookOrder order : waiting) {
            if (!order.isEnded() && !order.fits(grid)) {
                fills.cancel(order, ReasonCode.OFF_GRID);
            }
        }
    }

    private void enter(BookOrder order) {
        Side side = order.side();
        Decimal limit = order.limit();
        boolean wouldTake = limit != null
                && order.instruction() == LimitInstruction.POST_ONLY
                && taking.wouldTake(side, market.grid().ticks(limit));
        if (wouldTake) {
            fills.cancel(order, ReasonCode.POST_ONLY);
        } else {
            taking.enter(order);
        }
    }
}
