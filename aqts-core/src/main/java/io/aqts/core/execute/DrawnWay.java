package io.aqts.core.execute;

import io.aqts.config.BarPath;
import io.aqts.market.Bar;
import io.aqts.trade.Decimal;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way that is drawn from the open over both extremes to the close, so that everything on it has an order: what the
 * market comes to first acts first, and what that wakes sees only the rest. Of two at the same price, stops act first,
 * then exits, then the oldest order.
 */
final class DrawnWay implements BarWay {

    private static final int LEGS = 3;

    private final BarDealing dealing;
    private final FillPolicy policy;

    DrawnWay(BarDealing dealing) {
        this.dealing = dealing;
        this.policy = dealing.policy();
    }

    @Override
    public void begin(Matching matching) {
        matching.turnover().point(0);
    }

    @Override
    public void go(Matching matching, Bar bar, int armedBefore, boolean isAlone) {
        double[] points = points(bar, policy.path());
        for (int leg = 1; leg <= LEGS; leg++) {
            matching.turnover().point(leg);
            new Leg(matching, bar, armedBefore, isAlone).go(points[leg - 1], points[leg], leg);
            follow(matching, bar, points[leg]);
        }
        List<Protection> exits = matching.exits();
        for (int i = 0; i < armedBefore; i++) {
            if (isAlone && exits.get(i).sinceNanos() > bar.startNanos()) {
                dealing.leave(matching, exits.get(i), exits.get(i).by(bar.close(), policy));
            }
        }
        for (WorkingOrder order : matching.orders()) {
            Trigger trigger = order.trigger();
            if (trigger != null && order.isWaiting() && order.isPlaced()) {
                trigger.see(bar);
            }
        }
    }

    /** {@return the four prices a bar is taken to have gone over} */
    static double[] points(Bar bar, BarPath path) {
        boolean isHighNearer = bar.high() - bar.open() < bar.open() - bar.low();
        boolean isHighFirst = path == BarPath.OPEN_HIGH_LOW_CLOSE || (path == BarPath.NEAREST_EXTREME && isHighNearer);
        return isHighFirst
                ? new double[] {bar.open(), bar.high(), bar.low(), bar.close()}
                : new double[] {bar.open(), bar.low(), bar.high(), bar.close()};
    }

    private static void follow(Matching matching, Bar bar, double price) {
        for (WorkingOrder order : matching.orders()) {
            Trigger trigger = order.trigger();
            if (trigger != null && order.isWaiting() && BarDealing.visible(order, bar) != null) {
                trigger.follow(price);
            }
        }
    }

    /** One straight part of the way. */
    private final class Leg {

        private final Matching matching;
        private final Bar bar;
        private final int armedBefore;
        private final boolean isAlone;

        private double at;
        private double nearest;
        private boolean isStop;
        private @Nullable Protection exit;
        private @Nullable WorkingOrder order;

        Leg(Matching matching, Bar bar, int armedBefore, boolean isAlone) {
            this.matching = matching;
            this.bar = bar;
            this.armedBefore = armedBefore;
            this.isAlone = isAlone;
        }

        void go(double from, double to, int number) {
            at = from;
            while (findNext(to, number)) {
                at = nearest;
                Stretch here = new Stretch(at, at, at, at, at, at);
                matching.happensAt(bar.epochNanos(), here);
                if (exit != null) {
                    leave(exit, here);
                } else if (order != null) {
                    order.meet(number);
                    act(order);
                }
            }
            at = to;
            takeOn(number);
        }

        private boolean hasVolume() {
            Decimal left = matching.turnover().left();
            return left == null || left.isPositive();
        }

        private boolean findNext(double to, int number) {
            nearest = Double.NaN;
            exit = null;
            order = null;
            boolean canFill = hasVolume();
            List<Protection> exits = matching.exits();
            for (int i = 0; i < exits.size(); i++) {
                Protection each = exits.get(i);
                boolean isThere = i >= armedBefore || each.sinceNanos() <= bar.startNanos();
                boolean isFree = (isAlone && canFill) || each.leaving(bar.startNanos()) == null;
                if (!each.isSpent() && isThere && isFree) {
                    considerExit(each, canFill, to);
                }
            }
            for (WorkingOrder each : matching.orders()) {
                boolean isMet = each.hasMet(number) || !(canFill || each.isWaiting());
                if (!isMet && BarDealing.visible(each, bar) != null) {
                    consider(reach(each, to), each.isWaiting(), null, each);
                }
            }
            return !Double.isNaN(nearest);
        }

