package io.aqts.performance;

import io.aqts.trade.Decimal;

/**
 * How a run did.
 *
 * @param span the time it covers
 * @param initialEquity the money it began with, exact
 * @param finalEquity cash and positions at their last marks, exact
 * @param returns what the equity did from period to period
 * @param drawdown how far and how long it was below its peak
 * @param trades what the round trips earned
 * @param costs what trading took
 */
public record PerformanceSummary(
        Span span,
        Decimal initialEquity,
        Decimal finalEquity,
        ReturnStatistics returns,
        DrawdownStatistics drawdown,
        TradeStatistics trades,
        CostStatistics costs) {}
