package io.aqts.market;

/** Which auction of a session found a price. */
public enum AuctionKind {
    /** The one that opens the session. */
    OPENING,
    /** One in between, as after a halt. */
    INTRADAY,
    /** The one that closes the session. */
    CLOSING
}
