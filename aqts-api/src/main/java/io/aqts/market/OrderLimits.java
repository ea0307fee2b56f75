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
}
