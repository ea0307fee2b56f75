package io.aqts.market;

import io.aqts.internal.Checks;

/**
 * A place where instruments trade, as far as its data and its costs are concerned.
 *
 * <p>Not the connection to it; that is an {@code ExecutionVenue}.
 *
 * @param name the name used in data and reports; unique within a {@link Universe}
 * @param latencyNanos how long a message takes to get there, in nanoseconds, zero or more
 * @param makerFeeBps the fee for resting orders, in basis points of notional; -100 to 1000, negative for a rebate
 * @param takerFeeBps the fee for orders that take liquidity, in basis points of notional; -100 to 1000
 */
public record Venue(String name, long latencyNanos, double makerFeeBps, double takerFeeBps) {

    private static final double LOWEST_FEE_BPS = -100;
    private static final double HIGHEST_FEE_BPS = 1_000;

    /** Refuses a blank name, a negative latency and fees beyond the range. */
    public Venue {
        Checks.notBlank("venue.name", name);
        Checks.atLeast("venue.latencyNanos", latencyNanos, 0);
        Checks.between("venue.makerFeeBps", makerFeeBps, LOWEST_FEE_BPS, HIGHEST_FEE_BPS);
        Checks.between("venue.takerFeeBps", takerFeeBps, LOWEST_FEE_BPS, HIGHEST_FEE_BPS);
    }
}
