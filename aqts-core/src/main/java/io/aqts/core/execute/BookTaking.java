package io.aqts.core.execute;

import io.aqts.core.book.DepthBook;
import io.aqts.core.book.LimitInstruction;
import io.aqts.core.book.QueuePosition;
import io.aqts.trade.Decimal;
import io.aqts.trade.Liquidity;
import io.aqts.trade.OrderSize;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** What orders do that come to a book: take what they may, and rest or end with what is left. */
final class BookTaking {

    private static final Decimal BASIS_POINT = Decimal.of(1, 4);

    private final BookRules rules;
    private final BookMarket market;
    private final BookFills fills;
    private final RestingOrders resting;
    private final BookWalk toBuy;
    private final BookWalk toSell;

    BookTaking(BookRules rules, BookMarket market, BookFills fills, RestingOrders resting) {
        this.rules = rules;
        this.market = market;
        this.fills = fills;
        this.resting = resting;
        toBuy = new BookWalk(market, fills.fees(), Side.BUY);
        toSell = new BookWalk(market, fills.fees(), Side.SELL);
    }

    /** Takes an order in: refuses it, or lets it trade, rest and end. */
    void arrive(BookOrder order) {
        ReasonCode refusal = refusal(order);
        if (refusal != null) {
            fills.reject(order, refusal);
            return;
        }
        fills.accept(order);
        if (!order.needsTrigger() && !order.isHeld() && !order.isOfSession()) {
            enter(order);
        }
    }

    /** Lets an order that was let in trade, rest and end. */
    void enter(BookOrder order) {
        Decimal limit = order.limit();
        order.grant();
        if (limit != null) {
            order.setPrice(market.grid().ticks(limit));
        }
        long bound = limit != null ? order.price() : protection(order.side());
        if (order.instruction() == LimitInstruction.ALL_OR_NONE && !isFillable(order, bound)) {
            fills.cancel(order, ReasonCode.NOT_WHOLLY_FILLABLE);
            return;
        }
        long last = take(order, bound);
        if (!order.isEnded() && limit == null && slips(order)) {
            slip(order, last, bound);
        }
        if (!order.isEnded()) {
            conclude(order);
        }
    }

    /** Lets an order that waits in a queue leave it. */
    void withdraw(BookOrder order) {
        resting.remove(order);
    }

    /** Lets an order for the opening or the close of a session take what it may of what is shown, and no more. */
    void takeOnce(BookOrder order) {
        Decimal limit = order.limit();
        order.grant();
        if (market.isAnyUsable() && (limit != null || market.bestFor(order.side()) != DepthBook.NO_PRICE)) {
            take(order, limit != null ? market.grid().ticks(limit) : protection(order.side()));
        }
    }

    /** {@return whether an order with a limit would take at a price, in ticks, at any venue} */
    boolean wouldTake(Side side, long price) {
        long best = market.bestFor(side);
        return best != DepthBook.NO_PRICE && (side == Side.BUY ? best <= price : best >= price);
    }

    /** Lets an exit leave at the market, as far as the market shows. */
    void leave(BookExit exit, ReasonCode cause) {
        BookWalk walk = walk(exit.side());
        walk.begin(farthest(exit.side()), true);
        leave(exit, cause, walk);
    }

    /** Brings the target of an exit into the queue, after it took what it may at its price or better. */
    void place(BookExit exit) {
        exit.aim();
        BookWalk walk = walk(exit.side());
        walk.begin(exit.price(), true);
        leave(exit, ReasonCode.TARGET, walk);
        if (!exit.isSpent()) {
            rest(exit);
        }
    }

    /** Lets what waits trade with what others show at its price or beyond: they would have met it. */
    void cross(Resting order) {
        DepthBook book = market.book(order.venue());
        Side other = order.side().opposite();
        long at = book.best(other);
        while (at != DepthBook.NO_PRICE && order.accepts(at) && order.wantedLots() > 0) {
            long lots = Math.min(order.wantedLots(), book.left(other, at));
            if (lots > 0) {
                book.take(other, at, lots);
                order.tradeAsMaker(lots);
            }
            at = book.worse(other, at);
        }
        if (order.needsRefresh()) {
            order.refresh(market.queue(order.venue(), order.side(), order.price()));
        }
    }

    /** Lets something wait behind all that is shown at its price. */
    void rest(Resting order) {
        int home = home();
        long ahead = market.queue(home, order.side(), order.price());
        order.join(home, new QueuePosition(rules.queue(), ahead));
        resting.add(order);
    }

    private @Nullable ReasonCode refusal(BookOrder order) {
        if (!order.fits(market.grid())) {
            return ReasonCode.OFF_GRID;
        }
        if (order.isHeld() || order.isOfSession()) {
            return null;
        }
        if (order.order().reduceOnly() && !fills.reducible(order.side()).isPositive()) {
            return ReasonCode.REDUCE_ONLY;
        }
        Decimal limit = order.limit();
        if (order.needsTrigger()) {
            return null;
        }
        if (limit == null) {
            return market.bestFor(order.side()) == DepthBook.NO_PRICE ? ReasonCode.NO_LIQUIDITY : null;
        }
        boolean isRefused = order.instruction() == LimitInstruction.POST_ONLY
                && wouldTake(order.side(), market.grid().ticks(limit));
        return isRefused ? ReasonCode.POST_ONLY : null;
    }

