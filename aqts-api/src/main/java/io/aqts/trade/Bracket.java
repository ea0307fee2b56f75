package io.aqts.trade;

import io.aqts.internal.Checks;

/**
 * The protective exits approved together with an order, on the instrument's price grid.
 *
 * <p>They are armed when the order fills, for the quantity that filled; they only ever reduce the position; and the
 * first of them to fill cancels the others.
 *
 * @param stopPrice the price that triggers the loss to be taken, in quote currency; zero for no stop
 * @param targetPrice the price at which the gain is taken, in quote currency; zero for no target
 * @param holdNanos the longest time from the fill to the exit, in nanoseconds; zero for no limit
 */
public record Bracket(Decimal stopPrice, Decimal targetPrice, long holdNanos) {

    /** No protective exit. */
    public static final Bracket NONE = new Bracket(Decimal.ZERO, Decimal.ZERO, 0);

    /** Refuses what lies below zero. */
    public Bracket {
        Checks.that(!stopPrice.isNegative(), "bracket.stopPrice", "be zero or more", stopPrice);
        Checks.that(!targetPrice.isNegative(), "bracket.targetPrice", "be zero or more", targetPrice);
        Checks.atLeast("bracket.holdNanos", holdNanos, 0);
    }

    /** {@return whether a stop is set} */
    public boolean hasStop() {
        return stopPrice.isPositive();
    }

    /** {@return whether a target is set} */
    public boolean hasTarget() {
        return targetPrice.isPositive();
    }

    /** {@return whether the time to hold is limited} */
    public boolean hasHoldLimit() {
        return holdNanos > 0;
    }
}
