package io.aqts.core.execute;

import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.Order;
import io.aqts.trade.OrderSize;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import org.jspecify.annotations.Nullable;

/** Whether an order can go on in another form, and the change itself. A change that is refused leaves all as it was. */
final class Amending {

    private final BarTerms terms;

    Amending(BarTerms terms) {
        this.terms = terms;
    }

    /**
     * {@return why an order can not have another form, or null if it can; the best price shown decides, if there is
     * one}
     */
    @Nullable
    ReasonCode obstacle(WorkingOrder order, ApprovedOrder revised, Grid grid, double best) {
        Order before = order.order();
        Order after = revised.order();
        if (order.isEnded()) {
            return ReasonCode.TOO_LATE;
        }
        if (revised.revision() <= order.approved().revision()) {
            return ReasonCode.DUPLICATE;
        }
        if (order.spends() || !(after.size() instanceof OrderSize.Units units) || !isSameKind(before, after)) {
            return ReasonCode.MALFORMED;
        }
        if (!order.leftOf(after).isPositive()) {
            return ReasonCode.BELOW_FILLED;
        }
        if (!grid.holds(after, units.quantity())) {
            return ReasonCode.OFF_GRID;
        }
        boolean isRetriggered = !after.type().trigger().equals(before.type().trigger());
        if (isRetriggered && !order.isWaiting()) {
            return ReasonCode.TOO_LATE;
        }
        boolean wouldTake = after.handling().postOnly() && !order.isWaiting() && wouldTake(revised, best);
        return wouldTake ? ReasonCode.POST_ONLY : null;
    }

    /** Changes an order. It keeps its place if it only becomes smaller; else it arrives with the request. */
    void apply(WorkingOrder order, ApprovedOrder revised, Matching matching, long arrivalNanos) {
        Order before = order.order();
        Order after = revised.order();
        boolean isSamePrice = before.type().limit().equals(after.type().limit())
                && before.type().trigger().equals(after.type().trigger());
        boolean isSmaller = !quantity(after).isGreaterThan(quantity(before));
        order.revise(revised);
        if (!isSamePrice || !isSmaller) {
            matching.orders().remove(order);
            matching.orders().add(order);
            order.requeue(arrivalNanos);
        }
        OrderList<WorkingOrder> list = order.list();
        if (list != null) {
            list.refit(order, matching.report());
        }
    }

    private boolean wouldTake(ApprovedOrder revised, double best) {
        Side side = revised.order().side();
        Decimal limit = revised.order().type().limit();
        Decimal price =
                Double.isNaN(best) ? terms.take(side, revised.reference()).price() : Decimal.fromDouble(best);
        return side.sign() * limit.compareTo(price) >= 0;
    }

    private static boolean isSameKind(Order before, Order after) {
        return before.instrument() == after.instrument()
                && before.side() == after.side()
                && before.type().getClass() == after.type().getClass();
    }

    private static Decimal quantity(Order order) {
        return ((OrderSize.Units) order.size()).quantity();
    }
}
