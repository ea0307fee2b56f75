package io.aqts.config;

/** What an account may owe. */
public enum AccountKind {
    /** The books forbid nothing: what may be borrowed is for the limits of risk to say. */
    UNRESTRICTED,
    /** Nothing may be owed: neither money nor instruments. */
    CASH,
    /** Positions are held against a margin, and liquidated when the equity comes down to the maintenance margin. */
    MARGIN
}
