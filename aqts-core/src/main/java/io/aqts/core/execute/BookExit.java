package io.aqts.core.execute;

import io.aqts.core.book.BookGrid;
import io.aqts.trade.Bracket;
import io.aqts.trade.Decimal;
import io.aqts.trade.Liquidity;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import org.jspecify.annotations.Nullable;

/**
 * The exits of one entry at a book venue: a stop that is watched, a target that waits in the queue like any order, and
 * an end of holding. They share one quantity, so that the first to fill leaves nothing to the others.
 */
final class BookExit extends Resting {

    private final BookOrder entry;
    private Bracket bracket;
    private double stop;
    private final long sinceNanos;
    private final long holdUntilNanos;
    private final BookFills fills;
    private Decimal quantity = Decimal.ZERO;
    private @Nullable ReasonCode leaving;
    private final Bill bill = new Bill();
    private boolean grown;

    BookExit(BookOrder entry, BookFills fills, long sinceNanos) {
        super(entry.side().opposite(), 0);
        this.entry = entry;
        this.fills = fills;
        this.bracket = entry.order().bracket();
        this.stop = level(bracket);
        this.sinceNanos = sinceNanos;
        this.holdUntilNanos = !bracket.hasHoldLimit()
                ? Long.MAX_VALUE
                : sinceNanos > Long.MAX_VALUE - bracket.holdNanos() ? Long.MAX_VALUE : sinceNanos + bracket.holdNanos();
    }

    long orderId() {
        return entry.id();
    }

    /** {@return the order it protects what was traded by} */
    BookOrder entry() {
        return entry;
    }

    /** {@return the moment it was armed; prices of later moments count} */
    long sinceNanos() {
        return sinceNanos;
    }

    /** {@return what it was charged so far} */
    Bill bill() {
        return bill;
    }

    Decimal quantity() {
        return quantity;
    }

    boolean isSpent() {
        return quantity.isZero();
    }

    Decimal stopPrice() {
        return bracket.stopPrice();
    }

    /** {@return whether a target should wait in the queue and does not yet} */
    boolean needsPlacing() {
        return !isResting()
                && !isSpent()
                && leaving == null
                && bracket.hasTarget()
                && fills.grid().hasTick(bracket.targetPrice());
    }

    /** Waits at its target from now on. */
    void aim() {
        setPrice(fills.grid().ticks(bracket.targetPrice()));
    }

    /** Grows with its entry; its target goes to the end of the queue. */
    void enlarge(Decimal more) {
        quantity = quantity.plus(more);
        grown = true;
    }

    /** {@return whether it grew since the last time this was asked} */
    boolean hasGrown() {
        boolean was = grown;
        grown = false;
        return was;
    }

    void shrinkTo(Decimal most) {
        quantity = quantity.min(most);
    }

    /** Each unit becomes several, and prices become as much smaller, on the near side of the grid. */
    void split(Decimal ratio) {
        quantity = quantity.times(ratio);
        bracket = Protection.divided(bracket, ratio, fills.grid().tick());
        stop = level(bracket);
    }

    private static double level(Bracket bracket) {
        return bracket.hasStop() ? bracket.stopPrice().toDouble() : Double.NaN;
    }

    /** {@return why it leaves at the market by now, or null if it does not} */
    @Nullable
    ReasonCode leaving(long momentNanos, double bestPrice) {
        if (leaving == null && holdUntilNanos <= momentNanos) {
            leaving = ReasonCode.HOLD_EXPIRED;
        }
        if (leaving == null && -sign() * (bestPrice - stop) <= 0) {
            leaving = ReasonCode.STOP;
        }
        return leaving;
    }

    @Override
    long wantedLots() {
        return fills.grid().lotsToCover(quantity);
    }

    @Override
    void tradeAsMaker(long lots) {
        fills.leave(
                this,
                ReasonCode.TARGET,
                new Purse(fills.fees(), fills.grid(), venue(), price(), Liquidity.MAKER),
                lots);
    }

    @Override
    void endOffGrid() {}

    @Override
    boolean moveTo(BookGrid from, BookGrid to) {
        Decimal target = from.price(price());
        if (!to.hasTick(target)) {
            return false;
        }
        setPrice(to.ticks(target));
        place().rescale(from.lot().toDouble() / to.lot().toDouble());
        return true;
    }

    /** {@return 1 if it buys to leave a short position, -1 if it sells} */
    int sign() {
        return side() == Side.BUY ? 1 : -1;
    }
}
