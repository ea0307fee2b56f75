package io.aqts.core;

import io.aqts.trade.Decimal;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.Order;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.OrderSize;
import io.aqts.trade.Portfolio;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskVerdict;
import io.aqts.trade.Side;
import java.util.ArrayList;
import java.util.List;

/** The way out of every position once the equity has come down to the maintenance margin: at the market. */
final class Liquidation {

    private Liquidation() {}

    /** {@return an approval to close for each open position that no liquidation under way closes wholly} */
    static List<RiskVerdict> exits(Portfolio portfolio) {
        List<RiskVerdict> exits = new ArrayList<>();
        for (int i = 0; i < portfolio.positions().size(); i++) {
            for (Side held : Side.values()) {
                Decimal open = portfolio.position(i).held(held);
                if (open.isGreaterThan(underWay(portfolio, i, held.opposite()))) {
                    OrderIntent close = OrderIntent.close(i, held.opposite(), ReasonCode.LIQUIDATION);
                    exits.add(new RiskVerdict.Approved(close, List.of(ReasonCode.LIQUIDATION)));
                }
            }
        }
        return List.copyOf(exits);
    }

    private static Decimal underWay(Portfolio portfolio, int instrument, Side side) {
        Decimal sum = Decimal.ZERO;
        for (OpenOrder open : portfolio.openOrders()) {
            Order order = open.approved().order();
            if (order.instrument() == instrument
                    && order.side() == side
                    && order.reason().equals(ReasonCode.LIQUIDATION)
                    && order.size() instanceof OrderSize.Units units) {
                sum = sum.plus(units.quantity().minus(open.filled()));
            }
        }
        return sum;
    }
}
