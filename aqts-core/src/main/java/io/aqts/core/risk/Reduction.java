package io.aqts.core.risk;

import io.aqts.market.Instrument;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.Order;
import io.aqts.trade.OrderLink;
import io.aqts.trade.OrderSize;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Sizing;
import java.math.RoundingMode;
import java.util.List;

/** How much an order against the position may be for: never more than what of it is not being closed already. */
final class Reduction {

    private static final double TOLERANCE = 1e-9;

    private final FreeCash freeCash;

    Reduction(FreeCash freeCash) {
        this.freeCash = freeCash;
    }

    Ruling size(Request request, Terms terms) {
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

    private static Decimal underWay(Request request) {
        Decimal sum = Decimal.ZERO;
        List<OpenOrder> open = request.moment().portfolio().openOrders();
        for (int i = 0; i < open.size(); i++) {
            sum = sum.plus(share(
                    request, OrdersUnderWay.heavier(open.get(i)), open.get(i).filled()));
        }
        for (ApprovedOrder approved : request.moment().fresh()) {
            sum = sum.plus(share(request, approved.order(), Decimal.ZERO));
        }
        return sum;
    }

    /** Of orders of one list, what one fills the others are reduced by. */
    private static boolean isSibling(OrderLink one, OrderLink other) {
        return one.list() != 0 && one.list() == other.list();
    }

    private static Decimal share(Request request, Order order, Decimal filled) {
        boolean reducesToo = order.instrument() == request.intent().instrument()
                && order.side() == request.intent().side()
                && order.size() instanceof OrderSize.Units
                && !isSibling(
                        order.handling().link(), request.intent().instructions().link());
        return reducesToo ? OrdersUnderWay.remaining((OrderSize.Units) order.size(), filled) : Decimal.ZERO;
    }
}
