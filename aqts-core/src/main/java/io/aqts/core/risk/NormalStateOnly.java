package io.aqts.core.risk;

import io.aqts.RiskCandidate;
import io.aqts.RiskRule;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskState;

/** Nothing is opened unless the circuit breaker is in its normal state. */
record NormalStateOnly() implements RiskRule {

    @Override
    public ReasonCode reason() {
        return ReasonCode.CIRCUIT_BREAKER;
    }

    @Override
    public double allowedQuantity(RiskCandidate candidate) {
        return candidate.portfolio().riskState() == RiskState.NORMAL ? Double.POSITIVE_INFINITY : 0;
    }
}
