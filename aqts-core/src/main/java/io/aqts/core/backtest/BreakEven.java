package io.aqts.core.backtest;

import io.aqts.performance.Statistic;
import io.aqts.trade.Decimal;
import io.aqts.trade.Fill;
import java.util.List;

/** How far a result is from nothing, counted in costs. */
final class BreakEven {

    private static final double BASIS_POINTS = 10_000;
    private static final double SECOND_NANOS = 1e9;

    private long fills;
    private long ambiguous;
    private Decimal notional = Decimal.ZERO;
    private Decimal fees = Decimal.ZERO;

    void add(Fill fill) {
        fills++;
        ambiguous += fill.context().ambiguous() ? 1 : 0;
        notional = notional.plus(fill.notional());
        fees = fees.plus(fill.fee());
    }

    long fills() {
        return fills;
    }

    long ambiguous() {
        return ambiguous;
    }

    Statistic slippageBps(Decimal profit) {
        return notional.isZero()
                ? Statistic.undefined("nothing was traded")
                : Statistic.of(profit.toDouble() / notional.toDouble() * BASIS_POINTS);
    }

    Statistic feeMultiple(Decimal profit) {
        return fees.isPositive()
                ? Statistic.of(profit.plus(fees).toDouble() / fees.toDouble())
                : Statistic.undefined("no fees were paid");
    }

    /** {@return where the profit is gone, in ascending order of delays} */
    static Statistic vanishingSeconds(List<LateResult> delays) {
        if (delays.isEmpty() || !delays.get(0).profit().isPositive()) {
            return Statistic.undefined("there was no profit without a delay");
        }
        for (int i = 1; i < delays.size(); i++) {
            LateResult before = delays.get(i - 1);
            LateResult after = delays.get(i);
            if (!after.profit().isPositive()) {
                double high = before.profit().toDouble();
                double share = high / (high - after.profit().toDouble());
                double nanos = before.delayNanos() + share * (after.delayNanos() - before.delayNanos());
                return Statistic.of(nanos / SECOND_NANOS);
            }
        }
        return Statistic.undefined("a profit was left after the longest delay");
    }
}
