package io.aqts.core.execute;

import io.aqts.market.Bar;
import io.aqts.trade.Decimal;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a bar fills orders: at its open what has arrived and what must leave, then on its way what it touches. Of a stop
 * and a target on the same way the stop is taken to come first.
 */
final class BarMatching {

    private final Function<Side, BarTerms> terms;
    private final FillPolicy policy;

    BarMatching(Function<Side, BarTerms> terms, FillPolicy policy) {
        this.terms = terms;
        this.policy = policy;
    }

    /** {@return the bar as it is read} */
    Bar read(Bar bar) {
        return policy.read(bar);
    }

    /** A bar is all there is: orders trade at its open. */
    void meet(Matching matching, Bar bar) {
        List<Protection> exits = matching.exits();
        int armedBefore = exits.size();
        matching.happensAt(bar.startNanos());
        for (int i = 0; i < armedBefore; i++) {
            leaveAtOpen(matching, exits.get(i), bar);
        }
        for (WorkingOrder order : matching.orders()) {
            tradeAtOpen(matching, order, bar);
        }
        int armedAtOpen = exits.size();
        for (int i = 0; i < armedBefore; i++) {
            leaveOnTheWay(matching, exits.get(i), bar);
        }
        for (int i = armedBefore; i < armedAtOpen; i++) {
            leaveAfterEntry(matching, exits.get(i), Path.of(bar, exits.get(i).sign()));
        }
        tradeOnTheWay(matching, bar);
    }

    /** A bar led up to quotes: what rested all along may have been touched on its way. */
    void pass(Matching matching, Bar bar) {
        List<Protection> exits = matching.exits();
        int armedBefore = exits.size();
        for (int i = 0; i < armedBefore; i++) {
            Protection exit = exits.get(i);
            if (exit.sinceNanos() <= bar.startNanos() && exit.leaving(bar.startNanos()) == null) {
                leave(matching, exit, policy.along(exit, Path.of(bar, exit.sign())));
            }
        }
        tradeOnTheWay(matching, bar);
    }

    private void leaveAtOpen(Matching matching, Protection exit, Bar bar) {
        if (exit.sinceNanos() > bar.startNanos()) {
            return;
        }
        Exit touched = exit.at(bar.open());
        ReasonCode leaving = exit.leaving(bar.startNanos());
        if (touched == null && leaving != null) {
            Decimal open = Decimal.fromDouble(bar.open());
            touched = new Exit(leaving, open, open, false, false);
        }
        leave(matching, exit, touched);
    }

    private void tradeAtOpen(Matching matching, WorkingOrder order, Bar bar) {
        Side side = order.side();
        if (!order.isResting()) {
            if (!hasArrived(order, bar)) {
                return;
            }
            matching.trade(order, terms.apply(side).take(side, Decimal.fromDouble(bar.open())), null);
        } else if (order.restingSinceNanos() <= bar.startNanos() && isThrough(order, bar.open())) {
            matching.trade(order, terms.apply(side).rest(side, Decimal.fromDouble(bar.open())), null);
        }
        matching.conclude(order);
    }

    private void leaveOnTheWay(Matching matching, Protection exit, Bar bar) {
        Exit touched = exit.sinceNanos() <= bar.startNanos()
                ? policy.along(exit, Path.of(bar, exit.sign()))
                : exit.by(bar.close());
        leave(matching, exit, touched);
    }

    /** Fills resting orders that a bar trades through, for a touch is not enough, and the exits they arm. */
    private void tradeOnTheWay(Matching matching, Bar bar) {
        matching.happensAt(bar.epochNanos());
        int armedBefore = matching.exits().size();
        for (WorkingOrder order : matching.orders()) {
            Decimal limit = order.limit();
            boolean waits = !order.isEnded() && !order.hasTraded() && order.restingSinceNanos() <= bar.startNanos();
            if (limit != null && waits && isThrough(order, order.side() == Side.BUY ? bar.low() : bar.high())) {
                matching.trade(order, terms.apply(order.side()).rest(order.side(), limit), null);
                matching.conclude(order);
            }
        }
        for (int i = armedBefore; i < matching.exits().size(); i++) {
            Protection exit = matching.exits().get(i);
            leaveAfterEntry(matching, exit, Path.after(exit.entryLimit(), bar, exit.sign()));
        }
    }

    /**
     * An exit that would fill where its entry did has not rested: it takes, if the price after the spread allows it.
     */
    private void leaveAfterEntry(Matching matching, Protection exit, Path path) {
        Exit touched = policy.along(exit, path);
        if (touched != null && touched.resting() && exit.at(path.open()) != null) {
            Exit taking = touched.taking();
            Offer offer =
                    terms.apply(exit.side()).take(exit.side(), taking.price()).at(exit.side(), exit.quantity());
            touched = exit.isOnTarget(offer.price().toDouble())
                    ? taking
                    : new Exit(taking.cause(), exit.targetPrice(), exit.targetPrice(), true, false);
        }
        leave(matching, exit, touched);
    }

    private void leave(Matching matching, Protection exit, @Nullable Exit touched) {
        if (touched == null || exit.isSpent()) {
            return;
        }
        BarTerms at = terms.apply(exit.side());
        Offer offer = touched.resting() ? at.rest(exit.side(), touched.price()) : at.take(exit.side(), touched.price());
        matching.leave(exit, touched, offer.at(exit.side(), exit.quantity()), null);
    }

    /** An order that took less than the bar's length to arrive meets the open of the first bar after it was sent. */
    private static boolean hasArrived(WorkingOrder order, Bar bar) {
        boolean isQuick = order.arrivalNanos() - order.sentNanos() < bar.intervalNanos();
        return bar.startNanos() >= (isQuick ? order.sentNanos() : order.arrivalNanos());
    }

    private static boolean isThrough(WorkingOrder order, double price) {
        Decimal limit = order.limit();
        return limit != null && order.side().sign() * (price - limit.toDouble()) < 0;
    }
}
