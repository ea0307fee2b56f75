package io.aqts.core.risk;

import io.aqts.trade.OrderSize;
import io.aqts.trade.ReasonCode;
import java.util.ArrayList;
import java.util.List;

/** An amount on its way through limits, each of which may only lower it, and the reasons of those that did. */
final class Cut {

    private static final double TOLERANCE = 1e-9;

    private double amount;
    private List<ReasonCode> reasons = List.of();

    Cut(double amount) {
        this.amount = amount;
    }

    /**
     * Lowers the amount to what a limit allows. Nine digits decide whether it is exceeded, so that an equity summed in
     * another order does not cost a lot; once something is cut, no limit is exceeded by even one. An allowance that is
     * not a number allows nothing.
     */
    void to(double allowed, ReasonCode reason) {
        if (!(amount <= allowed * (1 + TOLERANCE))) {
            amount = allowed > 0 ? allowed : 0;
            because(reason);
        } else if (isCut()) {
            amount = Math.min(amount, allowed);
        }
    }

    /** Names a reason that lowered the amount elsewhere. */
    void because(ReasonCode reason) {
        if (reasons.isEmpty()) {
            reasons = new ArrayList<>(2);
        }
        reasons.add(reason);
    }

    double amount() {
        return amount;
    }

    boolean isCut() {
        return !reasons.isEmpty();
    }

    /** The size that is left, with what lowered it. */
    Ruling granting(OrderSize size) {
        return new Ruling(size, reasons);
    }

    /** Nothing is left: because of what lowered it, or, if nothing did, because it was too small from the start. */
    Ruling refusing(ReasonCode ownFault) {
        return isCut() ? new Ruling(null, reasons) : Ruling.refused(ownFault);
    }
}
