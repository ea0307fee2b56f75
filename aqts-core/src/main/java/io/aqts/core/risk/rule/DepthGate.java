package io.aqts.core.risk.rule;

import io.aqts.RiskCandidate;
import io.aqts.RiskRule;
import io.aqts.trade.ReasonCode;

/** An order is at most a share of what is visible on the side it takes from. */
public final class DepthGate implements RiskRule {

    private final double share;
    private final MarketMemory memory;

    /**
     * A gate.
     *
     * @param share the most, as a share of the visible units
     * @param memory what was seen of the markets
     */
    public DepthGate(double share, MarketMemory memory) {
        this.share = share;
        this.memory = memory;
    }

    @Override
    public ReasonCode reason() {
        return ReasonCode.THIN_BOOK;
    }

    @Override
    public double allowedQuantity(RiskCandidate candidate) {
        return share * memory.depth(candidate.instrument(), candidate.side());
    }
}
