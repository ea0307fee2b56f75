package io.aqts.core.execute;

import io.aqts.config.GuardConfig;
import io.aqts.config.PassedTrigger;
import io.aqts.market.Bar;
import io.aqts.market.InstrumentMarket;
import io.aqts.trade.Decimal;
import io.aqts.trade.LinkRole;
import io.aqts.trade.Liquidity;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.TimeInForce;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How quotes and books fill orders: what has arrived takes from all venues, best total price first, and what rests
 * fills at its own price once others cross it.
 */
final class QuoteMatching {

    private static final Decimal BASIS_POINT = Decimal.of(1, 4);
    private static final Decimal FINE_STEP = Decimal.of(1, 8);

    private final Depth depth;
    private final BarMatching way;
    private final Session session;
    private final PassedTrigger passedTrigger;
    private final Decimal protection;

    QuoteMatching(Depth depth, BarMatching way, Session session, GuardConfig guards) {
        this.depth = depth;
        this.way = way;
        this.session = session;
        this.passedTrigger = guards.passedTrigger();
        this.protection = Decimal.roundedToMultiple(guards.protectionBps(), FINE_STEP, RoundingMode.DOWN)
                .times(BASIS_POINT);
    }

    void show(InstrumentMarket market) {
        depth.show(market);
    }

    /** {@return the best price a taker meets now; not a number if there is none} */
    double best(WorkingOrder order) {
        return depth.best(order.side());
    }

    /** Meets the bar that led up to the quotes. */
    void pass(Matching matching, Bar bar) {
        way.pass(matching, bar);
    }

    void meet(Matching matching) {
        matching.happensAt(matching.nowNanos(), null);
        List<Protection> exits = matching.exits();
        int armedBefore = exits.size();
        for (int i = 0; i < armedBefore; i++) {
            watch(matching, exits.get(i));
        }
        boolean hasWoken = true;
        while (hasWoken) {
            hasWoken = false;
            for (WorkingOrder order : matching.orders()) {
                if (!order.isEnded() && !order.hasTraded() && mayMeet(order) && hasArrived(matching, order)) {
                    walk(matching, order);
                    hasWoken |= order.hasTraded() && order.role() == LinkRole.PARENT;
                }
            }
        }
    }

    /** The session ends with these quotes: what waited for its close trades. */
    void close(Matching matching) {
        matching.happensAt(matching.nowNanos(), null);
        for (WorkingOrder order : matching.orders()) {
            boolean isThere = !order.isEnded() && !order.isHeld() && hasArrived(matching, order);
            if (isThere && order.isOf(TimeInForce.AT_CLOSE)) {
                walk(matching, order);
            }
        }
    }

    private boolean mayMeet(WorkingOrder order) {
        return !order.isOf(TimeInForce.AT_CLOSE);
    }

    private void watch(Matching matching, Protection exit) {
        if (exit.isSpent()) {
            return;
        }
        ReasonCode leaving = exit.leaving(matching.nowNanos());
        if (leaving == null) {
            double best = depth.best(exit.side());
            if (exit.isStopped(best)) {
                exit.leave(ReasonCode.STOP);
                leaving = ReasonCode.STOP;
            } else if (exit.isOnTarget(best)) {
                leaveAtTarget(matching, exit);
            }
        }
        if (leaving != null) {
            leaveAtMarket(matching, exit, leaving);
        }
    }

    private void leaveAtMarket(Matching matching, Protection exit, ReasonCode cause) {
        for (Rung rung : depth.ladder(exit.side())) {
            Decimal price = rung.offer().price();
            Decimal arrival = cause.equals(ReasonCode.STOP) ? exit.stopPrice() : price;
            Exit touched = new Exit(cause, price, arrival, false, false);
            rung.consume(matching.leave(exit, touched, rung.offer(), rung.left()));
        }
    }

    private void leaveAtTarget(Matching matching, Protection exit) {
        Decimal target = exit.targetPrice();
        Exit touched = new Exit(ReasonCode.TARGET, target, target, true, false);
        for (Rung rung : depth.ladder(exit.side())) {
            if (exit.isOnTarget(rung.offer().price().toDouble())) {
                Offer offer = new Offer(target, rung.offer().tariff(), Liquidity.MAKER);
                rung.consume(matching.leave(exit, touched, offer, rung.left()));
            }
        }
    }

