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
 * @param pricing at what price it may fill
 * @param lifetime how long it may wait; an order at the market with a bound on slippage never does
 * @param instructions what else the venue is to observe
 * @param exitPlan how the position is to be left
 * @param reason why it is wanted
 */
public record OrderIntent(
        int instrument,
        Side side,
        Sizing sizing,
        Pricing pricing,
        Lifetime lifetime,
        Instructions instructions,
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
        return new OrderIntent(
                instrument,
                side,
                sizing,
                Pricing.market(),
                Lifetime.GTC,
                Instructions.PLAIN,
                ExitPlan.NONE,
                ReasonCode.SIGNAL);
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
        return new OrderIntent(
                instrument,
                side,
                Sizing.everything(),
                Pricing.market(),
                Lifetime.GTC,
                Instructions.REDUCE_ONLY,
                ExitPlan.NONE,
                reason);
    }

    /** {@return how far beyond the reference an order at the market may fill, in basis points; unbounded for others} */
    public double maxSlippageBps() {
        return pricing instanceof Pricing.AtMarket market ? market.maxSlippageBps() : UNBOUNDED;
    }

    /** {@return whether it may only shrink a position} */
    public boolean reduceOnly() {
        return instructions.reduceOnly();
    }

    /**
     * The same intent for another amount.
     *
     * @param other the amount to ask for instead
     * @return the changed intent
     */
    public OrderIntent withSizing(Sizing other) {
        return new OrderIntent(instrument, side, other, pricing, lifetime, instructions, exitPlan, reason);
    }

    /**
     * The same intent at another price.
     *
     * @param other at what price it may fill
     * @return the changed intent
     */
    public OrderIntent withPricing(Pricing other) {
        return new OrderIntent(instrument, side, sizing, other, lifetime, instructions, exitPlan, reason);
    }

    /**
     * The same intent for another time.
     *
     * @param other how long it may wait
     * @return the changed intent
     */
    public OrderIntent withLifetime(Lifetime other) {
        return new OrderIntent(instrument, side, sizing, pricing, other, instructions, exitPlan, reason);
    }

    /**
     * The same intent with other instructions.
     *
     * @param other what the venue is to observe
     * @return the changed intent
     */
    public OrderIntent withInstructions(Instructions other) {
        return new OrderIntent(instrument, side, sizing, pricing, lifetime, other, exitPlan, reason);
    }

    /**
     * The same intent with other exits.
     *
     * @param other how the position is to be left
     * @return the changed intent
     */
    public OrderIntent withExits(ExitPlan other) {
        return new OrderIntent(instrument, side, sizing, pricing, lifetime, instructions, other, reason);
    }

    /**
     * The same intent for another reason.
     *
     * @param other why it is wanted
     * @return the changed intent
     */
    public OrderIntent withReason(ReasonCode other) {
        return new OrderIntent(instrument, side, sizing, pricing, lifetime, instructions, exitPlan, other);
    }
}
