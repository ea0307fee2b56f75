package io.aqts.core.backtest;

import io.aqts.core.execute.FillPolicy;
import io.aqts.trade.Decimal;

/**
 * What the same orders earn if bars are read in a certain way.
 *
 * @param policy how bars are read
 * @param profit the equity at the end less the initial cash, in the currency of account
 */
public record Reading(FillPolicy policy, Decimal profit) {

    /** {@return the reading in words, such as {@code stop first, traded through}} */
    public String name() {
        return (policy.isFavorable() ? "target first, " : "stop first, ")
                + (policy.touch() ? "touched" : "traded through");
    }
}
