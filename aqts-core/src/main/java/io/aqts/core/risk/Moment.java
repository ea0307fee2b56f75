package io.aqts.core.risk;

import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Portfolio;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * What the gate judges by in one step.
 *
 * @param portfolio what is owned now
 * @param epochNanos the moment
 * @param marks the last known price of each instrument
 * @param fresh the orders approved in this step so far; it grows
 */
record Moment(Portfolio portfolio, long epochNanos, IntToDoubleFunction marks, List<ApprovedOrder> fresh) {

    /** The same moment with another state of what is owned and ordered. */
    Moment with(Portfolio other) {
        return new Moment(other, epochNanos, marks, fresh);
    }
}
