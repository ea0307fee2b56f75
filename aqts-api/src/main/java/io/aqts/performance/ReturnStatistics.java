package io.aqts.performance;

/**
 * What the equity did from period to period.
 *
 * @param periods how many returns were counted
 * @param periodsPerYear how many such periods a year of 365 days holds, by the data's real cadence
 * @param totalReturn the gain over the whole run, as a share of the initial equity
 * @param cagr the constant yearly growth that gives the same gain, as a share
 * @param volatility the standard deviation (divisor n-1) of the returns, annualized
 * @param sharpe the mean return above the risk-free rate over the standard deviation (n-1), annualized by the square
 *     root of the periods in a year
 * @param sortino the same over the downside deviation (divisor n, all periods, against zero)
 * @param calmar the yearly growth over the maximum drawdown
 */
public record ReturnStatistics(
        long periods,
        double periodsPerYear,
        Statistic totalReturn,
        Statistic cagr,
        Statistic volatility,
        Statistic sharpe,
        Statistic sortino,
        Statistic calmar) {}
