package io.aqts.core.risk.rule;

import io.aqts.RiskCandidate;
import io.aqts.RiskRule;
import io.aqts.config.CapConfig;
import io.aqts.trade.ReasonCode;

/** Long positions less short ones are worth at most so much either way, if of all orders the worst ones fill. */
public final class NetCap implements RiskRule {

    private final CapConfig cap;
    private final int instruments;

    /**
     * A cap on the net exposure.
     *
     * @param cap the most it may be; a share is of equity
     * @param instruments how many instruments there are
     */
    public NetCap(CapConfig cap, int instruments) {
        this.cap = cap;
        this.instruments = instruments;
    }

    @Override
    public ReasonCode reason() {
        return ReasonCode.NET_CAP;
    }

    @Override
    public double allowedQuantity(RiskCandidate candidate) {
        double net = 0;
        for (int i = 0; i < instruments; i++) {
            net += candidate.view().exposure(i, candidate.side());
        }
        return (cap.of(Equity.of(candidate.view())) - net) / candidate.unitExposure();
    }
}
