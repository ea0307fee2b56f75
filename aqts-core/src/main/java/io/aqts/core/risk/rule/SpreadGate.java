package io.aqts.core.risk.rule;

import io.aqts.RiskCandidate;
import io.aqts.RiskRule;
import io.aqts.trade.ReasonCode;

/** Nothing is opened while the spread is too wide. */
public final class SpreadGate implements RiskRule {

    private static final double BASIS_POINT = 1e-4;

    private final double widest;
    private final MarketMemory memory;

    /**
     * A gate.
     *
     * @param maxSpreadBps the widest spread, itself included, in basis points of the mid
     * @param memory what was seen of the markets
     */
    public SpreadGate(double maxSpreadBps, MarketMemory memory) {
        this.widest = maxSpreadBps * BASIS_POINT;
        this.memory = memory;
    }

    @Override
    public ReasonCode reason() {
        return ReasonCode.WIDE_SPREAD;
    }

    @Override
    public double allowedQuantity(RiskCandidate candidate) {
        return memory.spread(candidate.instrument()) <= widest ? Double.POSITIVE_INFINITY : 0;
    }
}