        /** Without volume a stop is still touched; one that was touched before takes the first volume there is. */
        private void considerExit(Protection each, boolean canFill, double to) {
            boolean stopRises = each.sign() < 0;
            boolean isPulled = ReasonCode.STOP.equals(each.leaving(bar.startNanos()));
            consider(isPulled ? at : reach(each.stop(), stopRises, true, to), true, each, null);
            if (canFill && !isPulled) {
                consider(reach(each.target(), !stopRises, policy.touch(), to), false, each, null);
            }
        }

        private double reach(WorkingOrder each, double to) {
            Trigger trigger = each.trigger();
            if (each.isWaiting() && trigger != null) {
                return reach(trigger.level(), trigger.rises(), true, to);
            }
            Decimal limit = each.limit();
            if (limit == null || !each.isResting()) {
                return at;
            }
            return reach(limit.toDouble(), each.side() == Side.SELL, policy.touch(), to);
        }

        /** Where on the leg the market comes to a level, or beyond it; not a number if it does not. */
        private double reach(double level, boolean rises, boolean isTouchEnough, double to) {
            if (isBeyond(at, level, rises, isTouchEnough)) {
                return at;
            }
            return isBeyond(to, level, rises, isTouchEnough) ? level : Double.NaN;
        }

        private static boolean isBeyond(double price, double level, boolean rises, boolean isTouchEnough) {
            return (isTouchEnough && price == level) || (rises ? price > level : price < level);
        }

        private void consider(
                double price, boolean stops, @Nullable Protection itsExit, @Nullable WorkingOrder itself) {
            double distance = Math.abs(price - at);
            double best = Math.abs(nearest - at);
            boolean isBetter = distance < best || (distance == best && stops && !isStop);
            if (!Double.isNaN(price) && (Double.isNaN(nearest) || isBetter)) {
                nearest = price;
                isStop = stops;
                exit = itsExit;
                order = itself;
            }
        }

        private void leave(Protection leaving, Stretch here) {
            boolean isNew = leaving.stretch() != null && leaving.at(at, policy) != null;
            if (!hasVolume()) {
                leaving.leave(ReasonCode.STOP);
            } else if (isStop && ReasonCode.STOP.equals(leaving.leaving(bar.startNanos()))) {
                Decimal price = Decimal.fromDouble(at);
                dealing.leave(matching, leaving, new Exit(ReasonCode.STOP, price, leaving.stopPrice(), false, false));
            } else if (isNew) {
                dealing.leaveAfterEntry(matching, leaving, here);
            } else {
                dealing.leave(matching, leaving, isStop ? leaving.atStop(false) : leaving.atTarget(false));
            }
        }

        private void act(WorkingOrder acting) {
            Decimal limit = acting.limit();
            if (acting.isWaiting()) {
                acting.see(new Stretch(at, at, at, at, at, at));
                dealing.pull(matching, acting, at);
            } else if (acting.isResting() && limit != null) {
                dealing.rest(matching, acting, limit);
            } else {
                dealing.meetAt(matching, acting, at);
            }
        }

        /** What takes at any price and got too little goes on taking at each point. */
        private void takeOn(int number) {
            for (WorkingOrder each : matching.orders()) {
                boolean isTaker = each.isPlaced() && !each.isWaiting() && each.limit() == null && each.hasTraded();
                boolean isOut = each.isEnded() || each.isHeld() || each.isOfSession();
                if (isTaker
                        && !isOut
                        && !each.hasMet(number)
                        && hasVolume()
                        && matching.turnover().left() != null) {
                    each.meet(number);
                    dealing.meetAt(matching, each, at);
                }
            }
        }
    }
}
