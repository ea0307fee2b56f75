package io.aqts.config;

/** How the size of an order moves the price it takes on bars. */
public enum ImpactKind {
    /** Not at all. */
    NONE,
    /** With the square root of its share of the volume. */
    SQUARE_ROOT,
    /** In proportion to its share of the volume: half of what it moves for good, and all of what it moves for now. */
    LINEAR
}
