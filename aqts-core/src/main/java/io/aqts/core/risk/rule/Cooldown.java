package io.aqts.core.risk.rule;

import io.aqts.RiskCandidate;
import io.aqts.RiskObserver;
import io.aqts.RiskRule;
import io.aqts.performance.ClosedTrade;
import io.aqts.trade.ReasonCode;
import java.time.Duration;
import java.util.Arrays;

/** An instrument is not opened again for a while after a trade in it that lost. */
public final class Cooldown implements RiskRule, RiskObserver {

    private final long nanos;
    private final long[] until;

    /**
     * A rule that has seen no trade.
     *
     * @param time how long the instrument rests, in event time from the end of the trade
     * @param instruments how many instruments there are
     */
    public Cooldown(Duration time, int instruments) {
        nanos = time.toNanos();
        until = new long[instruments];
        Arrays.fill(until, Long.MIN_VALUE);
    }

    @Override
    public ReasonCode reason() {
        return ReasonCode.COOLDOWN;
    }

    @Override
    public double allowedQuantity(RiskCandidate candidate) {
        return candidate.view().epochNanos() < until[candidate.instrument()] ? 0 : Double.POSITIVE_INFINITY;
    }

    @Override
    public void onTrade(ClosedTrade trade) {
        if (trade.netPnl().isNegative()) {
            until[trade.instrument()] = trade.exitNanos() + nanos;
        }
    }

    @Override
    public void onResume() {
        Arrays.fill(until, Long.MIN_VALUE);
    }
}
