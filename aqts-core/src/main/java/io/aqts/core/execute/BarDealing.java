package io.aqts.core.execute;

import io.aqts.market.Bar;
import io.aqts.trade.Decimal;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import io.aqts.trade.TimeInForce;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Trades at the prices of a bar, as far as its volume allows. */
final class BarDealing {

    private final Function<Side, BarTerms> terms;
    private final FillPolicy policy;

    BarDealing(Function<Side, BarTerms> terms, FillPolicy policy) {
        this.terms = terms;
        this.policy = policy;
    }

    FillPolicy policy() {
        return policy;
    }

    /** Lets an order meet the market where it becomes active: it takes what it may, and rests with what is left. */
    void meetAt(Matching matching, WorkingOrder order, double price) {
        Side side = order.side();
        Offer offer = terms.apply(side).take(side, Decimal.fromDouble(price));
        if (order.order().handling().postOnly() && order.accepts(offer.price())) {
            matching.report().reject(order, ReasonCode.POST_ONLY);
            return;
        }
        boolean isRefused = order.isOf(TimeInForce.FOK)
                && !matching.isWhollyFillable(order, offer, matching.turnover().left());
        if (!isRefused) {
            trade(matching, order, offer);
        }
        matching.conclude(order);
    }

    /** Fills an order that rests, at its limit or at a better price, hidden quantity included. */
    void rest(Matching matching, WorkingOrder order, Decimal price) {
        trade(matching, order, terms.apply(order.side()).rest(order.side(), price));
        matching.conclude(order);
    }

    /** Fills what an order that rests shows at a time, as when the price only touched it. */
    void restShown(Matching matching, WorkingOrder order, Decimal price) {
        Decimal slice = order.order().handling().displayQuantity();
        if (slice.isPositive()) {
            trade(matching, order, terms.apply(order.side()).rest(order.side(), price), slice);
            matching.conclude(order);
        } else {
            rest(matching, order, price);
        }
    }

    /** Sets off an order whose trigger was reached, and lets it meet the market there. */
    void pull(Matching matching, WorkingOrder order, double price) {
        matching.pull(order);
        meetAt(matching, order, price);
    }

    /**
     * Lets an exit that was touched leave; what of a stop or a hold does not fit the volume leaves at the next open.
     */
    void leave(Matching matching, Protection exit, @Nullable Exit touched) {
        if (touched == null || exit.isSpent()) {
            return;
        }
        BarTerms at = terms.apply(exit.side());
        Offer offer = touched.resting() ? at.rest(exit.side(), touched.price()) : at.take(exit.side(), touched.price());
        Turnover turnover = matching.turnover();
        turnover.use(matching.leave(exit, touched, offer, turnover.left()));
        if (!touched.resting() && !exit.isSpent()) {
            exit.leave(touched.cause());
        }
    }

    /**
     * Lets an exit leave on what follows its entry. One that would fill where its entry did has not rested: it takes,
     * if the price after the spread allows it.
     */
    void leaveAfterEntry(Matching matching, Protection exit, Stretch way) {
        Exit touched = exit.along(way, policy);
        if (touched != null && touched.resting() && exit.at(way.start(), policy) != null) {
            Exit taking = touched.taking();
            Offer offer =
                    terms.apply(exit.side()).take(exit.side(), taking.price()).at(exit.side(), exit.quantity());
            touched = exit.isOnTarget(offer.price().toDouble())
                    ? taking
                    : new Exit(taking.cause(), exit.targetPrice(), exit.targetPrice(), true, false);
        }
        leave(matching, exit, touched);
    }

    /** {@return what of a bar counts for an order that may fill on its way, or null if nothing does} */
    static @Nullable Stretch visible(WorkingOrder order, Bar bar) {
        boolean isOut = order.isEnded() || order.isHeld() || order.isOfSession();
        if (isOut || !order.deadline().covers(bar.epochNanos())) {
            return null;
        }
        if (order.stretch() != null) {
            return order.stretch();
        }
        boolean isActive = order.isResting() || order.isWaiting();
        long since = order.isResting() ? order.restingSinceNanos() : order.placedSinceNanos();
        return isActive && since <= bar.startNanos() ? Stretch.of(bar) : null;
    }

    private static void trade(Matching matching, WorkingOrder order, Offer offer) {
        Turnover turnover = matching.turnover();
        turnover.use(matching.trade(order, offer, turnover.left()));
    }

    private static Decimal trade(Matching matching, WorkingOrder order, Offer offer, Decimal most) {
        Turnover turnover = matching.turnover();
        Decimal left = turnover.left();
        Decimal quantity = matching.trade(order, offer, left == null ? most : most.min(left));
        turnover.use(quantity);
        return quantity;
    }
}
