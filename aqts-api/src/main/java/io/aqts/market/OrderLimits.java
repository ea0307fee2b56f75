package io.aqts.market;

import io.aqts.internal.Checks;
import io.aqts.trade.Decimal;

/**
 * How small and how large an order may be. Zero means that there is no such limit.
 *
 * @param minQuantity the least quantity, in units or contracts, zero or more
 * @param maxQuantity the greatest quantity, in units or contracts; zero, or at least {@code minQuantity}
 * @param maxNotional the most an order may be worth, in quote currency, zero or more
 */
public record OrderLimits(Decimal minQuantity, Decimal maxQuantity, Decimal maxNotional) {

    /** No limits. */
    public static final OrderLimits NONE = new OrderLimits(Decimal.ZERO, Decimal.ZERO, Decimal.ZERO);

    /** Refuses limits below zero and a greatest quantity below the least. */
    public OrderLimits {
        Checks.that(!minQuantity.isNegative(), "limits.minQuantity", "be zero or more", minQuantity);
        boolean ordered = maxQuantity.isZero() || !maxQuantity.isLessThan(minQuantity);
        Checks.that(ordered, "limits.maxQuantity", "be zero or at least " + minQuantity, maxQuantity);
        Checks.that(!maxQuantity.isNegative(), "limits.maxQuantity", "be zero or more", maxQuantity);
        Checks.that(!maxNotional.isNegative(), "limits.maxNotional", "be zero or more", maxNotional);
    }

    /**
     * Whether a quantity is too small.
     *
     * @param quantity in units or contracts
     * @return whether it is less than the least quantity, if there is one
     */
    public boolean isBelow(Decimal quantity) {
        return minQuantity.isPositive() && quantity.isLessThan(minQuantity);
    }

    /**
     * Whether a quantity is too large.
     *
     * @param quantity in units or contracts
     * @return whether it is more than the greatest quantity, if there is one
     */
    public boolean isAbove(Decimal quantity) {
        return maxQuantity.isPositive() && quantity.isGreaterThan(maxQuantity);
    }

    /**
     * Whether something is worth too much.
     *
     * @param notional in quote currency
     * @return whether it is more than the most an order may be worth, if there is such a limit
     */
    public boolean isWorthMore(Decimal notional) {
        return maxNotional.isPositive() && notional.isGreaterThan(maxNotional);
    }
}
