package io.aqts.core.risk.rule;

import io.aqts.RiskCandidate;
import io.aqts.RiskRule;
import io.aqts.trade.ReasonCode;

/** What is expected pays for entering and leaving: two fees, the spread, and the slippage that is put up with. */
public final class CostGate implements RiskRule {

    private final double feeShare;
    private final MarketMemory memory;

    /**
     * A gate.
     *
     * @param feeShare the highest fee for taking liquidity, as a share of worth
     * @param memory what was seen of the markets
     */
    public CostGate(double feeShare, MarketMemory memory) {
        this.feeShare = feeShare;
        this.memory = memory;
    }

    @Override
    public ReasonCode reason() {
        return ReasonCode.COSTS_EXCEED_RETURN;
    }

    @Override
    public double allowedQuantity(RiskCandidate candidate) {
        double slippage = Math.abs(candidate.price() / candidate.view().price(candidate.instrument()) - 1);
        double costs = 2 * feeShare + memory.spread(candidate.instrument()) + slippage;
        return candidate.expectedReturn() > costs ? Double.POSITIVE_INFINITY : 0;
    }
}
