package io.aqts.trade;

/** How long an order may wait. */
public enum TimeInForce {
    /** Until it fills or is canceled. */
    GTC,
    /** Immediate or cancel: what cannot fill at once is canceled. */
    IOC,
    /** Fill or kill: all of it fills at once, or nothing does. */
    FOK,
    /** Until the session ends. */
    DAY,
    /** Until a given moment; what fills at that very moment is still filled. */
    GTD,
    /** At the price the session opens with, or not at all. */
    AT_OPEN,
    /** At the price the session closes with, or not at all. */
    AT_CLOSE
}
