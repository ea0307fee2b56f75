package io.aqts.core.risk.rule;

import io.aqts.RiskCandidate;
import io.aqts.RiskRule;
import io.aqts.config.CapConfig;
import io.aqts.trade.ReasonCode;
import java.util.List;

/** The positions in some instruments are worth at most so much together, whichever of their orders fill. */
public final class GroupCap implements RiskRule {

    private final ReasonCode reason;
    private final CapConfig cap;
    private final boolean[] members;

    /**
     * A cap on a group of instruments.
     *
     * @param reason what it is called when it lowers an order
     * @param cap the most they may be worth together, long and short added up; a share is of equity
     * @param members whether each instrument belongs to it, in the order of the universe
     */
    public GroupCap(ReasonCode reason, CapConfig cap, List<Boolean> members) {
        this.reason = reason;
        this.cap = cap;
        this.members = new boolean[members.size()];
        for (int i = 0; i < this.members.length; i++) {
            this.members[i] = members.get(i);
        }
    }

    @Override
    public ReasonCode reason() {
        return reason;
    }

    @Override
    public double allowedQuantity(RiskCandidate candidate) {
        if (!members[candidate.instrument()]) {
            return Double.POSITIVE_INFINITY;
        }
        double elsewhere = 0;
        for (int i = 0; i < members.length; i++) {
            if (members[i] && i != candidate.instrument()) {
                elsewhere += candidate.view().worstExposure(i);
            }
        }
        return Room.units(candidate, elsewhere, cap.of(Equity.of(candidate.view())));
    }
}
