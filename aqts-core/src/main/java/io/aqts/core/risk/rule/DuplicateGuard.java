package io.aqts.core.risk.rule;

import io.aqts.RiskCandidate;
import io.aqts.RiskObserver;
import io.aqts.RiskRule;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import java.time.Duration;
import java.util.Arrays;

/** For a while after an opening, another one of the same instrument and side is taken for a duplicate. */
public final class DuplicateGuard implements RiskRule, RiskObserver {

    private final long nanos;
    private final long[] bought;
    private final long[] sold;

    /**
     * A guard that has seen no order.
     *
     * @param window how long that is, in event time
     * @param instruments how many instruments there are
     */
    public DuplicateGuard(Duration window, int instruments) {
        nanos = window.toNanos();
        bought = new long[instruments];
        sold = new long[instruments];
        Arrays.fill(bought, Long.MIN_VALUE);
        Arrays.fill(sold, Long.MIN_VALUE);
    }

    @Override
    public ReasonCode reason() {
        return ReasonCode.DUPLICATE_ORDER;
    }

    @Override
    public double allowedQuantity(RiskCandidate candidate) {
        long end = of(candidate.side())[candidate.instrument()];
        return candidate.view().epochNanos() < end ? 0 : Double.POSITIVE_INFINITY;
    }

    @Override
    public void onApproval(ApprovedOrder order) {
        if (!order.order().reduceOnly()) {
            of(order.order().side())[order.order().instrument()] = order.epochNanos() + nanos;
        }
    }

    private long[] of(Side side) {
        return side == Side.BUY ? bought : sold;
    }
}
