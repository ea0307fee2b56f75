package io.aqts.core.risk;

import io.aqts.RiskCandidate;
import io.aqts.RiskRule;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;

/** Nothing is sold that is not owned. */
record ShortPermission(boolean isGranted) implements RiskRule {

    @Override
    public ReasonCode reason() {
        return ReasonCode.SHORT_NOT_ALLOWED;
    }

    @Override
    public double allowedQuantity(RiskCandidate candidate) {
        return isGranted || candidate.side() == Side.BUY ? Double.POSITIVE_INFINITY : 0;
    }
}
