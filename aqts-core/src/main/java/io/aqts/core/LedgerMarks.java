package io.aqts.core;

import io.aqts.core.ledger.Ledger;
import io.aqts.core.risk.Marks;

/** The figures of the books that instruments are judged by: what is over or not priced cannot be traded. */
record LedgerMarks(Ledger ledger) implements Marks {

    @Override
    public double price(int instrument) {
        return ledger.tradablePrice(instrument);
    }

    @Override
    public double unitValue(int instrument) {
        return ledger.unitValue(instrument);
    }
}
