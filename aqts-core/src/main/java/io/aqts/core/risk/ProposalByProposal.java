package io.aqts.core.risk;

import io.aqts.RiskManager;
import io.aqts.market.MarketSnapshot;
import io.aqts.signal.Action;
import io.aqts.signal.Decision;
import io.aqts.signal.Proposal;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.Portfolio;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskVerdict;
import io.aqts.trade.Side;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A risk manager that judges one proposal after the other and has its common answers ready. */
abstract class ProposalByProposal implements RiskManager {

    private final int instruments;

    ProposalByProposal(int instruments) {
        this.instruments = instruments;
    }

    @Override
    public List<RiskVerdict> assess(Decision decision, MarketSnapshot snapshot, Portfolio portfolio) {
        List<Proposal> proposals = decision.proposals();
        List<RiskVerdict> all = List.of();
        for (int i = 0; i < proposals.size(); i++) {
            Proposal proposal = proposals.get(i);
            if (proposal.action() == Action.HOLD) {
                continue;
            }
            List<RiskVerdict> one = proposal.instrument() < instruments
                    ? judge(proposal, snapshot, portfolio)
                    : List.of(RiskVerdict.rejected(proposal.instrument(), ReasonCode.MALFORMED));
            if (proposals.size() == 1) {
                return one;
            }
            if (all.isEmpty()) {
                all = new ArrayList<>(proposals.size());
            }
            all.addAll(one);
        }
        return all.isEmpty() ? List.of() : Collections.unmodifiableList(all);
    }

    /** The one verdict on a proposal that is not a hold and is about an instrument of the universe. */
    abstract List<RiskVerdict> judge(Proposal proposal, MarketSnapshot snapshot, Portfolio portfolio);

    /** For each instrument the answer that refuses for a reason. */
    static List<List<RiskVerdict>> refusals(int instruments, ReasonCode reason) {
        List<List<RiskVerdict>> answers = new ArrayList<>(instruments);
        for (int i = 0; i < instruments; i++) {
            answers.add(List.of(RiskVerdict.rejected(i, reason)));
        }
        return List.copyOf(answers);
    }

    /** For each instrument the answer that closes the whole position at the market. */
    static List<List<RiskVerdict>> closings(int instruments, Side side, ReasonCode reason) {
        List<List<RiskVerdict>> answers = new ArrayList<>(instruments);
        for (int i = 0; i < instruments; i++) {
            answers.add(List.of(new RiskVerdict.Approved(OrderIntent.close(i, side, reason), List.of(reason))));
        }
        return List.copyOf(answers);
    }
}
