package io.aqts.core.ledger;

import io.aqts.trade.Decimal;
import io.aqts.trade.Fill;

/**
 * A fill on its way into the books.
 *
 * @param fill what was traded, with a fee in the currency of settlement
 * @param tradeFee what all its fees are to its round trip, in that currency
 * @param choice which lots it closes
 */
record Entry(Fill fill, Decimal tradeFee, LotChoice choice) {

    Decimal price() {
        return fill.price();
    }
}
