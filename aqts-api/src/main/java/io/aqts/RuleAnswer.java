package io.aqts;

import io.aqts.trade.ReasonCode;

/**
 * What one rule or limit made of an order.
 *
 * @param reason the reason the rule names when it lowers an order
 * @param before how many units there were before it, in units of the base
 * @param after how many it left; never more than before, zero if it forbade the order
 */
public record RuleAnswer(ReasonCode reason, double before, double after) {

    /** {@return whether it lowered or forbade the order} */
    public boolean isLowered() {
        return after < before;
    }
}
