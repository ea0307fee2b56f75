package io.aqts.trade;

/** How much an {@link OrderIntent} asks for. */
public sealed interface Sizing {

    /**
     * A number of units.
     *
     * @param quantity in units of the base, more than zero
     */
    record Units(double quantity) implements Sizing {}

    /**
     * A sum to spend, fees included; how many units it buys is known at the fill.
     *
     * @param amount in quote currency, more than zero
     */
    record Spend(double amount) implements Sizing {}

    /** All there is: the whole cash for a buy from flat, the whole position for an order that reduces. */
    record Everything() implements Sizing {

        private static final Everything INSTANCE = new Everything();
    }

    /**
     * A number of units.
     *
     * @param quantity in units of the base
     * @return the sizing
     */
    static Sizing units(double quantity) {
        return new Units(quantity);
    }

    /**
     * A sum to spend, fees included.
     *
     * @param amount in quote currency
     * @return the sizing
     */
    static Sizing spend(double amount) {
        return new Spend(amount);
    }

    /** {@return all there is} */
    static Sizing everything() {
        return Everything.INSTANCE;
    }
}
