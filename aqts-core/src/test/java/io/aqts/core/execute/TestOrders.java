package io.aqts.core.execute;

import io.aqts.testkit.TestMint;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Bracket;
import io.aqts.trade.Decimal;
import io.aqts.trade.Handling;
import io.aqts.trade.Lifetime;
import io.aqts.trade.LinkRole;
import io.aqts.trade.Order;
import io.aqts.trade.OrderLink;
import io.aqts.trade.OrderSize;
import io.aqts.trade.OrderType;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import io.aqts.trade.Trail;

/** Approves whatever a test asks for. */
final class TestOrders {

    private final TestMint mint = new TestMint();

    ApprovedOrder approve(long epochNanos, Order order, Decimal reference) {
        return mint.approve(order, epochNanos, reference);
    }

    ApprovedOrder revise(ApprovedOrder before, long epochNanos, Order order) {
        return mint.revise(before, order, epochNanos, before.reference());
    }

    static Order market(Side side, String quantity) {
        return order(side, OrderSize.units(Decimal.of(quantity)), OrderType.market());
    }

    static Order limit(Side side, String quantity, String price) {
        return order(side, OrderSize.units(Decimal.of(quantity)), OrderType.limit(Decimal.of(price)));
    }

    static Order spend(String amount) {
        return order(Side.BUY, OrderSize.spend(Decimal.of(amount)), OrderType.market());
    }

    static Order order(Side side, OrderSize size, OrderType type) {
        return new Order(0, side, size, type, Lifetime.GTC, Handling.PLAIN, Bracket.NONE, ReasonCode.SIGNAL);
    }

    static Order immediate(Order order) {
        return new Order(
                order.instrument(),
                order.side(),
                order.size(),
                order.type(),
                Lifetime.IOC,
                order.handling(),
                order.bracket(),
                order.reason());
    }

    static Order reducing(Order order) {
        return new Order(
                order.instrument(),
                order.side(),
                order.size(),
                order.type(),
                order.lifetime(),
                Handling.REDUCE_ONLY,
                order.bracket(),
                order.reason());
    }

    static Order protectedBy(Order order, String stop, String target, long holdNanos) {
        Bracket bracket = new Bracket(Decimal.of(stop), Decimal.of(target), holdNanos);
        return new Order(
                order.instrument(),
                order.side(),
                order.size(),
                order.type(),
                order.lifetime(),
                order.handling(),
                bracket,
                order.reason());
    }

    static Order on(int instrument, Order order) {
        return new Order(
                instrument,
                order.side(),
                order.size(),
                order.type(),
                order.lifetime(),
                order.handling(),
                order.bracket(),
                order.reason());
    }

    static Order stop(Side side, String quantity, String trigger) {
        return order(side, OrderSize.units(Decimal.of(quantity)), OrderType.stop(Decimal.of(trigger)));
    }

    static Order stopLimit(Side side, String quantity, String trigger, String limit) {
        OrderType type = new OrderType.StopLimit(Decimal.of(trigger), Decimal.of(limit));
        return order(side, OrderSize.units(Decimal.of(quantity)), type);
    }

    static Order ifTouched(Side side, String quantity, String trigger) {
        return order(side, OrderSize.units(Decimal.of(quantity)), new OrderType.MarketIfTouched(Decimal.of(trigger)));
    }

    static Order ifTouchedLimit(Side side, String quantity, String trigger, String limit) {
        OrderType type = new OrderType.LimitIfTouched(Decimal.of(trigger), Decimal.of(limit));
        return order(side, OrderSize.units(Decimal.of(quantity)), type);
    }

    static Order trailing(Side side, String quantity, Trail trail, String trigger) {
        OrderType type = new OrderType.TrailingStop(trail, Decimal.of(trigger));
        return order(side, OrderSize.units(Decimal.of(quantity)), type);
    }

    static Order postOnly(Order order) {
        return order.withHandling(Handling.POST_ONLY);
    }

    static Order showing(String shown, Order order) {
        return order.withHandling(new Handling(false, false, Decimal.of(shown), OrderLink.NONE));
    }

    static Order linked(long list, LinkRole role, Order order) {
        Handling plain = order.handling();
        boolean reduces = plain.reduceOnly() || role == LinkRole.CHILD;
        return order.withHandling(
                new Handling(reduces, plain.postOnly(), plain.displayQuantity(), new OrderLink(list, role)));
    }

    ApprovedOrder revise(ApprovedOrder before, Order order, long epochNanos, Decimal reference) {
        return mint.revise(before, order, epochNanos, reference);
    }
}
