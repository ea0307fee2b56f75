package io.aqts.core.risk;

import io.aqts.market.MarketSnapshot;
import io.aqts.signal.Action;
import io.aqts.signal.Decision;
import io.aqts.signal.Forecast;
import io.aqts.signal.Proposal;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Side;
import java.math.RoundingMode;
import java.util.List;

/**
 * What the gate judges by in one step.
 *
 * @param portfolio what is owned now
 * @param snapshot the market now
 * @param decision what fusion proposed
 * @param marks the figures each instrument is judged by
 * @param fresh the orders approved in this step so far; it grows
 * @param withdrawn the numbers of the orders withdrawn in this step so far; it grows
 */
record Moment(
        Portfolio portfolio,
        MarketSnapshot snapshot,
        Decision decision,
        Marks marks,
        List<ApprovedOrder> fresh,
        List<Long> withdrawn) {

    private static final Decimal FINE = Decimal.of(1, 12);

    long epochNanos() {
        return snapshot.epochNanos();
    }

    /** What fusion expects of an order of this side; nothing if it proposed something else. */
    Forecast forecast(int instrument, Side side) {
        List<Proposal> proposals = decision.proposals();
        Action wanted = side == Side.BUY ? Action.GO_LONG : Action.GO_SHORT;
        for (int i = 0; i < proposals.size(); i++) {
            Proposal proposal = proposals.get(i);
            if (proposal.instrument() == instrument && proposal.action() == wanted) {
                return proposal.forecast();
            }
        }
        return Forecast.NONE;
    }

    /** What a price of one is worth for one unit, in the currency of account. */
    double factor(int instrument) {
        double worth = marks.unitValue(instrument);
        double price = marks.price(instrument);
        return Double.compare(worth, price) == 0 ? 1 : worth / price;
    }

    /** The same, exact; where it is not one, rounded up to twelve decimals, so that nothing costs less. */
    Decimal exactFactor(int instrument) {
        double factor = factor(instrument);
        return factor == 1 ? Decimal.ONE : Decimal.roundedToMultiple(factor, FINE, RoundingMode.UP);
    }

    /** Whether an order was withdrawn in this step. */
    boolean isWithdrawn(long orderId) {
        return !withdrawn.isEmpty() && withdrawn.contains(orderId);
    }

    /** The same moment with another state of what is owned and ordered. */
    Moment with(Portfolio other) {
        return new Moment(other, snapshot, decision, marks, fresh, withdrawn);
    }
}
