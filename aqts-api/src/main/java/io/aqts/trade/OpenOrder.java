package io.aqts.trade;

/**
 * An approved order that has not ended.
 *
 * @param approved the order and its approval
 * @param filled how much of it filled so far, in units of the base
 */
public record OpenOrder(ApprovedOrder approved, Decimal filled) {}
