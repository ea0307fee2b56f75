package io.aqts.core.execute;

import io.aqts.config.BarPath;
import io.aqts.config.PassedTrigger;
import io.aqts.market.Bar;
import io.aqts.trade.Decimal;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.TimeInForce;
import java.util.List;

/**
 * How a bar fills orders: at its open what has arrived and what must leave, then on its way what it touches, then at
 * its close what waits for the end of a session.
 */
final class BarMatching {

    private final BarDealing dealing;
    private final FillPolicy policy;
    private final BarWay way;
    private final Session session;
    private final PassedTrigger passedTrigger;

    BarMatching(BarDealing dealing, Session session, PassedTrigger passedTrigger) {
        this.dealing = dealing;
        this.policy = dealing.policy();
        this.way = policy.path() == BarPath.WORST ? new OpenWay(dealing) : new DrawnWay(dealing);
        this.session = session;
        this.passedTrigger = passedTrigger;
    }

    /** A bar is all there is: orders trade at its open. */
    void meet(Matching matching, Bar bar) {
        matching.turnover().begin(bar.volume());
        way.begin(matching);
        List<Protection> exits = matching.exits();
        int armedBefore = exits.size();
        matching.happensAt(bar.startNanos(), Stretch.of(bar));
        for (int i = 0; i < armedBefore; i++) {
            leaveAtOpen(matching, exits.get(i), bar);
        }
        List<WorkingOrder> orders = matching.orders();
        for (int i = 0; i < orders.size(); i++) {
            tradeAtOpen(matching, orders.get(i), bar);
        }
        if (!matching.isSpent()) {
            way.go(matching, bar, armedBefore, true);
        }
    }

    /** A bar led up to quotes: what rested all along may have been touched on its way. */
    void pass(Matching matching, Bar bar) {
        matching.turnover().begin(bar.volume());
        way.begin(matching);
        way.go(matching, bar, matching.exits().size(), false);
    }

    /** A bar ended a session: what waited for its close trades there, and nothing of it is left. */
    void close(Matching matching, Bar bar) {
        matching.happensAt(bar.epochNanos(), null);
        List<WorkingOrder> orders = matching.orders();
        for (int i = 0; i < orders.size(); i++) {
            WorkingOrder order = orders.get(i);
            boolean isThere = order.arrivalNanos() <= bar.epochNanos() && order.sentNanos() < bar.epochNanos();
            if (order.isOf(TimeInForce.AT_CLOSE) && !order.isEnded() && !order.isHeld() && isThere) {
                dealing.meetAt(matching, order, bar.close());
            }
        }
    }

    /** Fills an order at the close it was decided on. */
    void fillAtClose(Matching matching, WorkingOrder order, Bar bar) {
        matching.happensAt(bar.epochNanos(), null);
        order.place(bar.epochNanos());
        dealing.meetAt(matching, order, bar.close());
    }

    private void leaveAtOpen(Matching matching, Protection exit, Bar bar) {
        if (exit.sinceNanos() > bar.startNanos()) {
            return;
        }
        Exit touched = exit.at(bar.open(), policy);
        ReasonCode leaving = exit.leaving(bar.startNanos());
        if (leaving != null && (touched == null || !leaving.equals(ReasonCode.HOLD_EXPIRED))) {
            Decimal open = Decimal.fromDouble(bar.open());
            Decimal arrival = leaving.equals(ReasonCode.STOP) ? exit.stopPrice() : open;
            touched = new Exit(leaving, open, arrival, false, false);
        }
        dealing.leave(matching, exit, touched);
    }

    private void tradeAtOpen(Matching matching, WorkingOrder order, Bar bar) {
        if (order.isEnded() || order.isOf(TimeInForce.AT_CLOSE)) {
            return;
        }
        if (order.isResting()) {
            Decimal limit = order.limit();
            boolean isThrough = limit != null && policy.fills(limit.toDouble(), bar.open(), buys(order));
            if (order.restingSinceNanos() <= bar.startNanos() && isThrough) {
                dealing.rest(matching, order, Decimal.fromDouble(bar.open()));
            } else {
                matching.conclude(order);
            }
        } else if (hasArrived(order, bar)) {
            arrive(matching, order, bar);
        }
    }

    private void arrive(Matching matching, WorkingOrder order, Bar bar) {
        boolean isFirst = !order.isPlaced();
        order.place(bar.startNanos());
        if (isFirst && bar.startNanos() - order.sentNanos() > bar.intervalNanos()) {
            matching.report().noteWait();
        }
        if (order.isHeld()) {
            return;
        }
        if (order.isOf(TimeInForce.AT_OPEN)) {
            arriveForTheOpen(matching, order, bar);
            return;
        }
        if (order.isWaiting()) {
            Trigger trigger = order.trigger();
            boolean isPassed = isFirst
                    && trigger != null
                    && trigger.isReached(order.approved().reference().toDouble());
            if (isPassed && passedTrigger == PassedTrigger.REJECT) {
                matching.report().reject(order, ReasonCode.TRIGGER_PASSED);
            } else if (trigger != null && (isPassed || trigger.isReached(bar.open()))) {
                dealing.pull(matching, order, bar.open());
            } else {
                if (trigger != null) {
                    trigger.follow(bar.open());
                }
                matching.conclude(order);
            }
        } else {
            dealing.meetAt(matching, order, bar.open());
        }
    }

    private void arriveForTheOpen(Matching matching, WorkingOrder order, Bar bar) {
        if (session.isOpening(order.sentNanos(), bar.startNanos(), bar.epochNanos())) {
            dealing.meetAt(matching, order, bar.open());
            matching.report().cancel(order, ReasonCode.EXPIRED);
        }
    }

    /** An order that took less than the bar's length to arrive meets the open of the first bar after its approval. */
    private static boolean hasArrived(WorkingOrder order, Bar bar) {
        boolean isQuick = order.arrivalNanos() - order.sentNanos() < bar.intervalNanos();
        return bar.startNanos() >= (isQuick ? order.sentNanos() : order.arrivalNanos());
    }

    private static boolean buys(WorkingOrder order) {
        return order.side().sign() > 0;
    }
}
