package io.aqts.config;

/** What is done where the volatility of an instrument is not known yet. The full size is no choice. */
public enum UnknownVolatility {
    /** Nothing is opened. */
    REJECT,
    /** The smallest order that the instrument takes is opened. */
    MINIMUM
}
