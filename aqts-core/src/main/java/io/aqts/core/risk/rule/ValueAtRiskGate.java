package io.aqts.core.risk.rule;

import io.aqts.RiskCandidate;
import io.aqts.RiskRule;
import io.aqts.config.TailConfig;
import io.aqts.config.TailMethod;
import io.aqts.trade.ReasonCode;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The loss of one sample that only a share of samples exceeds, of the portfolio as it would be after the order, stays
 * within a limit.
 *
 * <p>The historical method needs five samples in the tail; with fewer, the weighted one is used instead. Where the
 * correction for skew and heavy tails is not valid, the historical loss is used and the reason says so. With fewer than
 * {@link TailConfig#LEAST_SAMPLES} samples nothing is opened.
 */
public final class ValueAtRiskGate implements RiskRule {

    private static final int LEAST_IN_TAIL = 5;
    private static final double FINEST_STEP = 1.0 / 1024;

    private final TailConfig config;
    private final LossLines lines;
    private final CornishFisherLoss corrected;
    private final double z;

    /**
     * A gate.
     *
     * @param config the limit, the tail and the method; its limit must be set
     * @param returns the samples
     */
    public ValueAtRiskGate(TailConfig config, ReturnWindow returns) {
        this.config = config;
        lines = new LossLines(returns);
        z = -new NormalDistribution(null, 0, 1).inverseCumulativeProbability(config.tailShare());
        corrected = new CornishFisherLoss(lines, z);
    }

    @Override
    public ReasonCode reason() {
        return ReasonCode.VALUE_AT_RISK;
    }

    @Override
    public ReasonCode reasonFor(RiskCandidate candidate) {
        if (lines.count() < TailConfig.LEAST_SAMPLES) {
            return ReasonCode.TAIL_UNKNOWN;
        }
        if (method() != TailMethod.CORNISH_FISHER) {
            return method() == config.method() ? reason() : ReasonCode.VALUE_AT_RISK_FALLBACK;
        }
        lines.draw(candidate);
        corrected.draw();
        corrected.at(candidate.quantity());
        return corrected.isValid() ? reason() : ReasonCode.VALUE_AT_RISK_FALLBACK;
    }

    @Override
    public double allowedQuantity(RiskCandidate candidate) {
        if (lines.count() < TailConfig.LEAST_SAMPLES) {
            return 0;
        }
        double limit = config.valueAtRisk().of(Equity.of(candidate.view()));
        double wanted = candidate.quantity();
        lines.draw(candidate);
        int place = HistoricalLoss.place(lines.count(), config.tailShare());
        return switch (method()) {
            case HISTORICAL -> HistoricalLoss.mostWithin(lines, wanted, limit, place);
            case EWMA -> WeightedLoss.mostWithin(lines, wanted, limit, z);
            case CORNISH_FISHER -> {
                corrected.draw();
                double step = FINEST_STEP * limit / candidate.unitExposure();
                yield step > 0 ? corrected.mostWithin(wanted, limit, place, step) : 0;
            }
        };
    }

    private TailMethod method() {
        boolean isTailThin = lines.count() * config.tailShare() < LEAST_IN_TAIL;
        return config.method() == TailMethod.HISTORICAL && isTailThin ? TailMethod.EWMA : config.method();
    }
}
