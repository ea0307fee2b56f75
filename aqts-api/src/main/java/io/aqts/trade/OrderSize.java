package io.aqts.trade;

import io.aqts.internal.Checks;

/** How much an {@link Order} is for. */
public sealed interface OrderSize {

    /**
     * A number of units.
     *
     * @param quantity in units of the base, a multiple of the lot, more than zero
     */
    record Units(Decimal quantity) implements OrderSize {

        /** Refuses a quantity that is not more than zero. */
        public Units {
            Checks.that(quantity.isPositive(), "size.quantity", "be more than zero", quantity);
        }
    }

    /**
     * A sum to spend on a purchase, fees included. The venue buys as many whole lots as it pays for, never more.
     *
     * @param amount in quote currency, more than zero
     */
    record Spend(Decimal amount) implements OrderSize {

        /** Refuses an amount that is not more than zero. */
        public Spend {
            Checks.that(amount.isPositive(), "size.amount", "be more than zero", amount);
        }
    }

    /**
     * A number of units.
     *
     * @param quantity in units of the base, more than zero
     * @return the size
     */
    static OrderSize units(Decimal quantity) {
        return new Units(quantity);
    }

    /**
     * A sum to spend, fees included.
     *
     * @param amount in quote currency, more than zero
     * @return the size
     */
    static OrderSize spend(Decimal amount) {
        return new Spend(amount);
    }
}
