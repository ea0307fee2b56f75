package io.aqts.core.risk.rule;

import io.aqts.RiskCandidate;
import io.aqts.RiskObserver;
import io.aqts.RiskRule;
import io.aqts.RiskTrigger;
import io.aqts.RiskView;
import io.aqts.config.DrawdownTier;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The more of the highest equity is lost, the less may be risked, and from a certain share on nothing.
 *
 * <p>A tier ends as soon as less is lost. One that allows no risk throws the kill switch at the level that keeps
 * positions, and an operator has to resume trading; losses are then counted anew.
 */
public final class DrawdownTiers implements RiskRule, RiskObserver, RiskTrigger {

    private final List<DrawdownTier> tiers;
    private final int instruments;
    private final Drawdown drawdown = new Drawdown();
    private @Nullable DrawdownTier tier;
    private boolean isStopped;

    /**
     * A ladder of tiers.
     *
     * @param tiers in rising order of the share lost
     * @param instruments how many instruments there are
     */
    public DrawdownTiers(List<DrawdownTier> tiers, int instruments) {
        this.tiers = List.copyOf(tiers);
        this.instruments = instruments;
    }

    @Override
    public ReasonCode reason() {
        return ReasonCode.DRAWDOWN_TIER;
    }

    @Override
    public double allowedQuantity(RiskCandidate candidate) {
        DrawdownTier now = tier;
        if (isStopped) {
            return 0;
        }
        if (now == null) {
            return Double.POSITIVE_INFINITY;
        }
        return PositionCountCap.fits(candidate, now.maxPositions(), instruments)
                ? TradeRisk.units(candidate, now.riskShare())
                : 0;
    }

    @Override
    public RiskState demandedState() {
        return isStopped ? RiskState.KILL_SWITCH : RiskState.NORMAL;
    }

    @Override
    public void onStep(RiskView view) {
        drawdown.add(Equity.of(view));
        tier = null;
        for (int i = 0; i < tiers.size(); i++) {
            if (drawdown.share() >= tiers.get(i).drawdown()) {
                tier = tiers.get(i);
            }
        }
        isStopped |= tier != null && tier.riskShare() == 0;
    }

    @Override
    public void onResume() {
        drawdown.reset();
        tier = null;
        isStopped = false;
    }
}
