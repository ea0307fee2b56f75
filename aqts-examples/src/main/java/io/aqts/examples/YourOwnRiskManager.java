package io.aqts.examples;

import io.aqts.RiskManager;
import io.aqts.core.Aqts;
import io.aqts.core.AqtsBuilder;
import io.aqts.core.backtest.Backtest;
import io.aqts.core.detect.SmaCross;
import io.aqts.core.fuse.FollowSignal;
import io.aqts.market.MarketSnapshot;
import io.aqts.signal.Action;
import io.aqts.signal.Decision;
import io.aqts.signal.Proposal;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.Portfolio;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskVerdict;
import io.aqts.trade.Side;
import io.aqts.trade.Sizing;
import java.util.List;

/** A whole risk manager of your own: a fixed share of the equity for each long position, and nothing short. */
public final class YourOwnRiskManager {

    private YourOwnRiskManager() {}

    /** Spends the same share of the equity on every position. The risk gate still holds it to the limits. */
    record FixedShare(double share) implements RiskManager {

        @Override
        public List<RiskVerdict> assess(Decision decision, MarketSnapshot snapshot, Portfolio portfolio) {
            return decision.proposals().stream()
                    .filter(proposal -> proposal.action() != Action.HOLD)
                    .map(proposal -> judge(proposal, portfolio))
                    .toList();
        }

        private RiskVerdict judge(Proposal proposal, Portfolio portfolio) {
            int i = proposal.instrument();
            int held = portfolio.position(i).quantity().signum();
            int wanted = proposal.action() == Action.GO_LONG ? 1 : 0;
            if (held == wanted || portfolio.hasOpenOrder(i)) {
                return RiskVerdict.rejected(i, ReasonCode.ALREADY_THERE);
            }
            if (held == 0 && !portfolio.riskState().allowsOpening()) {
                return RiskVerdict.rejected(i, ReasonCode.CIRCUIT_BREAKER);
            }
            if (held == 0 && !(portfolio.markedEquity() > 0)) {
                return RiskVerdict.rejected(i, ReasonCode.INSUFFICIENT_CASH);
            }
            OrderIntent intent = held == 0
                    ? OrderIntent.open(i, Side.BUY, Sizing.spend(share * portfolio.markedEquity()))
                    : OrderIntent.close(i, held > 0 ? Side.SELL : Side.BUY, ReasonCode.SIGNAL);
            return new RiskVerdict.Approved(intent, proposal.reasons());
        }
    }

    static AqtsBuilder wire() {
        return Aqts.simulation()
                .detector(context -> new SmaCross(10, 30))
                .fusion(FollowSignal::new)
                .risk(context -> new FixedShare(0.1))
                .config(c -> c.backtest(b -> b.steps(1_440)));
    }

    /**
     * Trades a tenth of the equity at a time on five made-up days.
     *
     * @param args none
     */
    public static void main(String[] args) {
        InShort.lines(Backtest.of(wire()).run()).forEach(System.out::println);
    }
}
