package io.aqts;

import io.aqts.market.MarketSnapshot;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Side;
import java.util.List;

/**
 * What rules judge by at one moment. Valid only during the call it is given to.
 *
 * <p>Exposures are those of the worst case: positions, all orders that have not ended, and what was approved before in
 * the same step. Orders that only reduce count for nothing, because they may not fill.
 */
public interface RiskView {

    /** {@return the market now} */
    MarketSnapshot snapshot();

    /** {@return what is owned now} */
    Portfolio portfolio();

    /** {@return the orders approved before in this step, in their order} */
    List<ApprovedOrder> approved();

    /**
     * The last known price of an instrument.
     *
     * @param instrument the index of the instrument
     * @return its price in quote currency; zero or not a number where there is none
     */
    double price(int instrument);

    /**
     * What one unit is worth in the currency of account: price times contract multiplier times exchange rate.
     *
     * @param instrument the index of the instrument
     * @return its worth; zero or not a number where there is none
     */
    double unitValue(int instrument);

    /**
     * How far a position and its orders may come to reach on one side, in the currency of account.
     *
     * @param instrument the index of the instrument
     * @param side BUY for what is held and all that may still be bought, SELL for all that may still be sold less what
     *     is held; so the one is at least minus the other
     * @return the worth of that end, negative if it lies on the other side
     */
    double exposure(int instrument, Side side);

    /**
     * What stops would cost if they were touched, in the currency of account.
     *
     * @param instrument the index of the instrument
     * @param side BUY for stops of long positions and of orders to buy, SELL for the others
     * @return the loss, zero or more; positions and orders without a stop have none
     */
    double heat(int instrument, Side side);

    /** {@return the moment, in nanoseconds since 1970-01-01T00:00Z} */
    default long epochNanos() {
        return snapshot().epochNanos();
    }

    /**
     * What a price of one is worth for one unit, in the currency of account: contract multiplier times exchange rate.
     *
     * @param instrument the index of the instrument
     * @return the factor, exactly one where units are worth their price
     */
    default double valuePerPrice(int instrument) {
        return unitValue(instrument) / price(instrument);
    }

    /**
     * The worth an instrument may come to on its worse side.
     *
     * @param instrument the index of the instrument
     * @return the worth in the currency of account, zero or more
     */
    default double worstExposure(int instrument) {
        return Math.max(exposure(instrument, Side.BUY), exposure(instrument, Side.SELL));
    }
}
