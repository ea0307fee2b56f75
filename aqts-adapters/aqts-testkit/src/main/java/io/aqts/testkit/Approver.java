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
}
