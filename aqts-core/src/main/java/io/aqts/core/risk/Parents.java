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
import io.aqts.trade.Side;
import io.aqts.trade.Sizing;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Orders that are to leave what another order of their list enters. They may be placed while there is nothing to reduce
 * yet, because they wait for that order and are never for more than it.
 */
final class Parents {

    private Parents() {}

    /** Whether an intent is to wait for the parent of its list. */
    static boolean isChild(OrderIntent intent) {
        return intent.instructions().link().role() == LinkRole.CHILD;
    }

    /** The order a child waits for, as it stands, or null if there is none. */
    static @Nullable OpenOrder of(Request request) {
        OrderIntent child = request.intent();
        return parent(request, child.instructions().link(), child.side().opposite() == Side.BUY);
    }

    /** Whether a list has a parent already. */
    static boolean isTaken(Request request) {
        OrderLink link = request.intent().instructions().link();
        return link.role() == LinkRole.PARENT
                && (parent(request, link, true) != null || parent(request, link, false) != null);
    }

    /** The size of a child: what is wanted in whole lots, never more than its parent enters and than can be left. */
    static Ruling size(Request request, OpenOrder parent, Decimal leavable) {
        Decimal most = whole(parent, request).min(leavable.plus(coming(parent, request)));
        if (!most.isPositive()) {
            return Ruling.refused(ReasonCode.ORDER_PENDING);
        }
        Sizing sizing = request.intent().sizing();
        if (sizing instanceof Sizing.Everything) {
            return Ruling.granted(OrderSize.units(most));
        }
        if (!(sizing instanceof Sizing.Units units)) {
            return Ruling.refused(ReasonCode.MALFORMED);
        }
        if (units.quantity() >= most.toDouble()) {
            boolean isSame = Double.compare(units.quantity(), most.toDouble()) == 0;
            return new Ruling(OrderSize.units(most), isSame ? List.of() : List.of(ReasonCode.REDUCE_ONLY));
        }
        Decimal lots =
                Decimal.roundedToMultiple(units.quantity(), request.instrument().lotSize(), RoundingMode.DOWN);
        return lots.isZero() ? Ruling.refused(ReasonCode.BELOW_LOT) : Ruling.granted(OrderSize.units(lots));
    }

    private static @Nullable OpenOrder parent(Request request, OrderLink link, boolean buys) {
        int instrument = request.intent().instrument();
        for (ApprovedOrder fresh : request.moment().fresh()) {
            if (isParent(fresh.order(), link, instrument, buys)) {
                return new OpenOrder(fresh, Decimal.ZERO);
            }
        }
        List<OpenOrder> open = request.moment().portfolio().openOrders();
        for (int i = 0; i < open.size(); i++) {
            ApprovedOrder approved = open.get(i).approved();
            if (isParent(approved.order(), link, instrument, buys)
                    && !request.moment().isWithdrawn(approved.id())) {
                return open.get(i);
            }
        }
        return null;
    }

    private static boolean isParent(Order order, OrderLink link, int instrument, boolean buys) {
        OrderLink own = order.handling().link();
        return own.role() == LinkRole.PARENT
                && own.list() == link.list()
                && order.instrument() == instrument
                && !order.reduceOnly()
                && (order.side() == Side.BUY) == buys;
    }

    /** How many units a parent enters altogether, in the smaller of its forms. */
    private static Decimal whole(OpenOrder parent, Request request) {
        Decimal units = units(parent.approved(), request);
        ApprovedOrder revision = parent.revision();
        return revision == null ? units : units.min(units(revision, request));
    }

    /** How many units a parent may still enter. */
    private static Decimal coming(OpenOrder parent, Request request) {
        return whole(parent, request).minus(parent.filled()).max(Decimal.ZERO);
    }

    private static Decimal units(ApprovedOrder parent, Request request) {
        if (parent.order().size() instanceof OrderSize.Units units) {
            return units.quantity();
        }
        Decimal lot = request.instrument().lotSize();
        Decimal dearest = parent.reference().max(OrdersUnderWay.highest(parent.order()));
        return ((OrderSize.Spend) parent.order().size())
                .amount()
                .dividedBy(dearest, lot.scale(), RoundingMode.DOWN)
                .roundToMultiple(lot, RoundingMode.DOWN);
    }
}
