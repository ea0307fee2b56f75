package io.aqts.core.analyse;

import io.aqts.core.ledger.Ledger;
import io.aqts.performance.CostStatistics;
import io.aqts.performance.Statistic;
import io.aqts.trade.Decimal;
import io.aqts.trade.Fill;
import io.aqts.trade.Payoff;
import io.aqts.trade.Side;

/** What trading took so far, and how much of the time something was held. */
final class CostTally {

    private long fills;
    private Decimal fees = Decimal.ZERO;
    private Decimal slippage = Decimal.ZERO;
    private double notional;
    private long steps;
    private double equitySum;
    private double leverage;
    private double leverageSum;
    private boolean ruined;
    private long exposedNanos;
    private long totalNanos;

    /** Counts a fill in the currency of the account, as the books see it. */
    void add(Fill fill, Ledger ledger) {
        int i = fill.instrument();
        Payoff payoff = ledger.position(i).payoff();
        Decimal value = payoff.value(fill.quantity(), fill.price());
        Decimal worse = value.minus(payoff.value(fill.quantity(), fill.context().arrivalPrice()));
        Decimal cost = ledger.converted(i, fill.side() == Side.BUY ? worse : worse.negate());
        fills++;
        fees = fees.plus(ledger.converted(i, fill.fee()));
        notional += ledger.converted(i, value.abs()).toDouble();
        slippage = slippage.plus(cost);
    }

    void step(long nanos, double equity, double exposureAtStart, double exposure) {
        steps++;
        totalNanos += nanos;
        equitySum += equity;
        if (exposureAtStart > 0) {
            exposedNanos += nanos;
        }
        leverageSum += leverage * nanos;
        leverage = exposure / equity;
        ruined |= !(equity > 0);
    }

    CostStatistics statistics() {
        Statistic none = Statistic.undefined(steps == 0 ? "there was no step" : "no time went by");
        boolean known = steps > 0;
        return new CostStatistics(
                fills,
                fees,
                slippage,
                known ? Statistic.of(notional / (equitySum / steps)) : none,
                totalNanos > 0 ? Statistic.of((double) exposedNanos / totalNanos) : none,
                averageLeverage(none));
    }

    private Statistic averageLeverage(Statistic none) {
        if (ruined) {
            return Statistic.undefined("the equity was lost");
        }
        return totalNanos > 0 ? Statistic.of(leverageSum / totalNanos) : none;
    }
}
