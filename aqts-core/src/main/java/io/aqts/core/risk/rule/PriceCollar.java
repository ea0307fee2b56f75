package io.aqts.core.risk.rule;

import io.aqts.RiskCandidate;
import io.aqts.RiskRule;
import io.aqts.trade.ReasonCode;

/** The worst price an order may fill at is near the last known one. */
public final class PriceCollar implements RiskRule {

    private final double band;

    /**
     * A collar.
     *
     * @param band how far from the last known price it may be, as a share of it, itself included
     */
    public PriceCollar(double band) {
        this.band = band;
    }

    @Override
    public ReasonCode reason() {
        return ReasonCode.PRICE_COLLAR;
    }

    @Override
    public double allowedQuantity(RiskCandidate candidate) {
        double reference = candidate.view().price(candidate.instrument());
        return Math.abs(candidate.price() - reference) <= band * reference ? Double.POSITIVE_INFINITY : 0;
    }
}
