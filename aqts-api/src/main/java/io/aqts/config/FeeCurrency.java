package io.aqts.config;

/** What fees are paid in. */
public enum FeeCurrency {
    /** The quote currency: a fee leaves the cash. */
    QUOTE,
    /** What was received: of a purchase a part is withheld in its base, of a sale in its quote currency. */
    RECEIVED,
    /** A currency of its own, such as the token of an exchange, for which there may be a discount. */
    OTHER
}
