package io.aqts.market;

/** What becomes of a contract when it expires. */
public enum ExpirySettlement {
    /** The difference to the final price is paid. */
    CASH,
    /** The base is delivered at the final price. */
    PHYSICAL
}
