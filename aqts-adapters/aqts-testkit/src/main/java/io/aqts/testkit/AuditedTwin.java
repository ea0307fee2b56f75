package io.aqts.testkit;

import io.aqts.trade.Balance;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Position;
import java.math.BigDecimal;

/** The equity as a double, next to the exact one. */
final class AuditedTwin {

    private static final double WHOLE_ROUNDING = 10;

    private AuditedTwin() {}

    /** The rounded equity must be near the exact one, as far as rounding may take it. */
    static void check(Portfolio portfolio, BigDecimal worth) {
        double marked = portfolio.markedEquity();
        double scale = Math.abs(worth.doubleValue()) + portfolio.grossExposure();
        for (Balance balance : portfolio.balances()) {
            scale += Math.abs(balance.total().toDouble() * balance.rate().toDouble());
        }
        for (int i = 0; i < portfolio.positions().size(); i++) {
            Position position = portfolio.position(i);
            scale += Math.abs(position.cost().toDouble());
            scale += position.payoff().isInverse()
                    ? WHOLE_ROUNDING * portfolio.account().rates().get(i).toDouble()
                    : 0;
        }
        if (!(Math.abs(marked - worth.doubleValue()) <= 1e-9 * scale)) {
            throw new AssertionError("markedEquity must be near " + worth + ", but was " + marked);
        }
    }
}
