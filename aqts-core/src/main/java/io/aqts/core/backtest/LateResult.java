package io.aqts.core.backtest;

import io.aqts.internal.Checks;
import io.aqts.trade.Decimal;

/**
 * What the same orders earn if they get to the venue late.
 *
 * @param delay how late, in words: {@code 2 bars}, or a time as in ISO 8601
 * @param delayNanos how late in nanoseconds, zero or more; delays in bars by the length of the first bar
 * @param profit the equity at the end less the initial cash, in the currency of account
 */
public record LateResult(String delay, long delayNanos, Decimal profit) {

    /** Refuses a negative delay. */
    public LateResult {
        Checks.atLeast("lateResult.delayNanos", delayNanos, 0);
    }
}
