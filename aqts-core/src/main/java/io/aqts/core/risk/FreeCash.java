package io.aqts.core.risk;

import io.aqts.LayerContext;
import io.aqts.config.AccountKind;
import io.aqts.config.RiskConfig;
import io.aqts.market.Instrument;
import io.aqts.market.Universe;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Balance;
import io.aqts.trade.Decimal;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.Order;
import io.aqts.trade.OrderSize;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Side;
import java.math.RoundingMode;
import java.util.List;

/**
 * The cash that no purchase on its way may still need, exact.
 *
 * <p>A purchase in units needs its limit, or else the highest of its reference, its trigger and the mark, and the
 * highest {@linkplain TakerFee fee} it may be charged, the rounding of fees aside. Of a sum to spend all counts until
 * the order has ended.
 *
 * <p>In a cash account each currency is a purse of its own: what an instrument costs is paid in the currency it settles
 * in, from what of it is settled. Elsewhere all is paid in the currency of account.
 */
final class FreeCash {

    private static final Decimal FINE = Decimal.of(1, 12);

    private final Decimal withFee;
    private final Decimal perOrder;
    private final boolean isCash;
    private final Universe universe;
    private final LayerContext context;
    private Decimal perUnit;

    FreeCash(LayerContext context) {
        withFee = Decimal.ONE.plus(TakerFee.highest(context));
        perOrder = TakerFee.highestPerOrder(context);
        isCash = context.config().risk().account().kind() == AccountKind.CASH;
        universe = context.universe();
        this.context = context;
        perUnit = TakerFee.highestPerUnit(context, universe.instruments());
    }

    /** Keeps back what each lot may be charged by the lots there are from now on. */
    void follow(List<Instrument> instruments) {
        perUnit = TakerFee.highestPerUnit(context, instruments);
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
     * What is left for one more order of an instrument once all that is ordered was bought, and what each order pays
     * once was paid; negative if it does not suffice. It is in the currency the instrument is paid in.
     */
    Decimal left(Moment moment, int instrument) {
        Decimal left = cash(moment.portfolio(), instrument).minus(perOrder);
        List<OpenOrder> open = moment.portfolio().openOrders();
        for (int i = 0; i < open.size(); i++) {
            if (isPaidAlike(open.get(i).approved(), instrument)) {
                left = left.minus(need(open.get(i), moment));
            }
        }
        List<ApprovedOrder> fresh = moment.fresh();
        for (int i = 0; i < fresh.size(); i++) {
            if (isPaidAlike(fresh.get(i), instrument)) {
                left = left.minus(need(fresh.get(i), Decimal.ZERO, moment));
            }
        }
        return left;
    }

    /** What a price of one costs for one unit, in the currency the instrument is paid in; rounded up. */
    Decimal factor(Moment moment, int instrument) {
        Instrument which = universe.instrument(instrument);
        if (!isCash) {
            return moment.exactFactor(instrument);
        }
        if (which.contract().payoff().isExchange()) {
            return Decimal.ONE;
        }
        Balance balance = moment.portfolio().balance(which.settlementCurrency());
        boolean isOwn = which.settlementCurrency().equals(moment.portfolio().currency());
        return isOwn || !balance.rate().isKnown()
                ? moment.exactFactor(instrument)
                : Decimal.roundedToMultiple(
                        moment.factor(instrument) / balance.rate().toDouble(), FINE, RoundingMode.UP);
    }

    /** Whether a purchase in units without a limit could cost money that a cash account does not have. */
    boolean mustBeBound(Request request, Terms terms) {
        return isCash
                && request.intent().side() == Side.BUY
                && terms.type().limit().isZero()
                && request.instrument().contract().payoff().isExchange();
    }

    private Decimal cash(Portfolio portfolio, int instrument) {
        if (!isCash) {
            return portfolio.cash();
        }
        Balance balance = portfolio.balance(universe.instrument(instrument).settlementCurrency());
        return balance.total().minus(balance.unsettled());
    }

    private boolean isPaidAlike(ApprovedOrder order, int instrument) {
        int other = order.order().instrument();
        return !isCash
                || other == instrument
                || universe.instrument(other)
                        .settlementCurrency()
                        .equals(universe.instrument(instrument).settlementCurrency());
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
            return paid(spend.amount(), order, moment);
        }
        Decimal limit = order.type().limit();
        Decimal price = limit.isPositive()
                ? limit
                : dearer(approved.reference(), moment.marks().price(order.instrument()))
                        .max(order.type().trigger());
        Decimal units = OrdersUnderWay.remaining((OrderSize.Units) order.size(), filled);
        return paid(units.times(unitCost(price)).plus(perOrder), order, moment);
    }

    private Decimal paid(Decimal cost, Order order, Moment moment) {
        Decimal factor = factor(moment, order.instrument());
        return factor.equals(Decimal.ONE) ? cost : cost.times(factor);
    }

    private static Decimal dearer(Decimal reference, double mark) {
        return mark > 0 && mark < Double.POSITIVE_INFINITY ? reference.max(Decimal.fromDouble(mark)) : reference;
    }
}
