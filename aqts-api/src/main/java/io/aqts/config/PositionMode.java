package io.aqts.config;

/** Whether an instrument may be long and short at once. */
public enum PositionMode {
    /** A sale reduces what was bought: there is one position in each instrument. */
    NETTING,
    /**
     * Long and short stand side by side: a fill closes when its order was reduce-only or it is a protective exit, and
     * opens otherwise.
     */
    HEDGING
}
