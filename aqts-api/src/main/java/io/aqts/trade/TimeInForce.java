package io.aqts.trade;

/** How long an order may wait. */
public enum TimeInForce {
    /** Until it fills or is canceled. */
    GTC,
    /** What cannot fill at once is canceled. */
    IOC
}
