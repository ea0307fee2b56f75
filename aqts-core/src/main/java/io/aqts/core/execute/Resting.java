package io.aqts.core.execute;

import io.aqts.core.book.BookGrid;
import io.aqts.core.book.QueueModel;
import io.aqts.core.book.QueuePosition;
import io.aqts.trade.Side;

/** Something of ours that waits at a price of one venue: an order, or the target of a position. */
abstract class Resting {

    private final Side side;
    private long price;
    private int venue = -1;
    private QueuePosition place = new QueuePosition(new QueueModel.RiskAverse(), 0);
    private boolean resting;

    Resting(Side side, long price) {
        this.side = side;
        this.price = price;
    }

    /** {@return how many lots it wants at its own price at the moment, zero if it is over} */
    abstract long wantedLots();

    /** {@return how many of those others see: what the queue knows of} */
    long shownLots() {
        return wantedLots();
    }

    /** {@return whether all that others saw has traded and more is hidden} */
    boolean needsRefresh() {
        return false;
    }

    /** Shows the next part, behind so many lots less what traded of them. */
    void refresh(long behind) {}

    /** Takes note of a trade of lots it wanted, at its own price. */
    abstract void tradeAsMaker(long lots);

    /** Takes note that it no longer waits, for prices and quantities lie on another grid. */
    abstract void endOffGrid();

    /** Goes on with prices in ticks and quantities in lots of another grid, and says whether it lies on that grid. */
    abstract boolean moveTo(BookGrid from, BookGrid to);

    Side side() {
        return side;
    }

    /** {@return its price in ticks} */
    long price() {
        return price;
    }

    void setPrice(long ticks) {
        price = ticks;
    }

    int venue() {
        return venue;
    }

    QueuePosition place() {
        return place;
    }

    boolean isResting() {
        return resting;
    }

    /** Joins the queue at its price. */
    void join(int atVenue, QueuePosition behind) {
        venue = atVenue;
        place = behind;
        resting = true;
    }

    void leaveQueue() {
        resting = false;
    }

    /** {@return whether a price, in ticks, is at least as good for us as our own} */
    boolean accepts(long ticks) {
        return side == Side.BUY ? ticks <= price : ticks >= price;
    }

    /** {@return whether our price would be met before another one of our side, being better for others} */
    boolean isBefore(long ticks) {
        return side == Side.BUY ? price > ticks : price < ticks;
    }
}
