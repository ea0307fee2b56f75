package io.aqts.core.execute;

import io.aqts.market.Bar;
import io.aqts.market.InstrumentMarket;
import io.aqts.trade.Decimal;
import io.aqts.trade.Liquidity;
import io.aqts.trade.ReasonCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How quotes and books fill orders: what has arrived takes from all venues, best total price first, and what rests
 * fills at its own price once others cross it.
 */
final class QuoteMatching {

    private final Depth depth;
    private final BarMatching way;

    QuoteMatching(Depth depth, FillPolicy policy) {
        this.depth = depth;
        this.way = new BarMatching(depth::terms, policy);
    }

    void meet(Matching matching, InstrumentMarket market, @Nullable Bar bar) {
        depth.show(market);
        if (bar != null) {
            way.pass(matching, bar);
        }
        matching.happensAt(matching.nowNanos());
        List<Protection> exits = matching.exits();
        int armedBefore = exits.size();
        for (int i = 0; i < armedBefore; i++) {
            watch(matching, exits.get(i));
        }
        for (WorkingOrder order : matching.orders()) {
            if (!order.isEnded() && !order.hasTraded() && hasArrived(matching, order)) {
                walk(matching, order);
            }
        }
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
        boolean isNews = ladder.isEmpty();
        for (Rung rung : ladder) {
            if (rung.showing().epochNanos() > order.sentNanos()) {
                isNews = true;
                take(matching, order, rung);
            }
        }
        if (isNews) {
            matching.conclude(order);
        }
    }

    private static void take(Matching matching, WorkingOrder order, Rung rung) {
        if (!order.isEnded() && order.accepts(rung.offer().price())) {
            Decimal limit = order.isResting() ? order.limit() : null;
            Offer offer =
                    limit == null ? rung.offer() : new Offer(limit, rung.offer().tariff(), Liquidity.MAKER);
            rung.consume(matching.trade(order, offer, rung.left()));
        }
    }

    private static boolean hasArrived(Matching matching, WorkingOrder order) {
        return matching.nowNanos() >= order.arrivalNanos() && matching.nowNanos() > order.sentNanos();
    }
}
