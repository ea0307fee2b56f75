package io.aqts.core.risk;

import io.aqts.RiskCandidate;
import io.aqts.RiskRule;
import io.aqts.trade.ReasonCode;

/** Nothing is opened unless the state of trading allows it. */
record NormalStateOnly() implements RiskRule {

    @Override
    public ReasonCode reason() {
        return ReasonCode.CIRCUIT_BREAKER;
    }

    @Override
    public double allowedQuantity(RiskCandidate candidate) {
        return candidate.portfolio().riskState().allowsOpening() ? Double.POSITIVE_INFINITY : 0;
    }
}
