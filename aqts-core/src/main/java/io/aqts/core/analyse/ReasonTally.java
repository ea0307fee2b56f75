package io.aqts.core.analyse;

import io.aqts.LayerContext;
import io.aqts.Step;
import io.aqts.StepListener;
import io.aqts.core.analyse.ReasonCount.Outcome;
import io.aqts.signal.Action;
import io.aqts.signal.Proposal;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskVerdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Why a run did what it did, and why it did not do more: every reason of every hold and verdict, counted. */
public final class ReasonTally implements StepListener {

    private final List<Tally> tallies = new ArrayList<>();

    /** A tally of nothing yet. */
    public ReasonTally() {}

    @Override
    public void onStart(LayerContext context) {
        tallies.clear();
    }

    @Override
    public void onStep(Step step) {
        List<Proposal> proposals = step.decision().proposals();
        for (int i = 0; i < proposals.size(); i++) {
            Proposal proposal = proposals.get(i);
            if (proposal.action() == Action.HOLD) {
                count(Outcome.HELD, proposal.reasons());
            }
        }
        List<RiskVerdict> verdicts = step.verdicts();
        for (int i = 0; i < verdicts.size(); i++) {
            RiskVerdict verdict = verdicts.get(i);
            Outcome outcome = verdict instanceof RiskVerdict.Approved
                    ? Outcome.APPROVED
                    : verdict instanceof RiskVerdict.Reduced ? Outcome.REDUCED : Outcome.REJECTED;
            count(outcome, verdict.reasons());
        }
    }

    /** {@return the counts so far, by outcome and then the most frequent first} */
    public List<ReasonCount> counts() {
        return tallies.stream()
                .map(tally -> new ReasonCount(tally.outcome, tally.reason, tally.count))
                .sorted(Comparator.comparing(ReasonCount::outcome)
                        .thenComparing(
                                Comparator.comparingLong(ReasonCount::count).reversed())
                        .thenComparing(count -> count.reason().code()))
                .toList();
    }

    private void count(Outcome outcome, List<ReasonCode> reasons) {
        for (int i = 0; i < reasons.size(); i++) {
            tally(outcome, reasons.get(i)).count++;
        }
    }

    private Tally tally(Outcome outcome, ReasonCode reason) {
        for (int i = 0; i < tallies.size(); i++) {
            Tally tally = tallies.get(i);
            if (tally.outcome == outcome && tally.reason.equals(reason)) {
                return tally;
            }
        }
        Tally fresh = new Tally(outcome, reason);
        tallies.add(fresh);
        return fresh;
    }

    private static final class Tally {

        private final Outcome outcome;
        private final ReasonCode reason;
        private long count;

        Tally(Outcome outcome, ReasonCode reason) {
            this.outcome = outcome;
            this.reason = reason;
        }
    }
}
