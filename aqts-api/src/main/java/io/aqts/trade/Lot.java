package io.aqts.trade;

import io.aqts.internal.Checks;

/**
 * What one fill opened and has not been closed.
 *
 * @param id the number of the lot, counted from 1 within a ledger
 * @param orderId the approval that opened it
 * @param openedNanos when, in nanoseconds since 1970-01-01T00:00Z
 * @param quantity in units or contracts; negative for a short lot, never zero
 * @param cost its value at the price it was opened at, in the currency of settlement, without fees
 */
public record Lot(long id, long orderId, long openedNanos, Decimal quantity, Decimal cost) {

    /** Refuses an empty lot. */
    public Lot {
        Checks.that(!quantity.isZero(), "lot.quantity", "not be zero", quantity);
    }

    /**
     * The same lot in another size.
     *
     * @param left what is left or has become of it
     * @param itsCost what that cost
     * @return the changed lot
     */
    public Lot with(Decimal left, Decimal itsCost) {
        return new Lot(id, orderId, openedNanos, left, itsCost);
    }
}
