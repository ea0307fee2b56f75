package io.aqts.core.risk;

import io.aqts.RuleAnswer;
import io.aqts.trade.OrderSize;
import io.aqts.trade.ReasonCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An amount on its way through limits, each of which may only lower it, and the reasons of those that did. */
final class Cut {

    private static final double TOLERANCE = 1e-9;

    private final double unit;
    private final @Nullable List<RuleAnswer> trail;
    private double amount;
    private double units;
    private List<ReasonCode> reasons = List.of();

    /**
     * An amount that nothing has lowered yet.
     *
     * @param amount the amount wanted
     * @param unit the amount of one unit
     * @param trail where every answer is written down, or null if nobody asks
     */
    Cut(double amount, double unit, @Nullable List<RuleAnswer> trail) {
        this.amount = amount;
        this.unit = unit;
        this.trail = trail;
    }

    /**
     * Lowers the amount to what a limit allows. Nine digits decide whether it is exceeded, so that an equity summed in
     * another order does not cost a lot; once something is cut, no limit is exceeded by even one. An allowance that is
     * not a number allows nothing.
     */
    void to(double allowed, ReasonCode reason) {
        double before = amount;
        if (!(amount <= allowed * (1 + TOLERANCE))) {
            amount = allowed > 0 ? allowed : 0;
            because(reason);
        } else if (isCut()) {
            amount = Math.min(amount, allowed);
        }
        if (trail != null) {
            trail.add(new RuleAnswer(reason, before / unit, amount / unit));
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

    /** Lowers the amount to what a rule allows in units, which are then told without the rounding of a division. */
    void toUnits(double allowed, ReasonCode reason) {
        to(allowed * unit, reason);
        if (amount == allowed * unit) {
            units = allowed;
        }
    }

    /** How many units the amount is. */
    double units() {
        return units * unit == amount ? units : amount / unit;
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
