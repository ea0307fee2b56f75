package io.aqts.core.execute;

import io.aqts.market.Bar;
import io.aqts.trade.Decimal;
import io.aqts.trade.Side;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way that is left open: each order and each exit is judged for itself, by what the bar does not rule out. What
 * follows the market to a worse price, such as a stop, fills if it may have, and what waits for a better one fills if
 * it surely did; or the other way round where the policy is favorable. Of two that only one of can fill, the first of
 * these wins.
 */
final class OpenWay implements BarWay {

    private final BarDealing dealing;
    private final FillPolicy policy;

    OpenWay(BarDealing dealing) {
        this.dealing = dealing;
        this.policy = dealing.policy();
    }

    @Override
    public void begin(Matching matching) {}

    @Override
    public void go(Matching matching, Bar bar, int armedBefore, boolean isAlone) {
        List<Protection> exits = matching.exits();
        int armedAtOpen = exits.size();
        for (int i = 0; i < armedBefore; i++) {
            leaveOnTheWay(matching, exits.get(i), bar, isAlone);
        }
        for (int i = armedBefore; i < armedAtOpen; i++) {
            dealing.leaveAfterEntry(matching, exits.get(i), Stretch.of(bar));
        }
        boolean hasActed = true;
        while (hasActed) {
            hasActed = fillSome(matching, bar);
        }
        for (int i = armedAtOpen; i < exits.size(); i++) {
            Stretch since = exits.get(i).stretch();
            dealing.leaveAfterEntry(matching, exits.get(i), since == null ? Stretch.of(bar) : since);
        }
        follow(matching, bar);
    }

    private void leaveOnTheWay(Matching matching, Protection exit, Bar bar, boolean isAlone) {
        boolean wasThere = exit.sinceNanos() <= bar.startNanos();
        if (wasThere && (isAlone || exit.leaving(bar.startNanos()) == null)) {
            dealing.leave(matching, exit, exit.along(Stretch.of(bar), policy));
        } else if (!wasThere && isAlone) {
            dealing.leave(matching, exit, exit.by(bar.close(), policy));
        }
    }

    private boolean fillSome(Matching matching, Bar bar) {
        boolean first = fillAll(matching, bar, !policy.isFavorable());
        boolean second = fillAll(matching, bar, policy.isFavorable());
        return first || second;
    }

    private boolean fillAll(Matching matching, Bar bar, boolean stops) {
        boolean isAny = false;
        List<WorkingOrder> orders = matching.orders();
        for (int i = 0; i < orders.size(); i++) {
            WorkingOrder order = orders.get(i);
            Stretch way = visible(order, bar);
            Trigger trigger = order.trigger();
            boolean isStop = order.isWaiting() && trigger != null && trigger.isStop();
            if (way != null && isStop == stops) {
                isAny |= fill(matching, order, way, bar);
            }
        }
        return isAny;
    }

    private static @Nullable Stretch visible(WorkingOrder order, Bar bar) {
        return order.hasTraded() ? null : BarDealing.visible(order, bar);
    }

    private boolean fill(Matching matching, WorkingOrder order, Stretch way, Bar bar) {
        return order.isWaiting() ? pull(matching, order, way, bar) : fillLimit(matching, order, way, bar);
    }

    private boolean pull(Matching matching, WorkingOrder order, Stretch way, Bar bar) {
        Trigger trigger = order.trigger();
        if (trigger == null || !isReached(trigger, way)) {
            return false;
        }
        doubt(order, way.surelyReaches(trigger.level(), trigger.rises()), bar);
        double price = trigger.priceFrom(way.start());
        Stretch rest = way.after(price, trigger.rises());
        order.see(rest);
        matching.happensAt(bar.epochNanos(), rest);
        dealing.pull(matching, order, price);
        return true;
    }

    private boolean isReached(Trigger trigger, Stretch way) {
        return trigger.isReached(way.start())
                || (trigger.isStop()
                        ? policy.follows(way, trigger.level(), trigger.rises())
                        : policy.touches(way, trigger.level(), trigger.rises()));
    }

    private boolean fillLimit(Matching matching, WorkingOrder order, Stretch way, Bar bar) {
        Decimal limit = order.limit();
        if (limit == null) {
            return wakeAtMarket(matching, order, way, bar);
        }
        double level = limit.toDouble();
        boolean buys = order.side() == Side.BUY;
        if (!order.isResting()) {
            matching.happensAt(bar.epochNanos(), way);
            dealing.meetAt(matching, order, way.start());
            return order.hasTraded() || order.isEnded() || order.isResting();
        }
        if (!policy.fillsOn(way, level, !buys)) {
            return false;
        }
        doubt(order, way.surelyReaches(level, !buys), bar);
        matching.happensAt(bar.epochNanos(), way.after(level, !buys));
        if (buys ? way.low() < level : way.high() > level) {
            dealing.rest(matching, order, limit);
        } else {
            dealing.restShown(matching, order, limit);
        }
        return order.hasTraded();
    }

    private boolean wakeAtMarket(Matching matching, WorkingOrder order, Stretch way, Bar bar) {
        if (order.stretch() == null) {
            return false;
        }
        matching.happensAt(bar.epochNanos(), way);
        dealing.meetAt(matching, order, way.start());
        return order.hasTraded();
    }

    /** Marks what fills only because one of several readings was chosen. */
    private static void doubt(WorkingOrder order, boolean isSure, Bar bar) {
        OrderList<WorkingOrder> list = order.list();
        boolean isRivaled = false;
        if (list != null) {
            for (WorkingOrder other : list.others(order)) {
                isRivaled |= other.role() == order.role() && mayFill(other, bar);
            }
        }
        if (!isSure || isRivaled) {
            order.doubt();
        }
    }

    private static boolean mayFill(WorkingOrder order, Bar bar) {
        Stretch way = visible(order, bar);
        Trigger trigger = order.trigger();
        Decimal limit = order.limit();
        if (way == null) {
            return false;
        }
        if (order.isWaiting() && trigger != null) {
            return way.mayReach(trigger.level(), trigger.rises());
        }
        return limit != null && way.mayPass(limit.toDouble(), order.side() == Side.SELL);
    }

    /** Trailing stops follow what the bar brought, after they were judged by where they stood before it. */
    private void follow(Matching matching, Bar bar) {
        List<WorkingOrder> orders = matching.orders();
        for (int i = 0; i < orders.size(); i++) {
            WorkingOrder order = orders.get(i);
            Trigger trigger = order.trigger();
            Stretch way = visible(order, bar);
            if (trigger == null || !trigger.isTrailing() || !order.isWaiting() || way == null) {
                continue;
            }
            trigger.see(bar);
            trigger.follow(trigger.rises() ? way.sureLow() : way.sureHigh());
            if (trigger.isReached(way.close())) {
                Stretch rest =
                        new Stretch(trigger.level(), way.close(), way.close(), way.low(), way.high(), way.close());
                matching.happensAt(bar.epochNanos(), rest);
                dealing.pull(matching, order, trigger.level());
            }
        }
    }
}
