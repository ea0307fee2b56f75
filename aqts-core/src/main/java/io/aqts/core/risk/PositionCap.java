package io.aqts.core.risk;

import io.aqts.RiskCandidate;
import io.aqts.RiskRule;
import io.aqts.trade.ReasonCode;

/** One position is worth at most a multiple of equity, if of its orders the worst ones fill. */
record PositionCap(WorstCase worstCase, double maxShare) implements RiskRule {

    @Override
    public ReasonCode reason() {
        return ReasonCode.MAX_POSITION;
    }

    @Override
    public double allowedQuantity(RiskCandidate candidate) {
        double limit = maxShare * candidate.portfolio().markedEquity();
        double room = worstCase.room(candidate.instrument(), candidate.side(), limit);
        return room / candidate.unitExposure();
    }
}
