package io.aqts.market;

/** What becomes of a contract when it expires. */
public enum ExpirySettlement {
    /** The difference to the final price is paid. */
    CASH,
    /**
     * The base is delivered at the final price, in the books. The simulated venues do not learn of it: orders there
     * that may only reduce what was delivered are canceled.
     */
    PHYSICAL
}
