package io.aqts.core.risk.rule;

import io.aqts.RiskCandidate;
import io.aqts.RiskObserver;
import io.aqts.RiskRule;
import io.aqts.RiskTrigger;
import io.aqts.RiskView;
import io.aqts.config.SevereLossConfig;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskState;

/** After a severe loss trading goes on with little at risk, in the state of recovery, until most of it is made good. */
public final class SevereLoss implements RiskRule, RiskObserver, RiskTrigger {

    private final SevereLossConfig config;
    private final Drawdown drawdown = new Drawdown();
    private boolean isRecovering;

    /**
     * A rule that has seen no loss.
     *
     * @param config when a loss is severe, and what is allowed then
     */
    public SevereLoss(SevereLossConfig config) {
        this.config = config;
    }

    @Override
    public ReasonCode reason() {
        return ReasonCode.SEVERE_LOSS;
    }

    @Override
    public double allowedQuantity(RiskCandidate candidate) {
        return isRecovering ? TradeRisk.units(candidate, config.riskShare()) : Double.POSITIVE_INFINITY;
    }

    @Override
    public RiskState demandedState() {
        return isRecovering ? RiskState.RECOVERY : RiskState.NORMAL;
    }

    @Override
    public void onStep(RiskView view) {
        drawdown.add(Equity.of(view));
        double lost = drawdown.share();
        isRecovering = lost >= config.drawdown() || (isRecovering && lost > config.recoverAt());
    }

    @Override
    public void onResume() {
        drawdown.reset();
        isRecovering = false;
    }
}
