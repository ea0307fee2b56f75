package io.aqts.trade;

/**
 * A change wanted of an order that waits, as believed.
 *
 * <p>Nothing is checked on construction; the risk gate judges it.
 *
 * @param quantity how many units the order is to be for altogether, what it filled included; zero to leave it
 * @param limit the worst price it may fill at from now on, in quote currency; zero to leave it
 * @param trigger the price that sets it off from now on, in quote currency; zero to leave it
 */
public record Amendment(double quantity, double limit, double trigger) {

    /**
     * Another quantity.
     *
     * @param quantity how many units altogether
     * @return the change
     */
    public static Amendment quantity(double quantity) {
        return new Amendment(quantity, 0, 0);
    }

    /**
     * Another limit.
     *
     * @param limit in quote currency
     * @return the change
     */
    public static Amendment limit(double limit) {
        return new Amendment(0, limit, 0);
    }
}
