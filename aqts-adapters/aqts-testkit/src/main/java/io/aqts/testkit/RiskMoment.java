package io.aqts.testkit;

import io.aqts.LayerContext;
import io.aqts.Randomness;
import io.aqts.market.Bar;
import io.aqts.market.MarketSnapshot;
import io.aqts.signal.Action;
import io.aqts.signal.Decision;
import io.aqts.signal.Proposal;
import io.aqts.trade.Portfolio;
import java.util.ArrayList;
import java.util.List;

/**
 * What a risk manager is asked at one moment.
 *
 * @param decision what is proposed
 * @param snapshot the market now
 * @param portfolio what is owned, marked to the last known prices
 */
record RiskMoment(Decision decision, MarketSnapshot snapshot, Portfolio portfolio) {

    /** {@return the whole market with decisions and portfolios made up from its seed} */
    static List<RiskMoment> of(Market market, LayerContext context) {
        Randomness chance = Randomness.of(market.seed()).split("risk");
        int instruments = market.universe().size();
        double[] prices = new double[instruments];
        List<RiskMoment> moments = new ArrayList<>();
        for (MarketSnapshot snapshot : market.snapshots()) {
            for (int i = 0; i < instruments; i++) {
                Bar bar = snapshot.instrument(i).bar();
                prices[i] = bar == null ? prices[i] : bar.close();
            }
            Portfolio portfolio = Portfolios.next(chance, context, snapshot.epochNanos(), prices);
            moments.add(new RiskMoment(Decisions.next(chance, instruments), snapshot, portfolio));
        }
        return moments;
    }

    RiskMoment copy() {
        return new RiskMoment(new Decision(new ArrayList<>(decision.proposals())), Contents.copy(snapshot), portfolio);
    }

    /** {@return the same moment with a proposal to leave every position} */
    RiskMoment leavingEverything() {
        List<Proposal> proposals = new ArrayList<>();
        Randomness chance = Randomness.of(snapshot.epochNanos());
        for (int i = 0; i < snapshot.instruments().size(); i++) {
            proposals.add(Decisions.proposal(chance, i, Action.GO_FLAT));
        }
        return new RiskMoment(new Decision(proposals), snapshot, portfolio);
    }
}
