package io.aqts.trade;

/**
 * At what price an {@link OrderIntent} may fill, as believed: {@link OrderType} before rounding.
 *
 * <p>Nothing is checked on construction; the risk gate judges it. Prices are in quote currency.
 */
public sealed interface Pricing {

    /** {@return the worst price it may fill at; zero if it names none} */
    default double limit() {
        return 0;
    }

    /** {@return the price that must be reached before it may fill; zero if it may at once} */
    default double trigger() {
        return 0;
    }

    /**
     * At the market, as far as it is not too much worse than the reference price.
     *
     * @param maxSlippageBps how far beyond the reference it may fill, in basis points, 0 to 10,000, where zero is not
     *     at all; such an order is immediate or cancel. {@link OrderIntent#UNBOUNDED} for whatever the market gives
     */
    record AtMarket(double maxSlippageBps) implements Pricing {

        private static final AtMarket UNBOUNDED = new AtMarket(Double.POSITIVE_INFINITY);
    }

    /**
     * At a price or a better one.
     *
     * @param limit the worst price
     */
    record AtLimit(double limit) implements Pricing {}

    /**
     * At the market, once a price was reached that is worse than the present one.
     *
     * @param trigger that price
     */
    record OnStop(double trigger) implements Pricing {}

    /**
     * At a price or a better one, once a price was reached that is worse than the present one.
     *
     * @param trigger that price
     * @param limit the worst price from then on
     */
    record OnStopLimit(double trigger, double limit) implements Pricing {}

    /**
     * At the market, once a price was reached that is better than the present one.
     *
     * @param trigger that price
     */
    record IfTouched(double trigger) implements Pricing {}

    /**
     * At a price or a better one, once a price was reached that is better than the present one.
     *
     * @param trigger that price
     * @param limit the worst price from then on
     */
    record IfTouchedLimit(double trigger, double limit) implements Pricing {}

    /**
     * At the market, once a price was reached that follows the market at a distance.
     *
     * @param trail the distance
     * @param trigger that price before it has moved
     */
    record Trailing(Trail trail, double trigger) implements Pricing {}

    /** {@return at whatever the market gives} */
    static Pricing market() {
        return AtMarket.UNBOUNDED;
    }

    /**
     * At the market within a bound.
     *
     * @param maxSlippageBps how far beyond the reference it may fill, in basis points
     * @return the pricing
     */
    static Pricing market(double maxSlippageBps) {
        return new AtMarket(maxSlippageBps);
    }

    /**
     * At a price or a better one.
     *
     * @param price in quote currency
     * @return the pricing
     */
    static Pricing limit(double price) {
        return new AtLimit(price);
    }

    /**
     * At the market once a worse price was reached.
     *
     * @param trigger in quote currency
     * @return the pricing
     */
    static Pricing stop(double trigger) {
        return new OnStop(trigger);
    }
}
