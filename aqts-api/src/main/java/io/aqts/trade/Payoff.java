package io.aqts.trade;

import io.aqts.internal.Checks;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How the price of an instrument becomes money: what a quantity of it is worth at a price.
 *
 * <p>The result of a trade is always the value at the exit less the value at the entry. For an inverse contract the
 * value of a long position is negative and grows towards zero as the price rises, which makes that so.
 */
public sealed interface Payoff {

    /** What is bought is paid for and owned: one unit is worth its price. */
    Payoff EXCHANGE = new Exchange();

    /** The decimals sums are rounded to where they are no finite decimal, unless an instrument says otherwise. */
    int DECIMALS = 8;

    /**
     * A contract for the difference of prices, settled in the quote currency.
     *
     * @param multiplier units of the base in one contract, more than zero
     * @return the payoff
     */
    static Payoff linear(Decimal multiplier) {
        return new Linear(multiplier);
    }

    /**
     * A contract for a fixed sum of the quote currency, settled in the base currency, rounded to eight decimals.
     *
     * @param multiplier units of the quote currency in one contract, more than zero
     * @return the payoff
     */
    static Payoff inverse(Decimal multiplier) {
        return new Inverse(multiplier, DECIMALS);
    }

    /**
     * What a quantity is worth at a price, in the currency of settlement.
     *
     * @param quantity in units or contracts; negative for a short position
     * @param price in quote currency; more than zero for an inverse contract
     * @return the value; exact but for an inverse contract, which is rounded once, half to even
     * @throws ArithmeticException if it does not fit, or the price of an inverse contract is zero
     */
    Decimal value(Decimal quantity, Decimal price);

    /**
     * The same as {@link #value(Decimal, Decimal)}, neither exact nor rounded.
     *
     * @param quantity in units or contracts
     * @param price in quote currency
     * @return the value in the currency of settlement
     */
    double value(double quantity, double price);

    /**
     * A rate on what a quantity is worth, such as funding or interest.
     *
     * @param quantity in units or contracts, of any sign
     * @param price in quote currency
     * @param rate the share of the value, of any sign
     * @param per what the rate is divided by, more than zero: 1, or the days of a year
     * @return the charge with the sign of the rate, rounded once to eight decimals, half to even
     */
    Decimal charge(Decimal quantity, Decimal price, Decimal rate, Decimal per);

    /**
     * The price at which a quantity is worth a cost.
     *
     * @param quantity in units or contracts, not zero
     * @param cost in the currency of settlement
     * @return the price in quote currency
     */
    double price(double quantity, double cost);

    /** {@return whether the notional itself changes hands, as for spot and shares} */
    default boolean isExchange() {
        return this instanceof Exchange;
    }

    /** {@return whether gains and losses are in the base currency} */
    default boolean isInverse() {
        return this instanceof Inverse;
    }

    /** What is bought is paid for and owned. */
    record Exchange() implements Payoff {

        @Override
        public Decimal value(Decimal quantity, Decimal price) {
            return quantity.times(price);
        }

        @Override
        public double value(double quantity, double price) {
            return quantity * price;
        }

        @Override
        public Decimal charge(Decimal quantity, Decimal price, Decimal rate, Decimal per) {
            return rounded(exact(quantity.abs()).multiply(exact(price)).multiply(exact(rate)), exact(per), DECIMALS);
        }

        @Override
        public double price(double quantity, double cost) {
            return cost / quantity;
        }
    }

    /**
     * A contract for the difference of prices, settled in the quote currency.
     *
     * @param multiplier units of the base in one contract, more than zero
     */
    record Linear(Decimal multiplier) implements Payoff {

        /** Refuses a multiplier that is not more than zero. */
        public Linear {
            Checks.that(multiplier.isPositive(), "payoff.multiplier", "be more than zero", multiplier);
        }

        @Override
        public Decimal value(Decimal quantity, Decimal price) {
            return quantity.times(multiplier).times(price);
        }

        @Override
        public double value(double quantity, double price) {
            return quantity * multiplier.toDouble() * price;
        }

        @Override
        public Decimal charge(Decimal quantity, Decimal price, Decimal rate, Decimal per) {
            return EXCHANGE.charge(quantity.times(multiplier), price, rate, per);
        }

        @Override
        public double price(double quantity, double cost) {
            return cost / (quantity * multiplier.toDouble());
        }
    }

    /**
     * A contract for a fixed sum of the quote currency, settled in the base currency.
     *
     * @param multiplier units of the quote currency in one contract, more than zero
     * @param decimals the decimals of the base currency every value is rounded to, half to even; 0 to 18
     */
    record Inverse(Decimal multiplier, int decimals) implements Payoff {

        /** Refuses a multiplier that is not more than zero, and decimals out of range. */
        public Inverse {
            Checks.that(multiplier.isPositive(), "payoff.multiplier", "be more than zero", multiplier);
            Checks.between("payoff.decimals", decimals, 0, 18);
        }

        @Override
        public Decimal value(Decimal quantity, Decimal price) {
            return rounded(exact(quantity.negate()).multiply(exact(multiplier)), exact(price), decimals);
        }

        @Override
        public double value(double quantity, double price) {
            return -quantity * multiplier.toDouble() / price;
        }

        @Override
        public Decimal charge(Decimal quantity, Decimal price, Decimal rate, Decimal per) {
            BigDecimal sum = exact(quantity.abs()).multiply(exact(multiplier)).multiply(exact(rate));
            return rounded(sum, exact(price).multiply(exact(per)), DECIMALS);
        }

        @Override
        public double price(double quantity, double cost) {
            return -quantity * multiplier.toDouble() / cost;
        }
    }

    private static BigDecimal exact(Decimal value) {
        return value.toBigDecimal();
    }

    private static Decimal rounded(BigDecimal sum, BigDecimal divisor, int decimals) {
        return Decimal.from(sum.divide(divisor, decimals, RoundingMode.HALF_EVEN));
    }
}
