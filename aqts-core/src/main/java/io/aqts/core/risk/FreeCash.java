package io.aqts.core.risk;

import io.aqts.LayerContext;
import io.aqts.config.RiskConfig;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.Order;
import io.aqts.trade.OrderSize;
import io.aqts.trade.Side;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * The cash that no purchase on its way may still need, exact.
 *
 * <p>A purchase in units needs its limit, or else the highest of its reference, its trigger and the mark, and the
 * highest {@linkplain TakerFee fee} it may be charged, the rounding of fees aside. Of a sum to spend all counts until
 * the order has ended.
 */
final class FreeCash {

    private final Decimal withFee;

    FreeCash(LayerContext context) {
        withFee = Decimal.ONE.plus(TakerFee.highest(context));
    }

    /** Whether the account may neither borrow cash nor instruments. */
    static boolean isBinding(RiskConfig limits) {
        return limits.maxLeverage() <= 1 && !limits.shortAllowed();
    }

    /** What a purchase of 1 costs, taker fee included. */
    double withFee() {
        return withFee.toDouble();
    }

    /** What one unit costs at a price, taker fee included. */
    Decimal unitCost(Decimal price) {
        return price.times(withFee);
    }

    /** What is left once all that is ordered was bought; negative if it does not suffice. */
    Decimal left(Moment moment) {
        Decimal left = moment.portfolio().cash();
        List<OpenOrder> open = moment.portfolio().openOrders();
        for (int i = 0; i < open.size(); i++) {
            left = left.minus(need(open.get(i), moment.marks()));
        }
        List<ApprovedOrder> fresh = moment.fresh();
        for (int i = 0; i < fresh.size(); i++) {
            left = left.minus(need(new OpenOrder(fresh.get(i), Decimal.ZERO), moment.marks()));
        }
        return left;
    }

    private Decimal need(OpenOrder open, IntToDoubleFunction marks) {
        Order order = OrdersUnderWay.heavier(open);
        if (order.side() == Side.SELL) {
            return Decimal.ZERO;
        }
        if (order.size() instanceof OrderSize.Spend spend) {
            return spend.amount();
        }
        Decimal limit = order.type().limit();
        Decimal price = limit.isPositive()
                ? limit
                : dearer(open.approved().reference(), marks.applyAsDouble(order.instrument()))
                        .max(order.type().trigger());
        return OrdersUnderWay.remaining((OrderSize.Units) order.size(), open.filled())
                .times(unitCost(price));
    }

    private static Decimal dearer(Decimal reference, double mark) {
        return mark > 0 && mark < Double.POSITIVE_INFINITY ? reference.max(Decimal.fromDouble(mark)) : reference;
    }
}
