package io.aqts.core.execute;

/** What becomes of the part of an order at the market that finds nothing more to trade with. */
public enum Remainder {
    /** It is canceled, as exchanges do. */
    CANCEL,
    /**
     * It trades one tick beyond the last price it met, as if there were enough just behind what is shown. Kind to large
     * orders; for data that shows best prices only. What may only trade at once is canceled all the same.
     */
    SLIP_ONE_TICK
}
