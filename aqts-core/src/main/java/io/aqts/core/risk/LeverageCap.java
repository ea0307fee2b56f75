package io.aqts.core.risk;

import io.aqts.RiskCandidate;
import io.aqts.RiskRule;
import io.aqts.trade.ReasonCode;

/** All positions together are worth at most a multiple of equity, if of all orders the worst ones fill. */
record LeverageCap(WorstCase worstCase, double maxLeverage) implements RiskRule {

    @Override
    public ReasonCode reason() {
        return ReasonCode.MAX_LEVERAGE;
    }

    @Override
    public double allowedQuantity(RiskCandidate candidate) {
        double limit = maxLeverage * candidate.portfolio().markedEquity();
        double room = worstCase.grossRoom(candidate.instrument(), candidate.side(), limit);
        return room / candidate.unitExposure();
    }
}
