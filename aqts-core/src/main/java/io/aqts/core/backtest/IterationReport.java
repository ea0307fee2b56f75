package io.aqts.core.backtest;

import io.aqts.Step;
import io.aqts.core.analyse.ReasonCount;
import io.aqts.performance.EquityPoint;
import io.aqts.performance.PerformanceSummary;
import io.aqts.performance.Statistic;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Restrictions;
import java.util.List;

/**
 * One run of a backtest.
 *
 * @param seed the seed it ran with
 * @param digest the fingerprint of the run, 64 hexadecimal digits
 * @param summary how it did
 * @param equityCurve the equity over time, thinned out to about as many points as the configuration has it, and the
 *     last one; the first point is that of the first step
 * @param portfolio what was owned in the end; open positions are marked, not closed, and its open orders are those that
 *     had not ended when the data did
 * @param restrictions when and why trading was restricted, which is why an equity curve may be flat
 * @param reasons why proposals were held, approved, reduced or rejected, and how often
 * @param steps every step, if they were asked for, and else none
 */
public record IterationReport(
        long seed,
        String digest,
        PerformanceSummary summary,
        List<EquityPoint> equityCurve,
        Portfolio portfolio,
        Restrictions restrictions,
        List<ReasonCount> reasons,
        List<Step> steps) {

    /** Copies the lists. */
    public IterationReport {
        equityCurve = List.copyOf(equityCurve);
        reasons = List.copyOf(reasons);
        steps = List.copyOf(steps);
    }

    /** {@return the share of its steps in which trading was restricted, 0 to 1; undefined without steps} */
    public Statistic restricted() {
        long all = summary.span().steps();
        return all == 0
                ? Statistic.undefined("there were no steps")
                : Statistic.of((double) restrictions.steps() / all);
    }
}
