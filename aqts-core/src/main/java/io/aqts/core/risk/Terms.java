package io.aqts.core.risk;

import io.aqts.trade.Bracket;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExitPlan;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.OrderType;
import io.aqts.trade.Side;
import io.aqts.trade.TimeInForce;
import java.math.RoundingMode;

/**
 * The prices of one order, moved onto the instrument's grid so that no rounding makes it riskier than it was wanted.
 *
 * <p>A limit is rounded towards the reference, or beyond it, never away; a stop towards the entry; a target, which
 * risks nothing, to the nearest tick.
 *
 * @param reference the price the order is judged by, in quote currency
 * @param limit the worst price it may fill at; zero for an order at the market
 * @param bracket the exits to arm when it fills
 * @param worst the price a unit of it is valued at in limits of exposure: the higher of reference and limit
 * @param distance what a unit loses from its worst entry to its stop; zero without a stop
 */
record Terms(Decimal reference, Decimal limit, Bracket bracket, double worst, double distance) {

    /** No order can be made on such terms. */
    static final Terms IMPOSSIBLE = new Terms(Decimal.ZERO, Decimal.ZERO, Bracket.NONE, 0, 0);

    private static final Decimal BASIS_POINT = Decimal.of(1, 4);
    private static final Decimal FINE_STEP = Decimal.of(1, 8);

    /** The terms of an order that only reduces, which needs no exits of its own. */
    static Terms toReduce(Request request) {
        return terms(request, Bracket.NONE);
    }

    /** The terms of an order that opens or enlarges; impossible if an exit is on the wrong side of the reference. */
    static Terms toOpen(Request request) {
        OrderIntent intent = request.intent();
        ExitPlan plan = intent.exitPlan();
        if (plan.stopPrice() == 0 && plan.targetPrice() == 0 && plan.holdNanos() == 0) {
            return terms(request, Bracket.NONE);
        }
        boolean isBuy = intent.side() == Side.BUY;
        Decimal tick = request.instrument().tickSize();
        RoundingMode towardsEntry = isBuy ? RoundingMode.CEILING : RoundingMode.FLOOR;
        Decimal stop = Decimal.roundedToMultiple(plan.stopPrice(), tick, towardsEntry);
        Decimal target = Decimal.roundedToMultiple(plan.targetPrice(), tick, RoundingMode.HALF_EVEN);
        Decimal reference = Decimal.fromDouble(request.mark());
        int sign = intent.side().sign();
        boolean stopLoses = plan.stopPrice() == 0 || (stop.isPositive() && stop.compareTo(reference) == -sign);
        boolean targetGains = plan.targetPrice() == 0 || (target.isPositive() && target.compareTo(reference) == sign);
        return stopLoses && targetGains ? terms(request, new Bracket(stop, target, plan.holdNanos())) : IMPOSSIBLE;
    }

    boolean arePossible() {
        return reference.isPositive();
    }

    /** The price an order is paid or received at, as far as it is known before. */
    Decimal price() {
        return limit.isPositive() ? limit : reference;
    }

    /** The worst price it may be entered at. */
    double entry(Side side) {
        return side == Side.BUY || !limit.isPositive() ? worst : Math.min(reference.toDouble(), limit.toDouble());
    }

    OrderType type() {
        return limit.isPositive() ? OrderType.limit(limit) : OrderType.market();
    }

    TimeInForce timeInForce() {
        return limit.isPositive() ? TimeInForce.IOC : TimeInForce.GTC;
    }

    private static Terms terms(Request request, Bracket bracket) {
        OrderIntent intent = request.intent();
        double mark = request.mark();
        Decimal reference = Decimal.fromDouble(mark);
        boolean isBuy = intent.side() == Side.BUY;
        double worst = mark;
        double entry = mark;
        Decimal limit = Decimal.ZERO;
        if (intent.maxSlippageBps() != OrderIntent.UNBOUNDED) {
            limit = limit(intent, reference, request.instrument().tickSize());
            if (!limit.isPositive()) {
                return IMPOSSIBLE;
            }
            worst = Math.max(mark, limit.toDouble());
            entry = isBuy ? worst : Math.min(mark, limit.toDouble());
        }
        double stop = bracket.stopPrice().toDouble();
        double distance = stop == 0 ? 0 : intent.side().sign() * (entry - stop);
        return new Terms(reference, limit, bracket, worst, distance);
    }

    private static Decimal limit(OrderIntent intent, Decimal reference, Decimal tick) {
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
