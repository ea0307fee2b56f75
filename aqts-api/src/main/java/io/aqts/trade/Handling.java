package io.aqts.trade;

import io.aqts.internal.Checks;

/**
 * What a venue is to observe about an order, besides its price and its lifetime.
 *
 * @param reduceOnly whether it may only shrink a position; what would go beyond flat is canceled
 * @param postOnly whether it may only give liquidity; it is rejected if it would take
 * @param displayQuantity how much of it others may see at a time, in units of the base, a multiple of the lot; zero for
 *     all of it
 * @param link the list it belongs to
 */
public record Handling(boolean reduceOnly, boolean postOnly, Decimal displayQuantity, OrderLink link) {

    /** Nothing to observe. */
    public static final Handling PLAIN = new Handling(false, false, Decimal.ZERO, OrderLink.NONE);
    /** It may only shrink a position. */
    public static final Handling REDUCE_ONLY = new Handling(true, false, Decimal.ZERO, OrderLink.NONE);
    /** It may only give liquidity. */
    public static final Handling POST_ONLY = new Handling(false, true, Decimal.ZERO, OrderLink.NONE);

    /** Refuses a quantity below zero. */
    public Handling {
        Checks.that(!displayQuantity.isNegative(), "handling.displayQuantity", "be zero or more", displayQuantity);
    }

    /**
     * Plain, or reducing only.
     *
     * @param reduceOnly whether it may only shrink a position
     * @return the handling
     */
    public static Handling reducing(boolean reduceOnly) {
        return reduceOnly ? REDUCE_ONLY : PLAIN;
    }
}
