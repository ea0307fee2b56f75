package io.aqts.core.risk;

import io.aqts.RiskCandidate;
import io.aqts.RiskRule;
import io.aqts.trade.ReasonCode;

/** All stops touched together cost at most a share of equity. Of an order without a stop it says nothing. */
record HeatCap(WorstCase worstCase, double maxShare) implements RiskRule {

    @Override
    public ReasonCode reason() {
        return ReasonCode.PORTFOLIO_HEAT;
    }

    @Override
    public double allowedQuantity(RiskCandidate candidate) {
        double room = maxShare * candidate.portfolio().markedEquity() - worstCase.heat();
        return candidate.stopPrice() == 0 ? Double.POSITIVE_INFINITY : room / candidate.unitLoss();
    }
}
