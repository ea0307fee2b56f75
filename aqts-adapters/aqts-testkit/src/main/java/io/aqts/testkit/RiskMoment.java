package io.aqts.testkit;

import io.aqts.LayerContext;
import io.aqts.Randomness;
import io.aqts.market.MarketSnapshot;
import io.aqts.signal.Action;
import io.aqts.signal.Decision;
import io.aqts.signal.Proposal;
import io.aqts.trade.Portfolio;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a risk manager is asked at one moment.
 *
 * @param decision what is proposed
 * @param snapshot the market now
 * @param portfolio what is owned, marked to the last known prices
 * @param prices the last known price of each instrument, zero where there is none
 */
record RiskMoment(Decision decision, MarketSnapshot snapshot, Portfolio portfolio, List<Double> prices) {

    /** {@return the whole market with decisions and portfolios made up from its seed} */
    static List<RiskMoment> of(Market market, LayerContext context) {
        Randomness chance = Randomness.of(market.seed()).split("risk");
        int instruments = market.universe().size();
        double[] prices = new double[instruments];
        List<RiskMoment> moments = new ArrayList<>();
        for (MarketSnapshot snapshot : market.snapshots()) {
            for (int i = 0; i < instruments; i++) {
                double price = snapshot.instrument(i).price();
                prices[i] = price > 0 ? price : prices[i];
            }
            Portfolio portfolio = Portfolios.next(chance, context, snapshot.epochNanos(), prices);
            List<Double> known = Arrays.stream(prices).boxed().toList();
            moments.add(new RiskMoment(Decisions.next(chance, instruments), snapshot, portfolio, known));
        }
        return moments;
    }

    /** {@return the last known price of an instrument, by which it is judged} */
    double price(int instrument) {
        return prices.get(instrument);
    }

    RiskMoment copy() {
        return new RiskMoment(
                new Decision(new ArrayList<>(decision.proposals())), Contents.copy(snapshot), portfolio, prices);
    }

    /** {@return the same moment with a proposal to leave every position} */
    RiskMoment leavingEverything() {
        List<Proposal> proposals = new ArrayList<>();
        Randomness chance = Randomness.of(snapshot.epochNanos());
        for (int i = 0; i < snapshot.instruments().size(); i++) {
            proposals.add(Decisions.proposal(chance, i, Action.GO_FLAT));
        }
        return new RiskMoment(new Decision(proposals), snapshot, portfolio, prices);
    }
}
