package io.aqts;

import io.aqts.market.MarketSnapshot;
import io.aqts.signal.Forecast;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Side;

/**
 * An order that opens or enlarges a position, on its way through the rules.
 *
 * @param instrument the index of the instrument in the universe
 * @param side whether it buys or sells
 * @param quantity how many units are left after the rules before, more than zero; for the first rule, what was asked
 *     for
 * @param price the price it is judged by, the worst it may be entered at, in quote currency
 * @param stopPrice where its loss would be taken, in quote currency; zero for no stop
 * @param forecast what is expected of the instrument; {@link Forecast#NONE} where nothing is
 * @param view what it is judged by, valid only during the call
 */
public record RiskCandidate(
        int instrument, Side side, double quantity, double price, double stopPrice, Forecast forecast, RiskView view) {

    /** {@return the market now} */
    public MarketSnapshot snapshot() {
        return view.snapshot();
    }

    /** {@return what is owned now} */
    public Portfolio portfolio() {
        return view.portfolio();
    }

    /**
     * {@return what a unit counts in limits of exposure: at its price or the last known one, whichever is higher, in
     * the currency of account}
     */
    public double unitExposure() {
        return Math.max(price, view.price(instrument)) * view.valuePerPrice(instrument);
    }

    /** {@return what a unit loses from its entry to its stop, in the currency of account; all of it without a stop} */
    public double unitLoss() {
        return stopPrice == 0 ? unitExposure() : side.sign() * (price - stopPrice) * view.valuePerPrice(instrument);
    }

    /** {@return what is expected to be earned in the direction of the order, as a share; without forecast zero} */
    public double expectedReturn() {
        return side.sign() * forecast.expectedReturn();
    }

    /**
     * The same order for fewer units.
     *
     * @param fewer how many units
     * @return the changed candidate
     */
    public RiskCandidate withQuantity(double fewer) {
        return new RiskCandidate(instrument, side, fewer, price, stopPrice, forecast, view);
    }
}