    /** Takes what it may, and says the last price it met, or that there was none. */
    private long take(BookOrder order, long bound) {
        BookWalk walk = walk(order.side());
        walk.begin(bound, true);
        long last = DepthBook.NO_PRICE;
        for (int venue = walk.venue(); venue >= 0 && !order.isEnded(); venue = walk.venue()) {
            last = walk.price(venue);
            Purse purse = taking(venue, last);
            long lots = Math.min(order.wanted(purse), walk.left(venue));
            if (lots == 0) {
                return last;
            }
            walk.take(venue, lots);
            fills.fill(order, purse, lots);
        }
        return last;
    }

    private boolean isFillable(BookOrder order, long bound) {
        BookWalk walk = walk(order.side());
        walk.begin(bound, false);
        Decimal left = order.open();
        for (int venue = walk.venue(); venue >= 0; venue = walk.venue()) {
            Purse purse = taking(venue, walk.price(venue));
            long wanted = order.wanted(left, purse);
            long lots = Math.min(wanted, walk.left(venue));
            if (lots == wanted && !order.isUncountable(purse)) {
                return true;
            }
            left = order.leftAfter(left, lots, purse);
            walk.take(venue, lots);
        }
        return false;
    }

    private boolean slips(BookOrder order) {
        return rules.remainder() == Remainder.SLIP_ONE_TICK && order.instruction() == LimitInstruction.REST;
    }

    private void slip(BookOrder order, long last, long bound) {
        if (last == DepthBook.NO_PRICE) {
            return;
        }
        long beyond = last + order.sign();
        boolean isWithin = order.side() == Side.BUY ? beyond <= bound : beyond >= bound && beyond > 0;
        int home = home();
        Purse purse = taking(home, beyond);
        long lots = isWithin ? order.wanted(purse) : 0;
        if (lots > 0) {
            fills.fill(order, purse, lots);
        }
    }

    private void conclude(BookOrder order) {
        if (order.isHeld()) {
            return;
        }
        boolean mayRest = order.limit() != null
                && (order.instruction() == LimitInstruction.REST || order.instruction() == LimitInstruction.POST_ONLY);
        if (order.order().reduceOnly() && !fills.reducible(order.side()).isPositive()) {
            fills.cancel(order, ReasonCode.REDUCE_ONLY);
        } else if (mayRest) {
            rest(order);
            if (order.wantedLots() == 0) {
                resting.remove(order);
                fills.cancel(order, ReasonCode.BELOW_LOT);
            }
        } else {
            fills.cancel(order, isStarved(order) ? ReasonCode.BELOW_LOT : ReasonCode.NO_LIQUIDITY);
        }
    }

    /** Whether the money does not buy a lot of what is there. */
    private boolean isStarved(BookOrder order) {
        if (!(order.order().size() instanceof OrderSize.Spend)) {
            return false;
        }
        BookWalk walk = walk(order.side());
        walk.begin(farthest(order.side()), false);
        int venue = walk.venue();
        return venue >= 0 && order.wanted(taking(venue, walk.price(venue))) == 0;
    }

    private void leave(BookExit exit, ReasonCode cause, BookWalk walk) {
        for (int venue = walk.venue(); venue >= 0 && !exit.isSpent(); venue = walk.venue()) {
            long price = walk.price(venue);
            long lots = Math.min(exit.wantedLots(), walk.left(venue));
            walk.take(venue, lots);
            fills.leave(exit, cause, taking(venue, price), lots);
        }
    }

    private Purse taking(int venue, long ticks) {
        return new Purse(fills.fees(), market.grid(), venue, ticks, Liquidity.TAKER);
    }

    /** {@return the last price an order at the market may reach} */
    private long protection(Side side) {
        if (rules.protectionBps() == BookRules.UNPROTECTED) {
            return farthest(side);
        }
        long best = market.bestFor(side);
        Decimal share = Decimal.fromDouble(rules.protectionBps()).times(BASIS_POINT);
        Decimal factor = side == Side.BUY ? Decimal.ONE.plus(share) : Decimal.ONE.minus(share);
        RoundingMode within = side == Side.BUY ? RoundingMode.FLOOR : RoundingMode.CEILING;
        long bound =
                Decimal.of(best).times(factor).round(0, within).toBigDecimal().longValueExact();
        return side == Side.BUY ? bound : Math.max(bound, farthest(side));
    }

    private static long farthest(Side side) {
        return side == Side.BUY ? Long.MAX_VALUE : 1;
    }

    /** {@return the venue at which what is left waits} */
    private int home() {
        return fills.fees().cheapestMaker(market.usable());
    }

    private BookWalk walk(Side taker) {
        return taker == Side.BUY ? toBuy : toSell;
    }
}
