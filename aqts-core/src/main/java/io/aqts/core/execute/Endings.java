package io.aqts.core.execute;

import io.aqts.trade.ReasonCode;

/**
 * The end of orders at a venue, and the telling of it.
 *
 * @param <O> what the venue keeps of an order
 */
interface Endings<O extends Listed> {

    /** Ends an order that has not ended, with what hangs on it. */
    void cancel(O order, ReasonCode reason);
}
