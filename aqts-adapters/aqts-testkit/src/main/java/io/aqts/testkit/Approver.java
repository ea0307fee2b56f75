package io.aqts.testkit;

import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.Order;

/** Whoever approves orders in a test. Numbers count from 1 for each approver. */
@FunctionalInterface
public interface Approver {

    /**
     * Approves an order as it is.
     *
     * @param order the order
     * @param epochNanos the moment, in nanoseconds since 1970-01-01T00:00Z
     * @param reference the price it counts as judged by, in quote currency
     * @return the approval, with the next number
     */
    ApprovedOrder approve(Order order, long epochNanos, Decimal reference);

    /**
     * Approves an order anew in another form. Whoever cannot leaves this as it is, and nothing is amended in the tests.
     *
     * @param before the approval that still stands
     * @param order the order as it is to be
     * @param epochNanos the moment, in nanoseconds since 1970-01-01T00:00Z
     * @param reference the price it counts as judged by, in quote currency
     * @return the approval with the same number and the next revision; the one before if it cannot be revised
     */
    default ApprovedOrder revise(ApprovedOrder before, Order order, long epochNanos, Decimal reference) {
        return before;
    }
}
