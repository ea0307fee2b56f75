package io.aqts.core.risk;

import io.aqts.RiskCandidate;
import io.aqts.RiskRule;
import io.aqts.trade.ReasonCode;

/** One trade loses at most a share of equity at its stop. Without a stop it says nothing. */
record TradeRiskCap(double maxShare) implements RiskRule {

    @Override
    public ReasonCode reason() {
        return ReasonCode.TRADE_RISK;
    }

    @Override
    public double allowedQuantity(RiskCandidate candidate) {
        return candidate.stopPrice() == 0
                ? Double.POSITIVE_INFINITY
                : maxShare * candidate.portfolio().markedEquity() / candidate.unitLoss();
    }
}
