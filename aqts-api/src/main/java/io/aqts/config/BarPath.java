package io.aqts.config;

/** Which way a price is taken to have gone within a bar. */
public enum BarPath {
    /** For each order the way that is worst for it, as far as the bar does not rule it out. */
    WORST,
    /** From the open to the high, then to the low, then to the close. */
    OPEN_HIGH_LOW_CLOSE,
    /** From the open to the low, then to the high, then to the close. */
    OPEN_LOW_HIGH_CLOSE,
    /**
     * From the open to the extreme that is nearer to it, the low if both are as near, then to the other, then close.
     */
    NEAREST_EXTREME
}
