package io.aqts.core.risk.rule;

import io.aqts.RiskCandidate;
import io.aqts.RiskRule;
import io.aqts.config.CapConfig;
import io.aqts.config.TailConfig;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import java.util.Arrays;

/**
 * What all stops may cost together, given how returns correlate: the root of hᵀΣh, where h is the loss of each
 * instrument at its stops, negative for short positions, and Σ the correlations of a window of returns.
 *
 * <p>Instruments without variance in the window, and all of them while there are too few samples, count as if they
 * moved as one against the account. Of an order without a stop the rule says nothing.
 */
public final class CorrelatedHeat implements RiskRule {

    private final CapConfig limit;
    private final ReturnWindow returns;
    private final double[] base;
    private final double[] slope;

    /**
     * A rule.
     *
     * @param limit the most; a share is of equity
     * @param returns the samples
     */
    public CorrelatedHeat(CapConfig limit, ReturnWindow returns) {
        this.limit = limit;
        this.returns = returns;
        base = new double[returns.size()];
        slope = new double[returns.size()];
    }

    @Override
    public ReasonCode reason() {
        return ReasonCode.CORRELATED_HEAT;
    }

    @Override
    public double allowedQuantity(RiskCandidate candidate) {
        if (candidate.stopPrice() == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double most = limit.of(Equity.of(candidate.view()));
        double alike = drawBase(candidate);
        int own = candidate.instrument();
        double deviation = deviation(own);
        Arrays.fill(slope, 0);
        if (deviation > 0) {
            returns.addTo(slope, own, candidate.side().sign() * candidate.unitLoss() / deviation);
        }
        Quadratic variance = variance();
        if (deviation > 0) {
            double left = most - alike;
            return left > 0 ? variance.mostWithin(candidate.quantity(), left * left) : 0;
        }
        return (most - alike - Math.sqrt(variance.at(0))) / candidate.unitLoss();
    }

    /** The rows of instruments that correlate go to the base; the sum of the others is the answer. */
    private double drawBase(RiskCandidate candidate) {
        Arrays.fill(base, 0);
        double alike = 0;
        for (int i = 0; i < returns.instruments(); i++) {
            double heat = heat(candidate, i);
            if (heat == 0) {
                continue;
            }
            double deviation = deviation(i);
            if (deviation > 0) {
                returns.addTo(base, i, heat / deviation);
            } else {
                alike += Math.abs(heat);
            }
        }
        return alike;
    }

    private double deviation(int instrument) {
        return returns.count() < TailConfig.LEAST_SAMPLES ? 0 : returns.deviation(instrument);
    }

    private static double heat(RiskCandidate candidate, int i) {
        double falling = candidate.view().heat(i, Side.BUY);
        double rising = candidate.view().heat(i, Side.SELL);
        if (i == candidate.instrument()) {
            return candidate.side() == Side.BUY ? falling : -rising;
        }
        return falling >= rising ? falling : -rising;
    }

    private Quadratic variance() {
        int samples = Math.max(returns.count(), 1);
        double meanBase = 0;
        double meanSlope = 0;
        for (int t = 0; t < returns.count(); t++) {
            meanBase += base[t] / samples;
            meanSlope += slope[t] / samples;
        }
        double square = 0;
        double mixed = 0;
        double slopes = 0;
        for (int t = 0; t < returns.count(); t++) {
            double b = base[t] - meanBase;
            double s = slope[t] - meanSlope;
            square += b * b;
            mixed += b * s;
            slopes += s * s;
        }
        return new Quadratic(square / samples, mixed / samples, slopes / samples);
    }
}
