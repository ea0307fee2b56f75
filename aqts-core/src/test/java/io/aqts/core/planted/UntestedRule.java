package io.aqts.core.planted;

import io.aqts.RiskCandidate;
import io.aqts.RiskRule;
import io.aqts.trade.ReasonCode;

/** A rule that no contract test makes. */
public final class UntestedRule implements RiskRule {

    @Override
    public ReasonCode reason() {
        return ReasonCode.MAX_POSITION;
    }

    @Override
    public double allowedQuantity(RiskCandidate candidate) {
        return 0;
    }
}
