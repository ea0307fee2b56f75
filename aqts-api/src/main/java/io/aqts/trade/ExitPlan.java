package io.aqts.trade;

/**
 * How a position is to be left once it is entered, as believed before rounding.
 *
 * @param stopPrice the price at which the loss is taken, in quote currency; zero for no stop
 * @param targetPrice the price at which the gain is taken, in quote currency; zero for no target
 * @param holdNanos the longest time from the fill to the exit, in nanoseconds; zero for no limit
 */
public record ExitPlan(double stopPrice, double targetPrice, long holdNanos) {

    /** Nothing planned: the position is left when the strategy says so. */
    public static final ExitPlan NONE = new ExitPlan(0, 0, 0);
}
