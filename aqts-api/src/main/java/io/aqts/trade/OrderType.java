package io.aqts.trade;

import io.aqts.internal.Checks;

/**
 * At what price an order may fill, and what must happen before it may.
 *
 * <p>Prices are in quote currency, on the instrument's tick and more than zero. A stop waits for the market to come to
 * its trigger from the better side and then follows it; an order that is "if touched" waits on the other side, for a
 * price better than the present one.
 */
public sealed interface OrderType {

    /** {@return the worst price it may fill at, or zero if it takes any} */
    default Decimal limit() {
        return Decimal.ZERO;
    }

    /** {@return the price that must be reached before it may fill, or zero if it may at once} */
    default Decimal trigger() {
        return Decimal.ZERO;
    }

    /** At whatever the market gives. */
    record Market() implements OrderType {

        private static final Market INSTANCE = new Market();
    }

    /**
     * At the given price or a better one.
     *
     * @param price the worst price
     */
    record Limit(Decimal price) implements OrderType {

        /** Refuses a price that is not more than zero. */
        public Limit {
            requirePositive("limit.price", price);
        }

        @Override
        public Decimal limit() {
            return price;
        }
    }

    /**
     * At whatever the market gives once it reached the trigger: from below for a purchase, from above for a sale.
     *
     * @param trigger the price that sets it off
     */
    record Stop(Decimal trigger) implements OrderType {

        /** Refuses a trigger that is not more than zero. */
        public Stop {
            requirePositive("stop.trigger", trigger);
        }
    }

    /**
     * At the given price or a better one, once the market reached the trigger as that of a stop.
     *
     * @param trigger the price that sets it off
     * @param price the worst price from then on
     */
    record StopLimit(Decimal trigger, Decimal price) implements OrderType {

        /** Refuses prices that are not more than zero. */
        public StopLimit {
            requirePositive("stopLimit.trigger", trigger);
            requirePositive("stopLimit.price", price);
        }

        @Override
        public Decimal limit() {
            return price;
        }
    }

    /**
     * At whatever the market gives once it came to the trigger: from above for a purchase, from below for a sale.
     *
     * @param trigger the price that sets it off
     */
    record MarketIfTouched(Decimal trigger) implements OrderType {

        /** Refuses a trigger that is not more than zero. */
        public MarketIfTouched {
            requirePositive("marketIfTouched.trigger", trigger);
        }
    }

    /**
     * At the given price or a better one, once the market came to the trigger as that of a market-if-touched order.
     *
     * @param trigger the price that sets it off
     * @param price the worst price from then on
     */
    record LimitIfTouched(Decimal trigger, Decimal price) implements OrderType {

        /** Refuses prices that are not more than zero. */
        public LimitIfTouched {
            requirePositive("limitIfTouched.trigger", trigger);
            requirePositive("limitIfTouched.price", price);
        }

        @Override
        public Decimal limit() {
            return price;
        }
    }

    /**
     * A stop whose trigger follows the market at a distance and never goes back.
     *
     * @param trail the distance
     * @param trigger the price that sets it off before it has moved
     */
    record TrailingStop(Trail trail, Decimal trigger) implements OrderType {

        /** Refuses a trigger that is not more than zero. */
        public TrailingStop {
            requirePositive("trailingStop.trigger", trigger);
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

    /**
     * At the market once a price was reached.
     *
     * @param trigger in quote currency, more than zero
     * @return the type
     */
    static OrderType stop(Decimal trigger) {
        return new Stop(trigger);
    }

    private static void requirePositive(String path, Decimal price) {
        Checks.that(price.isPositive(), path, "be more than zero", price);
    }
}
