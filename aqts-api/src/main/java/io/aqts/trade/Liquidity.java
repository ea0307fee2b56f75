package io.aqts.trade;

/** Whether a fill gave liquidity to the market or took it. */
public enum Liquidity {
    /** The order was resting when it filled. */
    MAKER,
    /** The order met what was resting. */
    TAKER
}
