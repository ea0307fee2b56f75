package io.aqts.core.risk.rule;

import io.aqts.RiskCandidate;
import io.aqts.RiskRule;
import io.aqts.trade.ReasonCode;

/** An order is at most a share of what is usually traded in one bar. */
public final class VolumeGate implements RiskRule {

    private final double share;
    private final MarketMemory memory;

    /**
     * A gate.
     *
     * @param share the most, as a share of the average volume
     * @param memory what was seen of the markets
     */
    public VolumeGate(double share, MarketMemory memory) {
        this.share = share;
        this.memory = memory;
    }

    @Override
    public ReasonCode reason() {
        return ReasonCode.THIN_VOLUME;
    }

    @Override
    public double allowedQuantity(RiskCandidate candidate) {
        return share * memory.volume(candidate.instrument());
    }
}