    private void walk(Matching matching, WorkingOrder order) {
        List<Rung> ladder = depth.ladder(order.side());
        if (!isNews(ladder, order) || isForAnotherOpening(matching, order)) {
            return;
        }
        boolean isFirst = !order.isPlaced();
        order.place(matching.nowNanos());
        if (order.isHeld() || (order.isWaiting() && !isSetOff(matching, order, isFirst))) {
            return;
        }
        Rung first = best(ladder, order);
        if (order.order().handling().postOnly() && !order.isResting() && wouldTake(ladder, order)) {
            matching.report().reject(order, ReasonCode.POST_ONLY);
            return;
        }
        boolean isCutShort = false;
        if (!order.isOf(TimeInForce.FOK) || (first != null && isWhollyFillable(matching, order, ladder, first))) {
            isCutShort = takeAll(matching, order, ladder);
        }
        conclude(matching, order, isCutShort);
    }

    /** {@return whether any price is within the limit, be its fee as high as it may} */
    private boolean wouldTake(List<Rung> ladder, WorkingOrder order) {
        for (Rung rung : ladder) {
            if (isNews(rung, order) && order.accepts(rung.offer().price())) {
                return true;
            }
        }
        return false;
    }

    private static void conclude(Matching matching, WorkingOrder order, boolean isCutShort) {
        if (order.isOf(TimeInForce.AT_OPEN)) {
            matching.report().cancel(order, ReasonCode.EXPIRED);
        } else if (!isCutShort) {
            matching.conclude(order);
        } else if (order.isImmediate()) {
            matching.report().cancel(order, ReasonCode.PRICE_PROTECTION);
        }
    }

    private boolean isForAnotherOpening(Matching matching, WorkingOrder order) {
        long now = matching.nowNanos();
        return order.isOf(TimeInForce.AT_OPEN) && !session.isOpening(order.sentNanos(), now, now + 1);
    }

    private boolean isSetOff(Matching matching, WorkingOrder order, boolean isFirst) {
        Trigger trigger = order.trigger();
        double best = depth.best(order.side());
        if (trigger == null || !trigger.isReached(best)) {
            if (trigger != null) {
                trigger.follow(best);
            }
            matching.conclude(order);
            return false;
        }
        if (isFirst && passedTrigger == PassedTrigger.REJECT) {
            matching.report().reject(order, ReasonCode.TRIGGER_PASSED);
            return false;
        }
        matching.pull(order);
        return true;
    }

    /** Takes level by level; gives whether a level was left alone only because it is too far from the best. */
    private boolean takeAll(Matching matching, WorkingOrder order, List<Rung> ladder) {
        boolean isCutShort = false;
        for (Rung rung : ladder) {
            if (order.isEnded() || !isNews(rung, order)) {
                continue;
            }
            if (isWithinProtection(order, rung)) {
                take(matching, order, rung);
            } else {
                isCutShort |=
                        rung.left().isPositive() && order.accepts(rung.offer().price());
            }
        }
        return isCutShort && !order.isEnded();
    }

    private static void take(Matching matching, WorkingOrder order, Rung rung) {
        if (!order.accepts(rung.offer().price())) {
            return;
        }
        Decimal limit = order.isResting() ? order.limit() : null;
        Offer offer =
                limit == null ? rung.offer() : new Offer(limit, rung.offer().tariff(), Liquidity.MAKER);
        rung.consume(matching.trade(order, offer, rung.left()));
    }

    private boolean isWhollyFillable(Matching matching, WorkingOrder order, List<Rung> ladder, Rung first) {
        Decimal available = Decimal.ZERO;
        for (Rung rung : ladder) {
            boolean isIn = isNews(rung, order) && isWithinProtection(order, rung);
            if (isIn && order.accepts(rung.offer().price())) {
                available = available.plus(rung.left());
            }
        }
        return matching.isWhollyFillable(order, first.offer(), available);
    }

    private boolean isWithinProtection(WorkingOrder order, Rung rung) {
        if (protection.isZero() || order.isResting()) {
            return true;
        }
        Decimal best = Decimal.fromDouble(depth.best(order.side()));
        Decimal most = best.times(protection);
        int sign = order.side().sign();
        Decimal bound = sign > 0 ? best.plus(most) : best.minus(most);
        return sign * rung.offer().price().compareTo(bound) <= 0;
    }

    private static @Nullable Rung best(List<Rung> ladder, WorkingOrder order) {
        for (Rung rung : ladder) {
            if (isNews(rung, order) && rung.left().isPositive()) {
                return rung;
            }
        }
        return null;
    }

    private static boolean isNews(List<Rung> ladder, WorkingOrder order) {
        for (Rung rung : ladder) {
            if (isNews(rung, order)) {
                return true;
            }
        }
        return ladder.isEmpty();
    }

    private static boolean isNews(Rung rung, WorkingOrder order) {
        return rung.showing().epochNanos() > order.sentNanos();
    }

    private static boolean hasArrived(Matching matching, WorkingOrder order) {
        return matching.nowNanos() >= order.arrivalNanos() && matching.nowNanos() > order.sentNanos();
    }
}
