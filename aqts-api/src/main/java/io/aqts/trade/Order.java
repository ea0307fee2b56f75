package io.aqts.trade;

import io.aqts.internal.Checks;

/**
 * An instruction to buy or sell, in exact numbers on the instrument's grid.
 *
 * <p>An order by itself trades nothing. A venue takes only an {@link ApprovedOrder}.
 *
 * @param instrument the index of the instrument in the universe
 * @param side whether to buy or to sell
 * @param size how much
 * @param type at what price
 * @param timeInForce how long it may wait
 * @param reduceOnly whether it may only shrink a position; what would go beyond flat is canceled
 * @param bracket the exits to arm when it fills
 * @param reason why it was placed
 */
public record Order(
        int instrument,
        Side side,
        OrderSize size,
        OrderType type,
        TimeInForce timeInForce,
        boolean reduceOnly,
        Bracket bracket,
        ReasonCode reason) {

    /** Refuses an instrument below zero and a sale by amount. */
    public Order {
        Checks.atLeast("order.instrument", instrument, 0);
        Checks.that(side == Side.BUY || size instanceof OrderSize.Units, "order.size", "be in units for a sale", size);
    }
}
