package io.aqts.core.risk.rule;

import io.aqts.RiskCandidate;

/** What one trade may lose. */
final class TradeRisk {

    private TradeRisk() {}

    /** How many units lose a share of equity at their stop, or are worth it if there is none. */
    static double units(RiskCandidate candidate, double share) {
        double loss = candidate.unitLoss();
        return loss > 0 ? share * Equity.of(candidate.view()) / loss : 0;
    }
}
