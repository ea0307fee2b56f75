package io.aqts.trade;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A sum of money in several currencies that is exact until it is asked for, and then rounded once.
 *
 * <p>Amounts without a known rate count as nothing. Not for use by several threads.
 */
public final class Conversion {

    /** The decimals a sum is rounded to, half to even, if it is no finite decimal of that length. */
    public static final int DECIMALS = 18;

    private final List<BigDecimal> denominators = new ArrayList<>();
    private final List<BigDecimal> sums = new ArrayList<>();

    /** A sum of nothing. */
    public Conversion() {}

    /**
     * Adds an amount.
     *
     * @param amount in a currency of its own
     * @param rate what one unit of that currency is worth
     */
    public void add(Decimal amount, Rate rate) {
        if (amount.isZero() || !rate.isKnown()) {
            return;
        }
        BigDecimal value = amount.toBigDecimal().multiply(rate.numerator().toBigDecimal());
        BigDecimal denominator = rate.denominator().toBigDecimal();
        for (int i = 0; i < denominators.size(); i++) {
            if (denominators.get(i).compareTo(denominator) == 0) {
                sums.set(i, sums.get(i).add(value));
                return;
            }
        }
        denominators.add(denominator);
        sums.add(value);
    }

    /** {@return the sum, exact if every rate was a whole decimal, else rounded once} */
    public Decimal total() {
        BigDecimal numerator = BigDecimal.ZERO;
        BigDecimal denominator = BigDecimal.ONE;
        for (int i = 0; i < sums.size(); i++) {
            BigDecimal next = denominators.get(i);
            numerator = numerator.multiply(next).add(sums.get(i).multiply(denominator));
            denominator = denominator.multiply(next);
        }
        return denominator.compareTo(BigDecimal.ONE) == 0
                ? Decimal.from(numerator)
                : Decimal.from(numerator.divide(denominator, DECIMALS, RoundingMode.HALF_EVEN));
    }
}
