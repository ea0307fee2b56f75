package io.aqts.config;

/** What becomes of an order whose trigger the market has passed before it arrives. */
public enum PassedTrigger {
    /** It is set off at once. */
    IMMEDIATE,
    /** It is rejected. */
    REJECT
}
