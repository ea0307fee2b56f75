package io.aqts.trade;

/** What an order is to the others of its list. */
public enum LinkRole {
    /** It stands alone. */
    NONE,
    /** One cancels the other: whatever it fills, the rest of the list is canceled. */
    ONE_CANCELS_OTHER,
    /** One updates the other: what it fills, the others of the list are reduced by. */
    ONE_UPDATES_OTHER,
    /** It triggers the children of its list: they become active as far as it fills. */
    PARENT,
    /** It waits for the parent of its list; among themselves, children update one another. */
    CHILD
}
