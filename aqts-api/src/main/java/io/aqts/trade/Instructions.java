package io.aqts.trade;

/**
 * What a venue is to observe about an order that is only wanted: {@link Handling} before rounding.
 *
 * <p>Nothing is checked on construction; the risk gate judges it.
 *
 * @param reduceOnly whether it may only shrink a position
 * @param postOnly whether it may only give liquidity
 * @param displayQuantity how much of it others may see at a time, in units of the base; zero for all of it
 * @param link the list it belongs to
 */
public record Instructions(boolean reduceOnly, boolean postOnly, double displayQuantity, OrderLink link) {

    /** Nothing to observe. */
    public static final Instructions PLAIN = new Instructions(false, false, 0, OrderLink.NONE);
    /** It may only shrink a position. */
    public static final Instructions REDUCE_ONLY = new Instructions(true, false, 0, OrderLink.NONE);
    /** It may only give liquidity. */
    public static final Instructions POST_ONLY = new Instructions(false, true, 0, OrderLink.NONE);

    /**
     * Plain, or reducing only.
     *
     * @param reduceOnly whether it may only shrink a position
     * @return the instructions
     */
    public static Instructions reducing(boolean reduceOnly) {
        return reduceOnly ? REDUCE_ONLY : PLAIN;
    }

    /**
     * The same as part of a list.
     *
     * @param other the list and the role in it
     * @return the changed instructions
     */
    public Instructions linked(OrderLink other) {
        return new Instructions(reduceOnly, postOnly, displayQuantity, other);
    }
}
