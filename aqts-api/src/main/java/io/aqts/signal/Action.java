package io.aqts.signal;

/** What a proposal wants of the position. */
public enum Action {
    /** A long position. */
    GO_LONG,
    /** A short position. */
    GO_SHORT,
    /** No position. */
    GO_FLAT,
    /** The position as it is. */
    HOLD
}
