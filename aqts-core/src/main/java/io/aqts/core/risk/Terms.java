package io.aqts.core.risk;

import io.aqts.trade.Bracket;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExitPlan;
import io.aqts.trade.Lifetime;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.OrderType;
import io.aqts.trade.Pricing;
import io.aqts.trade.Side;
import io.aqts.trade.TimeInForce;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The prices of one order, moved onto the instrument's grid so that no rounding makes it riskier than it was wanted.
 *
 * <p>A limit and a trigger are rounded down for a purchase and up for a sale; a stop towards the entry; a target, which
 * risks nothing, to the nearest tick.
 *
 * @param reference the price the order is judged by, in quote currency
 * @param type at what price it may fill
 * @param lifetime how long it may wait
 * @param bracket the exits to arm when it fills
 * @param worst the price a unit of it is valued at in limits of exposure: the highest of reference, limit and trigger
 * @param distance what a unit loses from its worst entry to its stop; zero without a stop
 */
record Terms(Decimal reference, OrderType type, Lifetime lifetime, Bracket bracket, double worst, double distance) {

    /** No order can be made on such terms. */
    static final Terms IMPOSSIBLE = new Terms(Decimal.ZERO, OrderType.market(), Lifetime.GTC, Bracket.NONE, 0, 0);

    private static final Decimal BASIS_POINT = Decimal.of(1, 4);
    private static final Decimal FINE_STEP = Decimal.of(1, 8);

    /** The terms of an order that only reduces, which needs no exits of its own. */
    static Terms toReduce(Request request) {
        return terms(request, false);
    }

    /** The terms of an order that opens or enlarges; impossible if an exit is on the wrong side of its entry. */
    static Terms toOpen(Request request) {
        return terms(request, true);
    }

    boolean arePossible() {
        return reference.isPositive();
    }

    /** The price an order is paid or received at, as far as it is known before. */
    Decimal price() {
        Decimal limit = type.limit();
        return limit.isPositive() ? limit : reference.max(type.trigger());
    }

    private static Terms terms(Request request, boolean isProtected) {
        OrderIntent intent = request.intent();
        Decimal reference = Decimal.fromDouble(request.mark());
        OrderType type = type(request, reference);
        if (type == null) {
            return IMPOSSIBLE;
        }
        Bracket bracket = isProtected ? bracket(request, type, reference) : Bracket.NONE;
        if (bracket == null) {
            return IMPOSSIBLE;
        }
        double mark = request.mark();
        double limit = type.limit().toDouble();
        double trigger = type.trigger().toDouble();
        double worst = Math.max(mark, Math.max(limit, trigger));
        double entry = intent.side() == Side.BUY ? worst : lowest(mark, limit, trigger);
        double stop = bracket.stopPrice().toDouble();
        double distance = stop == 0 ? 0 : intent.side().sign() * (entry - stop);
        return new Terms(reference, type, lifetime(intent), bracket, worst, distance);
    }

    private static double lowest(double mark, double limit, double trigger) {
        double least = limit > 0 ? Math.min(mark, limit) : mark;
        return trigger > 0 ? Math.min(least, trigger) : least;
    }

    private static Lifetime lifetime(OrderIntent intent) {
        boolean isBound = intent.maxSlippageBps() != OrderIntent.UNBOUNDED;
        return isBound && intent.lifetime().timeInForce() != TimeInForce.FOK ? Lifetime.IOC : intent.lifetime();
    }

    /** The type of the order on the grid, or null if a price it names falls to zero there. */
    private static @Nullable OrderType type(Request request, Decimal reference) {
        OrderIntent intent = request.intent();
        Pricing pricing = intent.pricing();
        Decimal tick = request.instrument().tickSize();
        if (pricing instanceof Pricing.AtMarket market) {
            if (market.maxSlippageBps() == OrderIntent.UNBOUNDED) {
                return OrderType.market();
            }
            Decimal bound = bound(intent, reference, tick);
            return bound.isPositive() ? OrderType.limit(bound) : null;
        }
        Decimal limit = onGrid(intent.side(), pricing.limit(), tick);
        Decimal trigger = onGrid(intent.side(), pricing.trigger(), tick);
        boolean isLost =
                (pricing.limit() > 0 && !limit.isPositive()) || (pricing.trigger() > 0 && !trigger.isPositive());
        return isLost ? null : type(pricing, limit, trigger);
    }

    private static OrderType type(Pricing pricing, Decimal limit, Decimal trigger) {
        if (pricing instanceof Pricing.OnStop) {
            return OrderType.stop(trigger);
        }
        if (pricing instanceof Pricing.OnStopLimit) {
            return new OrderType.StopLimit(trigger, limit);
        }
        if (pricing instanceof Pricing.IfTouched) {
            return new OrderType.MarketIfTouched(trigger);
        }
        if (pricing instanceof Pricing.IfTouchedLimit) {
            return new OrderType.LimitIfTouched(trigger, limit);
        }
        return pricing instanceof Pricing.Trailing trailing
                ? new OrderType.TrailingStop(trailing.trail(), trigger)
                : OrderType.limit(limit);
    }

    /** The exits on the grid, or null if one is on the wrong side of a price the order may be entered at. */
    private static @Nullable Bracket bracket(Request request, OrderType type, Decimal reference) {
        OrderIntent intent = request.intent();
        ExitPlan plan = intent.exitPlan();
        if (plan.stopPrice() == 0 && plan.targetPrice() == 0 && plan.holdNanos() == 0) {
            return Bracket.NONE;
        }
        Decimal tick = request.instrument().tickSize();
        RoundingMode towardsEntry = intent.side() == Side.BUY ? RoundingMode.CEILING : RoundingMode.FLOOR;
        Decimal stop = Decimal.roundedToMultiple(plan.stopPrice(), tick, towardsEntry);
        Decimal target = Decimal.roundedToMultiple(plan.targetPrice(), tick, RoundingMode.HALF_EVEN);
        int sign = intent.side().sign();
        boolean isBound = intent.pricing() instanceof Pricing.AtMarket;
        Decimal limit = isBound ? Decimal.ZERO : type.limit();
        Decimal first = limit.isZero() && type.trigger().isZero() ? reference : limit;
        boolean stopLoses = plan.stopPrice() == 0
                || (stop.isPositive() && isBeyond(stop, first, -sign) && isBeyond(stop, type.trigger(), -sign));
        boolean targetGains = plan.targetPrice() == 0
                || (target.isPositive() && isBeyond(target, first, sign) && isBeyond(target, type.trigger(), sign));
        return stopLoses && targetGains ? new Bracket(stop, target, plan.holdNanos()) : null;
    }

    private static boolean isBeyond(Decimal price, Decimal entry, int sign) {
        return entry.isZero() || price.compareTo(entry) == sign;
    }

    private static Decimal onGrid(Side side, double price, Decimal tick) {
        return Decimal.roundedToMultiple(price, tick, side == Side.BUY ? RoundingMode.FLOOR : RoundingMode.CEILING);
    }

    private static Decimal bound(OrderIntent intent, Decimal reference, Decimal tick) {
        Decimal share = Decimal.roundedToMultiple(intent.maxSlippageBps(), FINE_STEP, RoundingMode.DOWN)
                .times(BASIS_POINT);
        return intent.side() == Side.BUY
                ? reference.times(Decimal.ONE.plus(share)).roundToMultiple(tick, RoundingMode.FLOOR)
                : reference
                        .times(Decimal.ONE.minus(share))
                        .roundToMultiple(tick, RoundingMode.CEILING)
                        .max(tick);
    }
}
