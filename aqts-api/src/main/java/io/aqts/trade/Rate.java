package io.aqts.trade;

import io.aqts.internal.Checks;

/**
 * What one unit of a currency is worth in another, as a fraction, because one over a price is no finite decimal.
 *
 * @param numerator zero where the rate is not known
 * @param denominator more than zero
 */
public record Rate(Decimal numerator, Decimal denominator) {

    /** One for one. */
    public static final Rate ONE = new Rate(Decimal.ONE, Decimal.ONE);

    /** Nothing tells what it is worth. */
    public static final Rate UNKNOWN = new Rate(Decimal.ZERO, Decimal.ONE);

    /** Refuses a numerator below zero and a denominator that is not more than zero. */
    public Rate {
        Checks.that(!numerator.isNegative(), "rate.numerator", "be zero or more", numerator);
        Checks.that(denominator.isPositive(), "rate.denominator", "be more than zero", denominator);
    }

    /** {@return whether it is known at all} */
    public boolean isKnown() {
        return numerator.isPositive();
    }

    /** {@return the rate as a double; zero where it is not known} */
    public double toDouble() {
        return numerator.toDouble() / denominator.toDouble();
    }
}
