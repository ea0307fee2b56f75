package io.aqts.core.execute;

import io.aqts.trade.ApprovedOrder;
import org.jspecify.annotations.Nullable;

/**
 * A request that is on its way to the venue.
 *
 * @param order the order it is about
 * @param dueNanos when it arrives, in nanoseconds since 1970-01-01T00:00Z
 * @param revised the form the order is to have, or null if it is to be canceled
 */
record Command(WorkingOrder order, long dueNanos, @Nullable ApprovedOrder revised) {}
