package io.aqts.core.risk.rule;

import io.aqts.RiskCandidate;
import io.aqts.RiskRule;
import io.aqts.config.CapConfig;
import io.aqts.trade.ReasonCode;

/** One position is worth at most so much, whichever of its orders fill. */
public final class PositionValueCap implements RiskRule {

    private final CapConfig cap;

    /**
     * A cap on each position by itself.
     *
     * @param cap the most one may be worth; a share is of equity
     */
    public PositionValueCap(CapConfig cap) {
        this.cap = cap;
    }

    @Override
    public ReasonCode reason() {
        return ReasonCode.POSITION_CAP;
    }

    @Override
    public double allowedQuantity(RiskCandidate candidate) {
        double limit = cap.of(Equity.of(candidate.view()));
        return Room.units(candidate, 0, limit);
    }
}
