package io.aqts.trade;

import io.aqts.internal.Checks;

/** At what price an order may fill. */
public sealed interface OrderType {

    /** At whatever the market gives. */
    record Market() implements OrderType {

        private static final Market INSTANCE = new Market();
    }

    /**
     * At the given price or a better one.
     *
     * @param price in quote currency, on the instrument's tick, more than zero
     */
    record Limit(Decimal price) implements OrderType {

        /** Refuses a price that is not more than zero. */
        public Limit {
            Checks.that(price.isPositive(), "limit.price", "be more than zero", price);
        }
    }

    /** {@return at whatever the market gives} */
    static OrderType market() {
        return Market.INSTANCE;
    }

    /**
     * At the given price or a better one.
     *
     * @param price in quote currency, more than zero
     * @return the type
     */
    static OrderType limit(Decimal price) {
        return new Limit(price);
    }
}
