package io.aqts.core.risk.rule;

import io.aqts.RiskCandidate;
import io.aqts.RiskRule;
import io.aqts.config.TailConfig;
import io.aqts.trade.ReasonCode;

/**
 * The mean of the losses in the tail, of the portfolio as it would be after the order, stays within a limit. With fewer
 * than {@link TailConfig#LEAST_SAMPLES} samples nothing is opened.
 */
public final class ExpectedShortfallGate implements RiskRule {

    private final TailConfig config;
    private final LossLines lines;
    private final TailMean mean;

    /**
     * A gate.
     *
     * @param config the limit and the tail; its limit must be set
     * @param returns the samples
     */
    public ExpectedShortfallGate(TailConfig config, ReturnWindow returns) {
        this.config = config;
        lines = new LossLines(returns);
        mean = new TailMean(lines);
    }

    @Override
    public ReasonCode reason() {
        return ReasonCode.EXPECTED_SHORTFALL;
    }

    @Override
    public ReasonCode reasonFor(RiskCandidate candidate) {
        return lines.count() < TailConfig.LEAST_SAMPLES ? ReasonCode.TAIL_UNKNOWN : reason();
    }

    @Override
    public double allowedQuantity(RiskCandidate candidate) {
        if (lines.count() < TailConfig.LEAST_SAMPLES) {
            return 0;
        }
        lines.draw(candidate);
        double limit = config.expectedShortfall().of(Equity.of(candidate.view()));
        return mean.mostWithin(candidate.quantity(), limit, config.tailShare());
    }
}
