package io.aqts.config;

/** Who is taken to cancel in the queue before and behind an order of ours, where a book tells levels only. */
public enum QueueKind {
    /** Only those behind: nothing but trades brings an order forward. */
    RISK_AVERSE,
    /** Both, the longer part more than in proportion, as {@code queuePower} says. */
    POWER,
    /** Both almost alike: by the logarithm of what stands there. */
    LOGARITHMIC
}
