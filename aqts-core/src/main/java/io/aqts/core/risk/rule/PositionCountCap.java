package io.aqts.core.risk.rule;

import io.aqts.RiskCandidate;
import io.aqts.RiskRule;
import io.aqts.trade.ReasonCode;

/** Only so many instruments are held or ordered at once. */
public final class PositionCountCap implements RiskRule {

    private final int most;
    private final int instruments;

    /**
     * A cap on how many positions there are.
     *
     * @param most how many instruments may be held or ordered
     * @param instruments how many there are
     */
    public PositionCountCap(int most, int instruments) {
        this.most = most;
        this.instruments = instruments;
    }

    @Override
    public ReasonCode reason() {
        return ReasonCode.TOO_MANY_POSITIONS;
    }

    @Override
    public double allowedQuantity(RiskCandidate candidate) {
        return fits(candidate, most, instruments) ? Double.POSITIVE_INFINITY : 0;
    }

    /** Whether an order adds no position, or one that is within the most. */
    static boolean fits(RiskCandidate candidate, int most, int instruments) {
        int others = 0;
        for (int i = 0; i < instruments; i++) {
            if (i != candidate.instrument() && candidate.view().worstExposure(i) != 0) {
                others++;
            }
        }
        return others < most;
    }
}
