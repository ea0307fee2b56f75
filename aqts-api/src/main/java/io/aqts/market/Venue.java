package io.aqts.market;

import io.aqts.config.FeeConfig;
import io.aqts.internal.Checks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place where instruments trade, as far as its data and its costs are concerned.
 *
 * <p>Not the connection to it; that is an {@code ExecutionVenue}.
 *
 * @param name the name used in data and reports; unique within a {@link Universe}
 * @param latencyNanos how long a message takes to get there, in nanoseconds, zero or more
 * @param makerFeeBps the fee for resting orders, in basis points of notional; -100 to 1000, negative for a rebate
 * @param takerFeeBps the fee for orders that take liquidity, in basis points of notional; -100 to 1000
 * @param fees all it charges, with the same two fees, or null if it says those two only: what is fixed, how fees are
 *     paid and how they are rounded is then as configured
 */
public record Venue(
        String name,
        long latencyNanos,
        double makerFeeBps,
        double takerFeeBps,
        @Nullable FeeConfig fees) {

    private static final double LOWEST_FEE_BPS = -100;
    private static final double HIGHEST_FEE_BPS = 1_000;

    /** Refuses a blank name, a negative latency, fees beyond the range and two sayings about the same fee. */
    public Venue {
        Checks.notBlank("venue.name", name);
        Checks.atLeast("venue.latencyNanos", latencyNanos, 0);
        Checks.between("venue.makerFeeBps", makerFeeBps, LOWEST_FEE_BPS, HIGHEST_FEE_BPS);
        Checks.between("venue.takerFeeBps", takerFeeBps, LOWEST_FEE_BPS, HIGHEST_FEE_BPS);
        if (fees != null) {
            Checks.that(makerFeeBps == fees.makerBps(), "venue.makerFeeBps", "be " + fees.makerBps(), makerFeeBps);
            Checks.that(takerFeeBps == fees.takerBps(), "venue.takerFeeBps", "be " + fees.takerBps(), takerFeeBps);
        }
    }

    /**
     * A venue that says what makers and takers pay, and no more.
     *
     * @param name the name used in data and reports; unique within a {@link Universe}
     * @param latencyNanos how long a message takes to get there, in nanoseconds, zero or more
     * @param makerFeeBps the fee for resting orders, in basis points of notional; -100 to 1000
     * @param takerFeeBps the fee for orders that take liquidity, in basis points of notional; -100 to 1000
     */
    public Venue(String name, long latencyNanos, double makerFeeBps, double takerFeeBps) {
        this(name, latencyNanos, makerFeeBps, takerFeeBps, null);
    }

    /**
     * A venue with a schedule of its own.
     *
     * @param name the name used in data and reports; unique within a {@link Universe}
     * @param latencyNanos how long a message takes to get there, in nanoseconds, zero or more
     * @param fees all it charges
     */
    public Venue(String name, long latencyNanos, FeeConfig fees) {
        this(name, latencyNanos, fees.makerBps(), fees.takerBps(), fees);
    }

    /**
     * What it charges, with what it does not say itself taken from elsewhere.
     *
     * @param configured what is charged where venues do not say
     * @return its own schedule, or else the configured one with its own two fees and without tiers
     */
    public FeeConfig feesOr(FeeConfig configured) {
        return fees != null
                ? fees
                : configured.toBuilder()
                        .makerBps(makerFeeBps)
                        .takerBps(takerFeeBps)
                        .tiers(List.of())
                        .build();
    }
}
