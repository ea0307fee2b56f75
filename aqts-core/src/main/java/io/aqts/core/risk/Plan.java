package io.aqts.core.risk;

import io.aqts.trade.ExitPlan;
import io.aqts.trade.Side;

/**
 * Where a trade is entered and left, as believed.
 *
 * @param reference the price it is decided at
 * @param worst the worst price it may be entered at
 * @param distance from the reference to the stop, more than zero
 * @param stop the price of the stop, more than zero
 * @param target the price of the target; zero if it would not be more than zero
 * @param holdNanos the longest time to hold
 */
record Plan(double reference, double worst, double distance, double stop, double target, long holdNanos) {

    ExitPlan exits() {
        return new ExitPlan(stop, target, holdNanos);
    }

    /** What a unit loses from its worst entry to the stop. */
    double worstDistance(Side side) {
        return side.sign() * (worst - stop);
    }
}
