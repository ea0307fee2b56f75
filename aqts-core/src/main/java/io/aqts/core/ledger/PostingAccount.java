package io.aqts.core.ledger;

/** Where a posting goes. Assets and expenses are positive, what is owed and earned is negative. */
public enum PostingAccount {
    /** The money of one currency. */
    CASH,
    /**
     * What positions that were paid for have cost. Contracts cost nothing: what they earn is posted when it is
     * realized.
     */
    POSITION,
    /** What closed quantities have earned, before fees. */
    REALIZED,
    /** What trading cost. */
    FEES,
    /** The funding of perpetuals. */
    FUNDING,
    /** Interest, borrowing and overnight swaps. */
    FINANCING,
    /** Dividends received, and those paid on short positions. */
    DIVIDENDS,
    /** What an insurance paid of losses beyond the whole equity. */
    INSURANCE,
    /** The money the books began with. */
    OPENING
}
