package io.aqts.core.risk;

import io.aqts.RiskCandidate;
import io.aqts.RiskRule;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;

/** A purchase and all that is being bought already cost, fees included, no more than the cash there is. */
record CashCap(WorstCase worstCase, double withFee) implements RiskRule {

    private static final double A_LITTLE_LESS = 1 - 1e-12;

    @Override
    public ReasonCode reason() {
        return ReasonCode.INSUFFICIENT_CASH;
    }

    @Override
    public double allowedQuantity(RiskCandidate candidate) {
        double left = candidate.portfolio().cash().toDouble() - worstCase.purchases() * withFee;
        return candidate.side() == Side.SELL
                ? Double.POSITIVE_INFINITY
                : left
                        / (candidate.price() * candidate.view().valuePerPrice(candidate.instrument()) * withFee)
                        * A_LITTLE_LESS;
    }
}
