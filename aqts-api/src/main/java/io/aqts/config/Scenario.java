package io.aqts.config;

/** The weather of a simulated market. */
public enum Scenario {
    /** Prices drift up. */
    BULL,
    /** Prices drift down. */
    BEAR,
    /** Prices swing around a level. */
    SIDEWAYS,
    /** Prices fall hard, and volatility with them rises. */
    CRASH,
    /** Books are thin and spreads wide. */
    ILLIQUID,
    /** The weather changes from time to time, by chance. */
    REGIME_SWITCHING
}
