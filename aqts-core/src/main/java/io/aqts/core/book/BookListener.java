package io.aqts.core.book;

import io.aqts.trade.ReasonCode;

/**
 * Hears what a {@link LimitOrderBook} does, in the order in which it happens.
 *
 * <p>Calls come while the book is at work: a listener may not call the book back.
 */
public interface BookListener {

    /**
     * An order, or what is left of it, came to rest.
     *
     * @param orderId its number
     * @param lots how much rests, hidden quantity included, in lots
     */
    default void onRest(long orderId, long lots) {}

    /**
     * Two orders traded, at the price of the one that was resting.
     *
     * @param makerId the order that was resting
     * @param takerId the order that came, whose command is under way
     * @param price in ticks
     * @param lots how much, in lots
     */
    default void onTrade(long makerId, long takerId, long price, long lots) {}

    /**
     * An order is over although something of it is left.
     *
     * @param orderId its number
     * @param lots what is left, in lots
     * @param reason why
     */
    default void onCancel(long orderId, long lots, ReasonCode reason) {}

    /**
     * A resting order has a new price or quantity; if it lost its place, it rests or trades anew after this.
     *
     * @param orderId its number
     * @param price its price from now on, in ticks
     * @param lots how much of it is left from now on, in lots
     * @param keepsPlace whether it kept its place in the queue
     */
    default void onAmend(long orderId, long price, long lots, boolean keepsPlace) {}

    /**
     * A command changed nothing.
     *
     * @param orderId the number it named
     * @param reason why
     */
    default void onReject(long orderId, ReasonCode reason) {}
}
