package io.aqts.market;

import io.aqts.internal.Checks;

/**
 * One price of an order book and what waits there.
 *
 * @param price in quote currency, more than zero
 * @param quantity in units of the base, more than zero
 */
public record BookLevel(double price, double quantity) {

    /** Refuses prices and quantities that are not more than zero. */
    public BookLevel {
        Checks.positive("level.price", price);
        Checks.positive("level.quantity", quantity);
    }
}
