package io.aqts.core.risk;

import io.aqts.market.Instrument;
import io.aqts.trade.Amendment;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExitPlan;
import io.aqts.trade.Instructions;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.Order;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.OrderSize;
import io.aqts.trade.OrderType;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Pricing;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Sizing;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an amendment comes to: the order that waits, and what it would be as a new one for what is left of it. */
final class Amending {

    private Amending() {}

    /** The open order with a number, or null if there is none of that instrument. */
    static @Nullable OpenOrder find(Portfolio portfolio, int instrument, long orderId) {
        OpenOrder open = find(portfolio, orderId);
        return open != null && open.approved().order().instrument() == instrument ? open : null;
    }

    /** The open order with a number, or null if there is none. */
    static @Nullable OpenOrder find(Portfolio portfolio, long orderId) {
        List<OpenOrder> open = portfolio.openOrders();
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i).approved().id() == orderId) {
                return open.get(i);
            }
        }
        return null;
    }

    /** Why an order cannot be amended like this, whatever the limits; or null. */
    static @Nullable ReasonCode obstacle(@Nullable OpenOrder open, @Nullable Amendment change) {
        if (open == null) {
            return ReasonCode.UNKNOWN_ORDER;
        }
        if (open.revision() != null) {
            return ReasonCode.ORDER_PENDING;
        }
        if (change == null || !isWellFormed(change, open.approved().order())) {
            return ReasonCode.MALFORMED;
        }
        boolean isTooSmall =
                change.quantity() > 0 && change.quantity() <= open.filled().toDouble();
        return isTooSmall ? ReasonCode.BELOW_FILLED : null;
    }

    /** How many units the order is to be for altogether, exact; in whole lots if that is what changes. */
    static Decimal whole(OpenOrder open, Amendment change, Instrument instrument) {
        return change.quantity() > 0
                ? Decimal.roundedToMultiple(change.quantity(), instrument.lotSize(), RoundingMode.DOWN)
                : ((OrderSize.Units) open.approved().order().size()).quantity();
    }

    /** Whether an amendment makes an order smaller and nothing else. */
    static boolean isSmaller(OpenOrder open, Amendment change, Decimal whole) {
        Decimal before = ((OrderSize.Units) open.approved().order().size()).quantity();
        return Double.compare(change.limit(), 0) == 0
                && Double.compare(change.trigger(), 0) == 0
                && !whole.isGreaterThan(before)
                && whole.isGreaterThan(open.filled());
    }

    /** The order with a number in the form that stands last. */
    static Order latest(Portfolio portfolio, OpenOrder open) {
        OpenOrder now = find(
                portfolio, open.approved().order().instrument(), open.approved().id());
        ApprovedOrder revision = now == null ? null : now.revision();
        return (revision == null ? open.approved() : revision).order();
    }

    /** The order as it is to be, as an intent for what would be left of it. */
    static OrderIntent intent(OpenOrder open, Amendment change, Decimal whole) {
        Order order = open.approved().order();
        double units = whole.minus(open.filled()).toDouble();
        double limit =
                change.limit() > 0 ? change.limit() : order.type().limit().toDouble();
        double trigger =
                change.trigger() > 0 ? change.trigger() : order.type().trigger().toDouble();
        return new OrderIntent(
                order.instrument(),
                order.side(),
                Sizing.units(units),
                pricing(order.type(), limit, trigger),
                order.lifetime(),
                new Instructions(
                        order.reduceOnly(),
                        order.handling().postOnly(),
                        order.handling().displayQuantity().toDouble(),
                        order.handling().link()),
                exits(order),
                order.reason());
    }

    /** The portfolio without an order, so that it can be judged like a new one. */
    static Portfolio without(Portfolio portfolio, OpenOrder gone) {
        List<OpenOrder> others = new ArrayList<>(portfolio.openOrders());
        others.remove(gone);
        return withOrders(portfolio, others);
    }

    /** The portfolio with an order in another state. */
    static Portfolio with(Portfolio portfolio, OpenOrder before, OpenOrder after) {
        List<OpenOrder> all = new ArrayList<>(portfolio.openOrders());
        all.set(all.indexOf(before), after);
        return withOrders(portfolio, all);
    }

    private static Portfolio withOrders(Portfolio portfolio, List<OpenOrder> orders) {
        return new Portfolio(
                portfolio.currency(),
                portfolio.cash(),
                portfolio.positions(),
                orders,
                portfolio.markedEquity(),
                portfolio.riskState(),
                portfolio.account());
    }

    private static ExitPlan exits(Order order) {
        return new ExitPlan(
                order.bracket().stopPrice().toDouble(),
                order.bracket().targetPrice().toDouble(),
                order.bracket().holdNanos());
    }

    private static boolean isWellFormed(Amendment change, Order order) {
        boolean isChange = change.quantity() > 0 || change.limit() > 0 || change.trigger() > 0;
        return isChange
                && order.size() instanceof OrderSize.Units
                && isNothingOrPrice(change.quantity(), true)
                && isNothingOrPrice(change.limit(), order.type().limit().isPositive())
                && isNothingOrPrice(change.trigger(), order.type().trigger().isPositive());
    }

    private static boolean isNothingOrPrice(double figure, boolean isAllowed) {
        return figure == 0 || (isAllowed && WellFormed.isPrice(figure));
    }

    private static Pricing pricing(OrderType type, double limit, double trigger) {
        if (type instanceof OrderType.Limit) {
            return Pricing.limit(limit);
        }
        if (type instanceof OrderType.Stop) {
            return Pricing.stop(trigger);
        }
        if (type instanceof OrderType.StopLimit) {
            return new Pricing.OnStopLimit(trigger, limit);
        }
        if (type instanceof OrderType.MarketIfTouched) {
            return new Pricing.IfTouched(trigger);
        }
        if (type instanceof OrderType.LimitIfTouched) {
            return new Pricing.IfTouchedLimit(trigger, limit);
        }
        return type instanceof OrderType.TrailingStop trailing
                ? new Pricing.Trailing(trailing.trail(), trigger)
                : Pricing.market();
    }
}
