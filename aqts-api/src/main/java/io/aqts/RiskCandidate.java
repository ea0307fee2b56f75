package io.aqts;

import io.aqts.market.MarketSnapshot;
import io.aqts.signal.Proposal;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Side;

/**
 * An order that opens or enlarges a position, on its way through the rules.
 *
 * @param proposal what fusion proposed
 * @param side whether it buys or sells
 * @param quantity how many units are left after the rules before, more than zero
 * @param price the price it is judged by, in quote currency
 * @param stopPrice where its loss would be taken, in quote currency; zero for no stop
 * @param snapshot the market now
 * @param portfolio what is owned now
 */
public record RiskCandidate(
        Proposal proposal,
        Side side,
        double quantity,
        double price,
        double stopPrice,
        MarketSnapshot snapshot,
        Portfolio portfolio) {

    /** {@return the index of the instrument in the universe} */
    public int instrument() {
        return proposal.instrument();
    }

    /**
     * The same order for fewer units.
     *
     * @param fewer how many units
     * @return the changed candidate
     */
    public RiskCandidate withQuantity(double fewer) {
        return new RiskCandidate(proposal, side, fewer, price, stopPrice, snapshot, portfolio);
    }
}
