package io.aqts.core.execute;

import io.aqts.trade.Decimal;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;

/**
 * Who trades, and why.
 *
 * @param orderId the approval
 * @param side whether it buys or sells
 * @param cause the order's own reason, or the exit that was touched
 * @param arrivalPrice the price slippage is counted from
 * @param ambiguous whether the data left open what was touched first, or at all
 * @param bill what the order, or the exit, was charged so far
 */
record Ticket(long orderId, Side side, ReasonCode cause, Decimal arrivalPrice, boolean ambiguous, Bill bill) {

    Ticket certain() {
        return ambiguous ? new Ticket(orderId, side, cause, arrivalPrice, false, bill) : this;
    }

    Ticket doubtful() {
        return new Ticket(orderId, side, cause, arrivalPrice, true, bill);
    }
}
