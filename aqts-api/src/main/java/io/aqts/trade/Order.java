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
 * @param lifetime how long it may wait
 * @param handling what else the venue is to observe
 * @param bracket the exits to arm when it fills
 * @param reason why it was placed
 */
public record Order(
        int instrument,
        Side side,
        OrderSize size,
        OrderType type,
        Lifetime lifetime,
        Handling handling,
        Bracket bracket,
        ReasonCode reason) {

    /** Refuses an instrument below zero and a sale by amount. */
    public Order {
        Checks.atLeast("order.instrument", instrument, 0);
        Checks.that(side == Side.BUY || size instanceof OrderSize.Units, "order.size", "be in units for a sale", size);
    }

    /** {@return the rule of how long it may wait} */
    public TimeInForce timeInForce() {
        return lifetime.timeInForce();
    }

    /** {@return whether it may only shrink a position} */
    public boolean reduceOnly() {
        return handling.reduceOnly();
    }

    /**
     * {@return whether it need not fill now, because it waits for a trigger, or names a price or a time and may rest}
     */
    public boolean mayRest() {
        TimeInForce rule = timeInForce();
        boolean isImmediate = rule == TimeInForce.IOC || rule == TimeInForce.FOK;
        boolean isOfSession = rule == TimeInForce.AT_OPEN || rule == TimeInForce.AT_CLOSE;
        return type.trigger().isPositive() || (!isImmediate && (type.limit().isPositive() || isOfSession));
    }

    /**
     * The same order for another amount.
     *
     * @param other how much
     * @return the changed order
     */
    public Order withSize(OrderSize other) {
        return new Order(instrument, side, other, type, lifetime, handling, bracket, reason);
    }

    /**
     * The same order at another price.
     *
     * @param other at what price
     * @return the changed order
     */
    public Order withType(OrderType other) {
        return new Order(instrument, side, size, other, lifetime, handling, bracket, reason);
    }

    /**
     * The same order for another time.
     *
     * @param other how long it may wait
     * @return the changed order
     */
    public Order withLifetime(Lifetime other) {
        return new Order(instrument, side, size, type, other, handling, bracket, reason);
    }

    /**
     * The same order, handled otherwise.
     *
     * @param other what the venue is to observe
     * @return the changed order
     */
    public Order withHandling(Handling other) {
        return new Order(instrument, side, size, type, lifetime, other, bracket, reason);
    }

    /**
     * The same order with other exits.
     *
     * @param other the exits to arm when it fills
     * @return the changed order
     */
    public Order withBracket(Bracket other) {
        return new Order(instrument, side, size, type, lifetime, handling, other, reason);
    }
}
