package io.aqts.performance;

import io.aqts.trade.Decimal;

/**
 * What trading took.
 *
 * @param fills how many fills there were
 * @param fees what was paid in fees, in quote currency, exact
 * @param slippage what was paid by filling worse than at the arrival price, in quote currency; negative for a gain
 * @param turnover the sum of all notionals over the average equity
 * @param exposure the share of time with a position
 * @param averageLeverage the gross exposure over equity, averaged over time
 */
public record CostStatistics(
        long fills,
        Decimal fees,
        Decimal slippage,
        Statistic turnover,
        Statistic exposure,
        Statistic averageLeverage) {}
