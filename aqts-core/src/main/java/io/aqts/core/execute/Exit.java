package io.aqts.core.execute;

import io.aqts.trade.Decimal;
import io.aqts.trade.ReasonCode;

/**
 * The leaving of a position by an exit that was touched.
 *
 * @param cause which one
 * @param price where the market was, in quote currency
 * @param arrivalPrice the price of the exit, which slippage is counted from
 * @param resting whether it fills at its price like a resting order, or takes what it gets
 * @param ambiguous whether the other exit lay within the same bar
 */
record Exit(ReasonCode cause, Decimal price, Decimal arrivalPrice, boolean resting, boolean ambiguous) {

    /** {@return the same exit as a taker} */
    Exit taking() {
        return new Exit(cause, price, arrivalPrice, false, ambiguous);
    }
}
