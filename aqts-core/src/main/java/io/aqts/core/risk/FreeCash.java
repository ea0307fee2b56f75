package io.aqts.core.risk;

import io.aqts.LayerContext;
import io.aqts.config.AccountKind;
import io.aqts.config.RiskConfig;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.Order;
import io.aqts.trade.OrderSize;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Side;
import java.util.List;

/**
 * The cash that no purchase on its way may still need, exact.
 *
 * <p>A purchase in units needs its limit, or else the highest of its reference, its trigger and the mark, and the
 * highest {@linkplain TakerFee fee} it may be charged, the rounding of fees aside. Of a sum to spend all counts until
 * the order has ended.
 */
final class FreeCash {

    private final Decimal withFee;
    private final Decimal perUnit;
    private final Decimal perOrder;
    private final boolean isCash;

    FreeCash(LayerContext context) {
        withFee = Decimal.ONE.plus(TakerFee.highest(context));
        perUnit = TakerFee.highestPerUnit(context);
        perOrder = TakerFee.highestPerOrder(context);
        isCash = context.config().risk().account().kind() == AccountKind.CASH;
    }

    /** Whether the account may neither borrow cash nor instruments. */
    static boolean isBinding(RiskConfig limits) {
        boolean owesNothing = limits.account().kind() == AccountKind.CASH;
        return owesNothing || (limits.maxLeverage() <= 1 && !limits.shortAllowed());
    }

    /** What a purchase of 1 costs, with the fee that is a share of it. */
    double withFee() {
        return withFee.toDouble();
    }

    /** What one unit costs at a price, with the highest fee. */
    Decimal unitCost(Decimal price) {
        return price.times(withFee).plus(perUnit);
    }

    /**
     * What is left for one more order once all that is ordered was bought, and what each order pays once was paid;
     * negative if it does not suffice.
     */
    Decimal left(Moment moment) {
        Decimal left =
                moment.portfolio().cash().minus(unsettled(moment.portfolio())).minus(perOrder);
        List<OpenOrder> open = moment.portfolio().openOrders();
        for (int i = 0; i < open.size(); i++) {
            left = left.minus(need(open.get(i), moment));
        }
        List<ApprovedOrder> fresh = moment.fresh();
        for (int i = 0; i < fresh.size(); i++) {
            left = left.minus(need(fresh.get(i), Decimal.ZERO, moment));
        }
        return left;
    }

    /** What sales have earned and not been paid yet, where that may not be spent before. */
    private Decimal unsettled(Portfolio portfolio) {
        return isCash ? portfolio.balance(portfolio.currency()).unsettled() : Decimal.ZERO;
    }

    /** What an order may still need; while it is being amended, in the dearer of its forms. */
    private Decimal need(OpenOrder open, Moment moment) {
        Decimal need = need(open.approved(), open.filled(), moment);
        ApprovedOrder revision = open.revision();
        return revision == null ? need : need.max(need(revision, open.filled(), moment));
    }

    private Decimal need(ApprovedOrder approved, Decimal filled, Moment moment) {
        Order order = approved.order();
        if (order.side() == Side.SELL) {
            return perOrder;
        }
        if (order.size() instanceof OrderSize.Spend spend) {
            return inAccount(spend.amount(), order, moment);
        }
        Decimal limit = order.type().limit();
        Decimal price = limit.isPositive()
                ? limit
                : dearer(approved.reference(), moment.marks().price(order.instrument()))
                        .max(order.type().trigger());
        Decimal units = OrdersUnderWay.remaining((OrderSize.Units) order.size(), filled);
        return inAccount(units.times(unitCost(price)).plus(perOrder), order, moment);
    }

    private static Decimal inAccount(Decimal cost, Order order, Moment moment) {
        Decimal factor = moment.exactFactor(order.instrument());
        return factor.equals(Decimal.ONE) ? cost : cost.times(factor);
    }

    private static Decimal dearer(Decimal reference, double mark) {
        return mark > 0 && mark < Double.POSITIVE_INFINITY ? reference.max(Decimal.fromDouble(mark)) : reference;
    }
}
