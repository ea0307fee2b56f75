package io.aqts.market;

import io.aqts.internal.Checks;

/**
 * The state of the market as a whole.
 *
 * @param knownAtNanos the first moment this was known, in nanoseconds since 1970-01-01T00:00Z
 * @param fearGreed the fear and greed index, from 0 to 100
 * @param fundingRateAverage the funding rate averaged over venues, as a share of notional
 * @param liquidations24h what was liquidated in the last 24 hours, in quote currency, zero or more
 */
public record MacroReading(long knownAtNanos, double fearGreed, double fundingRateAverage, double liquidations24h)
        implements Reading {

    /** Refuses figures outside their ranges. */
    public MacroReading {
        Checks.between("macro.fearGreed", fearGreed, 0, 100);
        Checks.finite("macro.fundingRateAverage", fundingRateAverage);
        Checks.notNegative("macro.liquidations24h", liquidations24h);
    }

    @Override
    public String asset() {
        return MARKET;
    }
}
