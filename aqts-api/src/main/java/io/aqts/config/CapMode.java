package io.aqts.config;

/** How a limit is stated. A limit is a share or an amount, never both. */
public enum CapMode {
    /** There is no such limit. */
    NONE,
    /** As a share of what it is measured against, which is equity unless the setting says otherwise; 0.2 is 20 %. */
    SHARE,
    /** As an amount, in the currency of account unless the setting says otherwise. */
    AMOUNT
}
