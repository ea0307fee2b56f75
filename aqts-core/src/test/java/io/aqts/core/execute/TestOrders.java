package io.aqts.core.execute;

import io.aqts.testkit.TestMint;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Bracket;
import io.aqts.trade.Decimal;
import io.aqts.trade.Handling;
import io.aqts.trade.Lifetime;
import io.aqts.trade.Order;
import io.aqts.trade.OrderSize;
import io.aqts.trade.OrderType;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;

/** Approves whatever a test asks for. */
final class TestOrders {

    private final TestMint mint = new TestMint();

    ApprovedOrder approve(long epochNanos, Order order, Decimal reference) {
        return mint.approve(order, epochNanos, reference);
    }

    ApprovedOrder revise(ApprovedOrder before, long epochNanos, Order order) {
        return mint.revise(before, order, epochNanos);
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
}
