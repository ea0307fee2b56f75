package io.aqts.core.risk.rule;

import io.aqts.RiskCandidate;
import io.aqts.RiskObserver;
import io.aqts.RiskRule;
import io.aqts.RiskView;
import io.aqts.config.StressConfig;
import io.aqts.config.TailConfig;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;

/**
 * After any one of some shocks, the equity of the portfolio as it would be after the order stays above the level at
 * which trading halts.
 *
 * <ul>
 *   <li><b>Gap.</b> All prices jump some standard deviations the same way, down or up.
 *   <li><b>Crash.</b> Correlations go to one: every position loses some standard deviations at once.
 *   <li><b>Spread.</b> All positions are left at a multiple of the last spread.
 *   <li><b>Depth.</b> All positions are left in what remains of the visible depth: the share of it that they are, times
 *       half the spread. Where no depth was seen, this shock is left out.
 *   <li><b>Stale and outage.</b> For a time nothing can be seen or done, and every position loses the standard
 *       deviations of a crash of the returns over that time.
 * </ul>
 *
 * <p>A fall takes no more than the whole price; a rise has no such bound. With fewer than
 * {@link TailConfig#LEAST_SAMPLES} samples nothing is opened.
 */
public final class StressGate implements RiskRule, RiskObserver {

    private static final double A_LITTLE_LESS = 1 - 1e-9;

    private final StressConfig config;
    private final double haltAt;
    private final ReturnWindow returns;
    private final MarketMemory memory;
    private final Drawdown drawdown = new Drawdown();

    /**
     * A gate that has seen no equity.
     *
     * @param config the shocks
     * @param haltAt the share of the highest equity whose loss halts trading
     * @param returns the samples
     * @param memory what was seen of the markets
     */
    public StressGate(StressConfig config, double haltAt, ReturnWindow returns, MarketMemory memory) {
        this.config = config;
        this.haltAt = haltAt;
        this.returns = returns;
        this.memory = memory;
    }

    @Override
    public ReasonCode reason() {
        return ReasonCode.STRESS;
    }

    @Override
    public ReasonCode reasonFor(RiskCandidate candidate) {
        return returns.count() < TailConfig.LEAST_SAMPLES ? ReasonCode.TAIL_UNKNOWN : reason();
    }

    @Override
    public void onStep(RiskView view) {
        drawdown.add(Equity.of(view));
    }

    @Override
    public void onResume() {
        drawdown.reset();
    }

    @Override
    public double allowedQuantity(RiskCandidate candidate) {
        if (returns.count() < TailConfig.LEAST_SAMPLES) {
            return 0;
        }
        double equity = Equity.of(candidate.view());
        double peak = Math.max(drawdown.peak(), equity);
        double room = (equity - (1 - haltAt) * peak) * A_LITTLE_LESS;
        return room > 0 ? Math.max(0, within(candidate, room)) : 0;
    }

    private double within(RiskCandidate candidate, double room) {
        double spacing = returns.spacingNanos();
        double longest = Math.max(config.stale().toNanos(), config.outage().toNanos());
        double waits = spacing > 0 ? Math.sqrt(longest / spacing) : 1;
        double crash = config.crashSigmas() * Math.max(1, waits);
        double most = adverse(candidate, room, crash);
        most = Math.min(most, gap(candidate, room, Side.SELL));
        most = Math.min(most, gap(candidate, room, Side.BUY));
        most = Math.min(most, spread(candidate, room));
        return Math.min(most, depth(candidate, room));
    }

    /** Every position loses so many deviations. */
    private double adverse(RiskCandidate candidate, double room, double sigmas) {
        double used = 0;
        for (int i = 0; i < returns.instruments(); i++) {
            double worth = worth(candidate, i);
            used += worth == 0 ? 0 : Math.abs(worth) * move(i, worth < 0, sigmas);
        }
        boolean isShort = candidate.side() == Side.SELL;
        return divided(room - used, candidate.unitExposure() * move(candidate.instrument(), isShort, sigmas));
    }

    /** All prices jump to one side: SELL for down, BUY for up. */
    private double gap(RiskCandidate candidate, double room, Side direction) {
        double used = 0;
        boolean isRise = direction == Side.BUY;
        for (int i = 0; i < returns.instruments(); i++) {
            double worth = worth(candidate, i);
            used -= worth == 0 ? 0 : direction.sign() * worth * move(i, isRise, config.gapSigmas());
        }
        double own = candidate.unitExposure() * move(candidate.instrument(), isRise, config.gapSigmas());
        boolean isHurt = candidate.side() != direction;
        if (isHurt) {
            return divided(room - used, own);
        }
        return used - candidate.quantity() * own <= room ? Double.POSITIVE_INFINITY : 0;
    }

    private double spread(RiskCandidate candidate, double room) {
        double used = 0;
        for (int i = 0; i < returns.instruments(); i++) {
            used += Math.abs(worth(candidate, i)) * halfSpread(i);
        }
        return divided(room - used, candidate.unitExposure() * halfSpread(candidate.instrument()));
    }

    private double depth(RiskCandidate candidate, double room) {
        int own = candidate.instrument();
        double used = 0;
        for (int i = 0; i < returns.instruments(); i++) {
            double worth = i == own ? 0 : worth(candidate, i);
            used += worth * worth * impact(candidate.view(), i, worth);
        }
        double held = candidate.side().sign() * worth(candidate, own);
        double impact = impact(candidate.view(), own, candidate.side().sign());
        if (!(impact > 0)) {
            return used <= room ? Double.POSITIVE_INFINITY : 0;
        }
        double most = Math.sqrt(Math.max(room - used, 0) / impact);
        return (most - held) / candidate.unitExposure();
    }

    /** What leaving costs, divided by the square of the worth that is left. */
    private double impact(RiskView view, int i, double worth) {
        double depth = memory.depth(i, worth > 0 ? Side.SELL : Side.BUY) * config.depthShare() * view.unitValue(i);
        return depth > 0 ? 0.5 * memory.spread(i) / depth : 0;
    }

    private double halfSpread(int i) {
        return 0.5 * memory.spread(i) * config.spreadMultiple();
    }

    private double move(int i, boolean isRise, double sigmas) {
        double move = sigmas * returns.deviation(i);
        return isRise ? move : Math.min(move, 1);
    }

    private static double worth(RiskCandidate candidate, int i) {
        return i == candidate.instrument()
                ? candidate.side().sign() * candidate.view().exposure(i, candidate.side())
                : LossLines.farthest(candidate.view(), i);
    }

    private static double divided(double room, double cost) {
        if (room < 0) {
            return 0;
        }
        return cost > 0 ? room / cost : Double.POSITIVE_INFINITY;
    }
}
