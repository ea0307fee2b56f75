package io.aqts.core.risk.rule;

import io.aqts.RiskCandidate;
import io.aqts.RiskObserver;
import io.aqts.RiskRule;
import io.aqts.RiskView;
import io.aqts.config.SizeRulesConfig;
import io.aqts.config.UnknownVolatility;
import io.aqts.market.Universe;
import io.aqts.trade.ReasonCode;

/**
 * The more an instrument moves, the less of it is held: a base worth times the target volatility divided by its own,
 * held between two scales. With a target of 0.02 and a volatility of 0.035 the scale is 0.5714285714285714.
 */
public final class VolatilityTarget implements RiskRule, RiskObserver {

    private final SizeRulesConfig config;
    private final SmallestOrder smallest;
    private final BarVolatility volatility;

    /**
     * A rule of sizes.
     *
     * @param config the base worth, the target and the scales; its base must be set
     * @param universe the instruments, for the smallest order where the volatility is unknown
     * @param volatility how much the instruments move
     */
    public VolatilityTarget(SizeRulesConfig config, Universe universe, BarVolatility volatility) {
        this.config = config;
        this.smallest = new SmallestOrder(universe);
        this.volatility = volatility;
    }

    /**
     * The multiple of the base worth at a volatility.
     *
     * @param config the target and the scales
     * @param deviation the volatility, zero or more
     * @return the target divided by it, held between the scales
     */
    public static double scale(SizeRulesConfig config, double deviation) {
        double scale = config.targetVolatility() / deviation;
        return Math.max(config.leastScale(), Math.min(scale, config.mostScale()));
    }

    @Override
    public void onStep(RiskView view) {
        smallest.meet(view.snapshot());
    }

    @Override
    public ReasonCode reason() {
        return ReasonCode.VOLATILITY_TARGET;
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
        double base = config.volatilityTarget().of(Equity.of(candidate.view()));
        return Room.units(candidate, 0, base * scale(config, volatility.deviation(i)));
    }
}
