package io.aqts.trade;

/**
 * What a risk manager wants done, in the numbers of belief: not rounded, and not yet an order.
 *
 * <p>Nothing here is checked on construction, because the risk gate judges every intent and answers a malformed one
 * with a reason instead of an exception.
 *
 * @param instrument the index of the instrument in the universe
 * @param side whether to buy or to sell
 * @param sizing how much
 * @param maxSlippageBps how far beyond the reference price it may fill, in basis points, 0 to 10,000, where zero is not
 *     at all; {@link #UNBOUNDED} for an order at the market
 * @param reduceOnly whether it may only shrink a position
 * @param exitPlan how the position is to be left
 * @param reason why it is wanted
 */
public record OrderIntent(
        int instrument,
        Side side,
        Sizing sizing,
        double maxSlippageBps,
        boolean reduceOnly,
        ExitPlan exitPlan,
        ReasonCode reason) {

    /** No bound on slippage: the order trades at the market, whatever its price. */
    public static final double UNBOUNDED = Double.POSITIVE_INFINITY;

    /**
     * An intent to enter or enlarge a position at the market.
     *
     * @param instrument the index of the instrument
     * @param side whether to buy or to sell
     * @param sizing how much
     * @return the intent, without a bound on slippage and without planned exits
     */
    public static OrderIntent open(int instrument, Side side, Sizing sizing) {
        return new OrderIntent(instrument, side, sizing, UNBOUNDED, false, ExitPlan.NONE, ReasonCode.SIGNAL);
    }

    /**
     * An intent to leave a whole position at the market.
     *
     * @param instrument the index of the instrument
     * @param side the side that reduces the position
     * @param reason why it is to be left
     * @return the intent
     */
    public static OrderIntent close(int instrument, Side side, ReasonCode reason) {
        return new OrderIntent(instrument, side, Sizing.everything(), UNBOUNDED, true, ExitPlan.NONE, reason);
    }

    /**
     * The same intent for another amount.
     *
     * @param other the amount to ask for instead
     * @return the changed intent
     */
    public OrderIntent withSizing(Sizing other) {
        return new OrderIntent(instrument, side, other, maxSlippageBps, reduceOnly, exitPlan, reason);
    }
}
