package io.aqts.trade;

/**
 * The money of one currency.
 *
 * @param currency which
 * @param total all there is, negative when borrowed
 * @param locked what open orders may still need, zero or more
 * @param unsettled proceeds of sales that are not settled yet, zero or more
 * @param fees what was paid in this currency for instruments that settle in another one
 * @param rate what one unit is worth in the currency of the account
 */
public record Balance(String currency, Decimal total, Decimal locked, Decimal unsettled, Decimal fees, Rate rate) {

    /** {@return what may be spent now: all but what is locked or unsettled; negative when too much is locked} */
    public Decimal free() {
        return total.minus(locked).minus(unsettled);
    }
}
