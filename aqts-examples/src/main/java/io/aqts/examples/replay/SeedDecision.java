package io.aqts.examples.replay;

/**
 * What the original's fusion said.
 *
 * @param sign 1 to buy, -1 to sell, 0 to hold
 * @param size from 0 to 1.5, to three decimals
 * @param confidence from the least confidence, which is a floor and not a gate, to 1
 */
record SeedDecision(int sign, double size, double confidence) {}
