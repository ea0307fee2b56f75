package io.aqts.core.risk.rule;

import io.aqts.RiskCandidate;
import io.aqts.RiskRule;
import io.aqts.trade.ReasonCode;

/** Nothing is opened of which less is expected than is required. */
public final class ExpectedReturnGate implements RiskRule {

    private final double least;

    /**
     * A gate.
     *
     * @param least the least return expected in the direction of the order, itself included, as a share
     */
    public ExpectedReturnGate(double least) {
        this.least = least;
    }

    @Override
    public ReasonCode reason() {
        return ReasonCode.LOW_EXPECTED_RETURN;
    }

    @Override
    public double allowedQuantity(RiskCandidate candidate) {
        return candidate.expectedReturn() >= least ? Double.POSITIVE_INFINITY : 0;
    }
}
