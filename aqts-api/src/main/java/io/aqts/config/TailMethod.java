package io.aqts.config;

/** How the worst losses are estimated from the returns of a window. */
public enum TailMethod {
    /** The losses that the window would have brought, by their order. */
    HISTORICAL,
    /** A normal distribution whose variance weighs recent returns more. */
    EWMA,
    /**
     * A normal distribution corrected for skew and heavy tails. Where the correction is no quantile function, the
     * historical method is used instead.
     */
    CORNISH_FISHER
}
