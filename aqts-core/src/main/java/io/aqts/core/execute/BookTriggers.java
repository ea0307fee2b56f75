package io.aqts.core.execute;

import io.aqts.core.book.BookGrid;
import io.aqts.core.book.DepthBook;
import io.aqts.core.book.LimitInstruction;
import io.aqts.trade.Decimal;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import java.util.ArrayList;
import java.util.List;

/** Orders that wait until a price is reached: the best one they could take. */
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

    /** Sets off what the best prices reach, oldest first, and forgets what is over. */
    void check() {
        for (int i = 0; i < waiting.size(); ) {
            BookOrder order = waiting.get(i);
            long best = market.bestFor(order.side());
            if (order.isEnded()) {
                waiting.remove(i);
            } else if (best != DepthBook.NO_PRICE && order.isSetOffBy(market.grid(), best)) {
                waiting.remove(i);
                fills.trigger(order);
                enter(order);
            } else {
                i++;
            }
        }
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
