package io.aqts.core.risk.rule;

import io.aqts.RiskCandidate;
import io.aqts.RiskRule;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.Order;
import io.aqts.trade.OrderType;
import io.aqts.trade.ReasonCode;
import java.util.List;

/** Nothing is opened that could trade with an own order on the other side of the same instrument. */
public final class SelfCrossGuard implements RiskRule {

    /** A guard without settings. */
    public SelfCrossGuard() {}

    @Override
    public ReasonCode reason() {
        return ReasonCode.SELF_CROSS;
    }

    @Override
    public double allowedQuantity(RiskCandidate candidate) {
        List<OpenOrder> open = candidate.portfolio().openOrders();
        for (int i = 0; i < open.size(); i++) {
            if (crosses(candidate, open.get(i).approved().order())) {
                return 0;
            }
        }
        List<ApprovedOrder> approved = candidate.view().approved();
        for (int i = 0; i < approved.size(); i++) {
            if (crosses(candidate, approved.get(i).order())) {
                return 0;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private static boolean crosses(RiskCandidate candidate, Order other) {
        if (other.instrument() != candidate.instrument() || other.side() == candidate.side()) {
            return false;
        }
        return !(other.type() instanceof OrderType.Limit limit)
                || candidate.side().sign() * (candidate.price() - limit.price().toDouble()) >= 0;
    }
}
