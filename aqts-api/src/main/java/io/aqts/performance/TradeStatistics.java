package io.aqts.performance;

import java.util.List;

/**
 * What the round trips earned, after fees.
 *
 * @param count how many were closed
 * @param wins how many of them earned more than nothing
 * @param winRate the share that did
 * @param winRateInterval where that share lies, by Wilson's method; empty if nothing was closed
 * @param payoff the average win over the average loss
 * @param expectancy the average result of a round trip, in quote currency
 * @param profitFactor the sum of the wins over the sum of the losses
 * @param ambiguous how many had a fill that the data left open
 */
public record TradeStatistics(
        long count,
        long wins,
        Statistic winRate,
        List<Interval> winRateInterval,
        Statistic payoff,
        Statistic expectancy,
        Statistic profitFactor,
        long ambiguous) {

    /** Copies the list. */
    public TradeStatistics {
        winRateInterval = List.copyOf(winRateInterval);
    }
}
