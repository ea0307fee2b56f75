package io.aqts.market;

import io.aqts.internal.Checks;

/**
 * What a block chain shows of its users.
 *
 * @param knownAtNanos the first moment this was known, in nanoseconds since 1970-01-01T00:00Z
 * @param asset the coin of the chain, such as {@code BTC}
 * @param activeAddresses how many addresses were active in the last 24 hours, zero or more
 * @param exchangeFlow the net flow to exchanges in the last 24 hours, in units of the asset; negative when coins leave
 * @param whaleAlerts how many very large transfers were seen in the last 24 hours, zero or more
 */
public record OnChainReading(
        long knownAtNanos, String asset, double activeAddresses, double exchangeFlow, double whaleAlerts)
        implements Reading {

    /** Refuses a blank asset, figures that are not finite and counts below zero. */
    public OnChainReading {
        Checks.notBlank("onChain.asset", asset);
        Checks.notNegative("onChain.activeAddresses", activeAddresses);
        Checks.finite("onChain.exchangeFlow", exchangeFlow);
        Checks.notNegative("onChain.whaleAlerts", whaleAlerts);
    }
}
