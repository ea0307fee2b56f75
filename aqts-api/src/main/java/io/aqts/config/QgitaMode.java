package io.aqts.config;

/** Where the moments come from whose proportions the QGITA detector compares. */
public enum QgitaMode {
    /** Turning points of the price, dated when they are confirmed. */
    PIVOT,
    /** Fibonacci distances back from now; their proportions are fixed, so they carry no information by themselves. */
    LATTICE
}
