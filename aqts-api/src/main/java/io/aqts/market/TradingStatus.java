package io.aqts.market;

/** How an instrument trades at the moment. */
public enum TradingStatus {
    /** Orders meet continuously. */
    OPEN,
    /** Orders are taken and wait for the one price of an auction. */
    AUCTION,
    /** Trading is interrupted: resting orders wait, and it goes on later. */
    HALTED,
    /** The session is over: nothing trades until the next one. */
    CLOSED
}
