package io.aqts.examples.replay;

/**
 * What the original's risk manager wanted.
 *
 * @param sign 1 for long, -1 for short
 * @param size in units of the base
 * @param notional in quote currency, by the close
 * @param stop the price of the stop
 * @param target the price of the target
 * @param lastTick the tick at which it is closed at the latest: minutes, added to a counter of ticks
 */
record SeedOrder(int sign, double size, double notional, double stop, double target, long lastTick) {}
