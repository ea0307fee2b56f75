package io.aqts.core.risk;

import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.LinkRole;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.Order;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.OrderLink;
import io.aqts.trade.OrderSize;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Sizing;
import java.math.RoundingMode;
import java.util.List;

/**
 * Orders that are to leave what another order of their list has yet to enter. They may be placed while there is nothing
 * to reduce, because they wait for that order and are never for more than it.
 */
final class Parents {

    private Parents() {}

    /** How many units the parent of an order may enter; zero if the order is no child, or there is no parent for it. */
    static Decimal units(Request request) {
        OrderIntent intent = request.intent();
        OrderLink link = intent.instructions().link();
        if (link.role() != LinkRole.CHILD || !intent.reduceOnly()) {
            return Decimal.ZERO;
        }
        for (ApprovedOrder fresh : request.moment().fresh()) {
            if (isParent(fresh.order(), intent)) {
                return units(fresh, request);
            }
        }
        List<OpenOrder> open = request.moment().portfolio().openOrders();
        for (int i = 0; i < open.size(); i++) {
            if (isParent(open.get(i).approved().order(), intent)) {
                return units(open.get(i).approved(), request);
            }
        }
        return Decimal.ZERO;
    }

    /** The size of a child: what is wanted in whole lots, never more than its parent enters. */
    static Ruling size(Request request, Decimal entered) {
        Sizing sizing = request.intent().sizing();
        if (sizing instanceof Sizing.Everything) {
            return Ruling.granted(OrderSize.units(entered));
        }
        if (!(sizing instanceof Sizing.Units units)) {
            return Ruling.refused(ReasonCode.MALFORMED);
        }
        if (units.quantity() >= entered.toDouble()) {
            boolean isSame = units.quantity() == entered.toDouble();
            return new Ruling(OrderSize.units(entered), isSame ? List.of() : List.of(ReasonCode.REDUCE_ONLY));
        }
        Decimal lots =
                Decimal.roundedToMultiple(units.quantity(), request.instrument().lotSize(), RoundingMode.DOWN);
        return lots.isZero() ? Ruling.refused(ReasonCode.BELOW_LOT) : Ruling.granted(OrderSize.units(lots));
    }

    private static boolean isParent(Order order, OrderIntent child) {
        OrderLink link = order.handling().link();
        return link.role() == LinkRole.PARENT
                && link.list() == child.instructions().link().list()
                && order.instrument() == child.instrument()
                && order.side() == child.side().opposite();
    }

    private static Decimal units(ApprovedOrder parent, Request request) {
        if (parent.order().size() instanceof OrderSize.Units units) {
            return units.quantity();
        }
        Decimal lot = request.instrument().lotSize();
        return ((OrderSize.Spend) parent.order().size())
                .amount()
                .dividedBy(parent.reference(), lot.scale(), RoundingMode.DOWN)
                .roundToMultiple(lot, RoundingMode.DOWN);
    }
}
