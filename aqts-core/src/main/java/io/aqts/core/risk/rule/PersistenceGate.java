package io.aqts.core.risk.rule;

import io.aqts.RiskCandidate;
import io.aqts.RiskObserver;
import io.aqts.RiskRule;
import io.aqts.signal.Action;
import io.aqts.signal.Decision;
import io.aqts.signal.Proposal;
import io.aqts.trade.ReasonCode;
import java.util.List;

/**
 * A direction must be proposed several times in a row before it is opened.
 *
 * <p>An instrument without a proposal, or held because it brought no bar, keeps its count; anything else than the same
 * direction ends it.
 */
public final class PersistenceGate implements RiskRule, RiskObserver {

    private final int required;
    private final int[] directions;
    private final int[] counts;

    /**
     * A gate that has seen no decision.
     *
     * @param required how many decisions in a row, this one included
     * @param instruments how many instruments there are
     */
    public PersistenceGate(int required, int instruments) {
        this.required = required;
        directions = new int[instruments];
        counts = new int[instruments];
    }

    @Override
    public ReasonCode reason() {
        return ReasonCode.NOT_PERSISTENT;
    }

    @Override
    public double allowedQuantity(RiskCandidate candidate) {
        int i = candidate.instrument();
        boolean persists = directions[i] == candidate.side().sign() && counts[i] >= required;
        return persists ? Double.POSITIVE_INFINITY : 0;
    }

    @Override
    public void onDecision(Decision decision) {
        List<Proposal> proposals = decision.proposals();
        for (int k = 0; k < proposals.size(); k++) {
            Proposal proposal = proposals.get(k);
            if (proposal.instrument() < counts.length && !isSilent(proposal)) {
                count(proposal);
            }
        }
    }

    private void count(Proposal proposal) {
        int i = proposal.instrument();
        int direction = switch (proposal.action()) {
            case GO_LONG -> 1;
            case GO_SHORT -> -1;
            case GO_FLAT, HOLD -> 0;
        };
        counts[i] = direction == 0 ? 0 : direction == directions[i] ? Math.min(counts[i] + 1, required) : 1;
        directions[i] = direction;
    }

    private static boolean isSilent(Proposal proposal) {
        return proposal.action() == Action.HOLD && proposal.reasons().contains(ReasonCode.NO_NEW_BAR);
    }
}
