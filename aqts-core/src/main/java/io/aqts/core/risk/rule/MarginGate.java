package io.aqts.core.risk.rule;

import io.aqts.RiskCandidate;
import io.aqts.RiskObserver;
import io.aqts.RiskRule;
import io.aqts.RiskView;
import io.aqts.config.MarginConfig;
import io.aqts.trade.ReasonCode;

/**
 * Only a part of the equity is bound as margin. Once too much is, nothing is opened until clearly less is.
 *
 * <p>Bound is the worth of positions, and of orders if the worst ones fill, times the margin each binds.
 */
public final class MarginGate implements RiskRule, RiskObserver {

    private final MarginConfig config;
    private final int instruments;
    private boolean isFull;

    /**
     * A gate that has seen nothing bound.
     *
     * @param config how much may be bound; its limit must be set
     * @param instruments how many instruments there are
     */
    public MarginGate(MarginConfig config, int instruments) {
        this.config = config;
        this.instruments = instruments;
    }

    @Override
    public ReasonCode reason() {
        return ReasonCode.MARGIN;
    }

    @Override
    public double allowedQuantity(RiskCandidate candidate) {
        if (isFull) {
            return 0;
        }
        double most = config.stopAt().of(Equity.of(candidate.view())) / config.initialShare();
        double elsewhere = worth(candidate.view()) - candidate.view().worstExposure(candidate.instrument());
        return Room.units(candidate, elsewhere, most);
    }

    @Override
    public void onStep(RiskView view) {
        double bound = worth(view) * config.initialShare();
        double equity = Equity.of(view);
        if (!(bound < config.stopAt().of(equity))) {
            isFull = true;
        } else if (bound < config.resumeBelow() * equity) {
            isFull = false;
        }
    }

    private double worth(RiskView view) {
        double sum = 0;
        for (int i = 0; i < instruments; i++) {
            sum += view.worstExposure(i);
        }
        return sum;
    }
}
