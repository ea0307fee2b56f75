package io.aqts.core.risk;

import io.aqts.market.Instrument;
import io.aqts.market.OrderLimits;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.Order;
import io.aqts.trade.OrderSize;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Sizing;
import java.math.RoundingMode;
import java.util.List;

/** How much an order against the position may be for: never more than what of it is not being closed already. */
final class Reduction {

    private static final double TOLERANCE = 1e-9;

    private final FreeCash freeCash;
    private final OtoLists parents;

    Reduction(FreeCash freeCash, OtoLists parents) {
        this.freeCash = freeCash;
        this.parents = parents;
    }

    Ruling size(Request request, Terms terms) {
        Ruling ruling = wanted(request, terms);
        OrderLimits exchange = request.limits();
        boolean isTooLarge = ruling.size() instanceof OrderSize.Units units && exchange.isAbove(units.quantity());
        if (!isTooLarge) {
            return ruling;
        }
        Decimal most =
                exchange.maxQuantity().roundToMultiple(request.instrument().lotSize(), RoundingMode.DOWN);
        return most.isZero()
                ? Ruling.refused(ReasonCode.ABOVE_MAX_QUANTITY)
                : new Ruling(OrderSize.units(most), List.of(ReasonCode.ABOVE_MAX_QUANTITY));
    }

    /** How much of the position against a request is not being closed already. */
    Decimal leavable(Request request) {
        Decimal held = request.position().quantity();
        boolean isAgainst = held.signum() == -request.intent().side().sign();
        return isAgainst ? held.abs().minus(underWay(request)).max(Decimal.ZERO) : Decimal.ZERO;
    }

    private Ruling wanted(Request request, Terms terms) {
        Instrument instrument = request.instrument();
        Decimal whole = request.position().quantity().abs();
        Decimal left = whole.minus(underWay(request));
        if (!left.isPositive()) {
            return Ruling.refused(ReasonCode.ORDER_PENDING);
        }
        if (request.intent().sizing() instanceof Sizing.Everything) {
            return left.equals(whole)
                    ? Ruling.granted(OrderSize.units(left))
                    : new Ruling(OrderSize.units(left), List.of(ReasonCode.ORDER_PENDING));
        }
        double wanted = wantedUnits(request.intent().sizing(), terms);
        double most = left.toDouble();
        if (wanted >= most) {
            ReasonCode reason = request.intent().reduceOnly() ? ReasonCode.REDUCE_ONLY : ReasonCode.REVERSAL;
            return new Ruling(OrderSize.units(left), wanted <= most * (1 + TOLERANCE) ? List.of() : List.of(reason));
        }
        Decimal part = Decimal.roundedToMultiple(wanted, instrument.lotSize(), RoundingMode.DOWN)
                .min(left);
        if (part.isZero()) {
            return Ruling.refused(ReasonCode.BELOW_LOT);
        }
        boolean isWorthIt = part.equals(left)
                || instrument.minNotional().isZero()
                || !part.times(terms.price()).isLessThan(instrument.minNotional());
        return isWorthIt ? Ruling.granted(OrderSize.units(part)) : Ruling.refused(ReasonCode.BELOW_MIN_NOTIONAL);
    }

    private double wantedUnits(Sizing sizing, Terms terms) {
        return sizing instanceof Sizing.Spend spend
                ? spend.amount() / freeCash.unitCost(terms.price()).toDouble()
                : ((Sizing.Units) sizing).quantity();
    }

    /**
     * What is being closed already, without what is withdrawn: a withdrawal goes to the venue before the exit does, and
     * should it come too late, that both only reduce keeps them from more than is held.
     */
    private Decimal underWay(Request request) {
        ListedOrders listed = new ListedOrders(parents);
        Decimal sum = Decimal.ZERO;
        List<OpenOrder> open = request.moment().portfolio().openOrders();
        for (int i = 0; i < open.size(); i++) {
            OpenOrder order = open.get(i);
            ApprovedOrder approved = order.approved();
            if (request.moment().isWithdrawn(approved.id())) {
                continue;
            }
            Decimal share = share(request, approved.order(), order.filled());
            ApprovedOrder revision = order.revision();
            Decimal most = revision == null ? share : share.max(share(request, revision.order(), order.filled()));
            sum = sum.plus(listed.unlisted(approved.id(), approved.order(), most));
        }
        for (ApprovedOrder fresh : request.moment().fresh()) {
            sum = sum.plus(listed.unlisted(fresh.id(), fresh.order(), share(request, fresh.order(), Decimal.ZERO)));
        }
        return sum.plus(listed.most(request.intent()));
    }

    private static Decimal share(Request request, Order order, Decimal filled) {
        boolean reducesToo = order.instrument() == request.intent().instrument()
                && order.side() == request.intent().side()
                && order.size() instanceof OrderSize.Units;
        return reducesToo ? OrdersUnderWay.remaining((OrderSize.Units) order.size(), filled) : Decimal.ZERO;
    }
}
