package io.aqts.trade;

/** Whether an order buys or sells. */
public enum Side {
    /** More of the instrument, less cash. */
    BUY,
    /** Less of the instrument, more cash. */
    SELL;

    /** {@return the other side} */
    public Side opposite() {
        return this == BUY ? SELL : BUY;
    }

    /** {@return 1 for a buy and -1 for a sell} */
    public int sign() {
        return this == BUY ? 1 : -1;
    }
}
