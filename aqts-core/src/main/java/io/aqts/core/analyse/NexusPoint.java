package io.aqts.core.analyse;

/**
 * The state of the Nexus telemetry at one step. It describes, and decides nothing.
 *
 * @param epochNanos the moment of the step, in nanoseconds since 1970-01-01T00:00Z
 * @param capacity how much the market bears, at least 0.1; falls with the spread
 * @param rigidity how stiff it is, at least 0.2; falls with capacity
 * @param spore how much is in the air, at least 1000; rises with liquidations and good mood
 */
public record NexusPoint(long epochNanos, double capacity, double rigidity, double spore) {}
