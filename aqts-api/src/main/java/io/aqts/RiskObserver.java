package io.aqts;

import io.aqts.performance.ClosedTrade;
import io.aqts.signal.Decision;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Fill;

/**
 * A rule that remembers. What happened it is told here, and nowhere else does it change.
 *
 * <p>In a step it is told of fills and closed trades first, then that the step begins, then what was decided, and then
 * of each order as it is approved. Each is told once. All times are of events; there is no clock.
 */
public interface RiskObserver {

    /**
     * Something of ours was traded.
     *
     * @param fill the fill
     */
    default void onFill(Fill fill) {}

    /**
     * A round trip ended.
     *
     * @param trade the trade, from flat to flat
     */
    default void onTrade(ClosedTrade trade) {}

    /**
     * A step begins: all is marked to the market, and nothing was judged yet.
     *
     * @param view the moment
     */
    default void onStep(RiskView view) {}

    /**
     * Fusion has decided.
     *
     * @param decision what it proposes
     */
    default void onDecision(Decision decision) {}

    /**
     * An order was approved, be it one that opens or one that reduces.
     *
     * @param order the order
     */
    default void onApproval(ApprovedOrder order) {}

    /**
     * An order that was approved before was changed at the venue.
     *
     * @param orderId the number of the order's approval
     * @param epochNanos the moment, in nanoseconds since 1970-01-01T00:00Z
     */
    default void onAmendment(long orderId, long epochNanos) {}

    /** An operator lets trading go on: whatever is latched until then is released, and losses are counted anew. */
    default void onResume() {}
}
