package io.aqts.config;

/** The period of the returns that statistics are made from. */
public enum ReturnInterval {
    /** One return per bar. */
    BAR,
    /** One return per calendar day, UTC. */
    DAY
}
