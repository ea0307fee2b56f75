package io.aqts.core.risk.rule;

import io.aqts.RiskCandidate;
import io.aqts.RiskObserver;
import io.aqts.RiskRule;
import io.aqts.RiskView;
import io.aqts.config.SizeRulesConfig;
import io.aqts.config.UnknownVolatility;
import io.aqts.market.Universe;
import io.aqts.trade.ReasonCode;

/** A position loses at most so much if its price moves by a multiple of its average true range. */
public final class RangeRisk implements RiskRule, RiskObserver {

    private final SizeRulesConfig config;
    private final SmallestOrder smallest;
    private final BarVolatility volatility;

    /**
     * A rule of sizes.
     *
     * @param config the loss and the multiple; the loss must be set
     * @param universe the instruments, for the smallest order where the range is unknown
     * @param volatility how much the instruments move
     */
    public RangeRisk(SizeRulesConfig config, Universe universe, BarVolatility volatility) {
        this.config = config;
        this.smallest = new SmallestOrder(universe);
        this.volatility = volatility;
    }

    @Override
    public void onStep(RiskView view) {
        smallest.meet(view.snapshot());
    }

    @Override
    public ReasonCode reason() {
        return ReasonCode.RANGE_RISK;
    }

    @Override
    public ReasonCode reasonFor(RiskCandidate candidate) {
        return volatility.isKnown(candidate.instrument()) ? reason() : ReasonCode.VOLATILITY_UNKNOWN;
    }

    @Override
    public double allowedQuantity(RiskCandidate candidate) {
        int i = candidate.instrument();
        if (!volatility.isKnown(i)) {
            return config.whenUnknown() == UnknownVolatility.REJECT ? 0 : smallest.units(candidate);
        }
        double move =
                config.rangeMultiple() * volatility.range(i) * candidate.view().valuePerPrice(i);
        double most = config.rangeRisk().of(Equity.of(candidate.view()));
        double worth = most / move * candidate.unitExposure();
        return move > 0 ? Room.units(candidate, 0, worth) : Double.POSITIVE_INFINITY;
    }
}
