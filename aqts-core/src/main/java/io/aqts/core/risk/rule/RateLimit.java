package io.aqts.core.risk.rule;

import io.aqts.RiskCandidate;
import io.aqts.RiskObserver;
import io.aqts.RiskRule;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.ReasonCode;
import java.time.Duration;

/**
 * Only so many orders are approved within a time, in event time, before no other opens anything.
 *
 * <p>Each order counts, also of several in one step and those that reduce, and each change of an order; only openings
 * are refused.
 */
public final class RateLimit implements RiskRule, RiskObserver {

    private final long nanos;
    private final RecentTimes recent;

    /**
     * A rule that has seen no order.
     *
     * @param most how many orders
     * @param window the time they are counted over
     */
    public RateLimit(int most, Duration window) {
        nanos = window.toNanos();
        recent = new RecentTimes(most);
    }

    @Override
    public ReasonCode reason() {
        return ReasonCode.RATE_LIMIT;
    }

    @Override
    public double allowedQuantity(RiskCandidate candidate) {
        return recent.areFullWithin(nanos, candidate.view().epochNanos()) ? 0 : Double.POSITIVE_INFINITY;
    }

    @Override
    public void onApproval(ApprovedOrder order) {
        recent.add(order.epochNanos());
    }

    @Override
    public void onAmendment(long orderId, long epochNanos) {
        recent.add(epochNanos);
    }
}
