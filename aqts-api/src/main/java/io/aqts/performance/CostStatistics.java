package io.aqts.performance;

import io.aqts.trade.Decimal;

/**
 * What trading took.
 *
 * @param fills how many fills there were
 * @param fees what was paid in fees, in quote currency, exact
 * @param slippage what was paid by filling worse than at the arrival price, in quote currency; negative for a gain
 * @param turnover the sum of all notionals over the average equity
 * @param exposure the share of time in steps that began with a position, 0 to 1; what was opened within a step counts
 *     from the next
 * @param averageLeverage the gross exposure over equity at the start of each step, averaged over time; undefined once
 *     the equity was lost
 */
public record CostStatistics(
        long fills,
        Decimal fees,
        Decimal slippage,
        Statistic turnover,
        Statistic exposure,
        Statistic averageLeverage) {}
