package io.aqts.testkit;

import io.aqts.RiskView;
import io.aqts.market.MarketSnapshot;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.Order;
import io.aqts.trade.OrderSize;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Side;
import java.util.List;

/**
 * What rules judge by at a moment of a test. What was approved stands in a list of its own, which a rule that writes to
 * it changes.
 */
record RuleScene(RiskMoment moment, List<ApprovedOrder> approved) implements RiskView {

    @Override
    public MarketSnapshot snapshot() {
        return moment.snapshot();
    }

    @Override
    public Portfolio portfolio() {
        return moment.portfolio();
    }

    @Override
    public double price(int instrument) {
        return moment.price(instrument);
    }

    @Override
    public double unitValue(int instrument) {
        return moment.price(instrument);
    }

    @Override
    public double exposure(int instrument, Side side) {
        double price = price(instrument);
        double held = portfolio().position(instrument).quantity().toDouble() * price;
        double worth = side == Side.BUY ? held : -held;
        for (OpenOrder open : portfolio().openOrders()) {
            worth += worth(open.approved().order(), open.filled(), instrument, side);
        }
        for (ApprovedOrder order : approved) {
            worth += worth(order.order(), Decimal.ZERO, instrument, side);
        }
        return worth;
    }

    @Override
    public double heat(int instrument, Side side) {
        return Math.max(exposure(instrument, side), 0) / 100;
    }

    private double worth(Order order, Decimal filled, int instrument, Side side) {
        if (order.instrument() != instrument || order.side() != side || order.reduceOnly()) {
            return 0;
        }
        return order.size() instanceof OrderSize.Units units
                ? units.quantity().minus(filled).toDouble() * price(instrument)
                : ((OrderSize.Spend) order.size()).amount().toDouble();
    }
}
