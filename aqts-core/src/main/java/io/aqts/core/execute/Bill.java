package io.aqts.core.execute;

import io.aqts.trade.Decimal;

/** What one order has been charged so far, which decides what its next fill owes of fees that an order pays once. */
final class Bill {

    private Decimal sum = Decimal.ZERO;
    private Decimal charged = Decimal.ZERO;
    private boolean begun;

    /** {@return whether a fill was charged before} */
    boolean hasBegun() {
        return begun;
    }

    /** {@return what is due for a fill that owes so much itself, if all fills together owe at least a minimum} */
    Decimal due(Decimal own, Decimal minimum) {
        return atLeast(sum.plus(own), minimum).minus(charged);
    }

    /** Notes that a fill which owes so much itself was charged what is due. */
    void charge(Decimal own, Decimal minimum) {
        sum = sum.plus(own);
        charged = atLeast(sum, minimum);
        begun = true;
    }

    private static Decimal atLeast(Decimal sum, Decimal minimum) {
        return minimum.isPositive() ? sum.max(minimum) : sum;
    }
}
