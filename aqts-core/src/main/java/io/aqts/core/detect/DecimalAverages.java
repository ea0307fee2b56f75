package io.aqts.core.detect;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/** A fast and a slow average of one price in decimals of any length: slow to compute, and never rounded. */
final class DecimalAverages {

    private static final List<MathContext> FEWEST_FIRST = List.of(
            new MathContext(15, RoundingMode.HALF_EVEN),
            new MathContext(16, RoundingMode.HALF_EVEN),
            new MathContext(16, RoundingMode.UP),
            new MathContext(17, RoundingMode.HALF_EVEN));

    private final int fast;
    private final BigDecimal wideFast;
    private final BigDecimal wideSlow;
    private final BigDecimal[] decimals;
    private final double[] prices;
    private int at;
    private int seen;
    private int plainRun;
    private BigDecimal fastSum = BigDecimal.ZERO;
    private BigDecimal slowSum = BigDecimal.ZERO;

    DecimalAverages(int fast, int slow) {
        this.fast = fast;
        this.wideFast = BigDecimal.valueOf(fast);
        this.wideSlow = BigDecimal.valueOf(slow);
        this.decimals = new BigDecimal[slow];
        this.prices = new double[slow];
    }

    /**
     * Takes in one price.
     *
     * @param price finite and more than zero
     * @param plain whether ticks could have counted it
     * @return 1, 0 or -1 as the fast average is above, at or below the slow one; 0 too before the slow one exists
     */
    int add(double price, boolean plain) {
        push(price);
        plainRun = plain ? plainRun + 1 : 0;
        return seen < prices.length ? 0 : fastSum.multiply(wideSlow).compareTo(slowSum.multiply(wideFast));
    }

    void push(double price) {
        BigDecimal decimal = shortest(price);
        int slow = prices.length;
        int fastAt = at < fast ? at - fast + slow : at - fast;
        fastSum = fastSum.add(decimal);
        slowSum = slowSum.add(decimal);
        if (seen >= fast) {
            fastSum = fastSum.subtract(decimals[fastAt]);
        }
        if (seen == slow) {
            slowSum = slowSum.subtract(decimals[at]);
        } else {
            seen++;
        }
        decimals[at] = decimal;
        prices[at] = price;
        at = at + 1 == slow ? 0 : at + 1;
    }

    /** {@return whether ticks could have counted each price of the slow average} */
    boolean isPlain() {
        return plainRun >= prices.length;
    }

    /** Puts off {@link #isPlain()} until every price has been replaced once more. */
    void waitLonger() {
        plainRun = 0;
    }

    /** {@return a price of the slow average, index 0 for the oldest} */
    double price(int index) {
        return prices[(at + index) % prices.length];
    }

    private static BigDecimal shortest(double price) {
        BigDecimal binary = new BigDecimal(price);
        return FEWEST_FIRST.stream()
                .map(binary::round)
                .filter(decimal -> decimal.doubleValue() == price)
                .findFirst()
                .orElse(binary);
    }
}
