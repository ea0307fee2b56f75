package io.aqts.core.risk;

import io.aqts.RuleAnswer;
import io.aqts.market.Instrument;
import io.aqts.market.OrderLimits;
import io.aqts.trade.Decimal;
import io.aqts.trade.Handling;
import io.aqts.trade.Instructions;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.OrderSize;
import io.aqts.trade.Position;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskVerdict;
import io.aqts.trade.Sizing;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One well-formed intent before the gate.
 *
 * @param verdict the risk manager's verdict it came with
 * @param intent what is wanted
 * @param instrument the grid it must lie on
 * @param limits what the exchange takes besides
 * @param moment what it is judged by
 * @param filled how much of the order was filled before, if it amends one; else zero
 * @param trail where the answers of rules and limits are written down, or null if nobody asks
 */
record Request(
        RiskVerdict verdict,
        OrderIntent intent,
        Instrument instrument,
        OrderLimits limits,
        Moment moment,
        Decimal filled,
        @Nullable List<RuleAnswer> trail) {

    /** The price of the instrument. */
    double mark() {
        return moment.marks().price(intent.instrument());
    }

    /** What a price of one is worth for one unit, in the currency of account. */
    double factor() {
        return moment.factor(intent.instrument());
    }

    /** Whether the instrument has a price. */
    boolean hasMark() {
        double mark = mark();
        return mark > 0 && mark < Double.POSITIVE_INFINITY;
    }

    /** Whether the instrument has a price and a worth in the currency of account. */
    boolean isPriced() {
        double factor = factor();
        return hasMark() && factor > 0 && factor < Double.POSITIVE_INFINITY;
    }

    /** The equity to judge by; none if it is not finite. */
    double equity() {
        double marked = moment.portfolio().markedEquity();
        return marked < Double.POSITIVE_INFINITY ? marked : 0;
    }

    Position position() {
        return moment.portfolio().position(intent.instrument());
    }

    /** The verdict that refuses it, with the gate's reasons before those the manager reduced it for. */
    GateResult rejected(List<ReasonCode> reasons) {
        return new GateResult(new RiskVerdict.Rejected(intent.instrument(), withManagers(reasons)), List.of());
    }

    /** The verdict that lets all of it through, for the intent's own reason. */
    RiskVerdict approved() {
        return new RiskVerdict.Approved(intent, List.of(intent.reason()));
    }

    /** The verdict that lets only a part of it through. */
    RiskVerdict reducedTo(Sizing sizing, boolean reduceOnly, List<ReasonCode> reasons) {
        Instructions own = intent.instructions();
        OrderIntent part = intent.withSizing(sizing)
                .withInstructions(new Instructions(reduceOnly, own.postOnly(), own.displayQuantity(), own.link()));
        Sizing requested = verdict instanceof RiskVerdict.Reduced reduced ? reduced.requested() : intent.sizing();
        return new RiskVerdict.Reduced(part, requested, withManagers(reasons));
    }

    /** What the venue is to observe, on the grid: at least one lot is shown, and what shows all of it hides nothing. */
    Handling handling(boolean reduceOnly, OrderSize size) {
        Instructions own = intent.instructions();
        if (!own.postOnly() && own.displayQuantity() == 0 && own.link().list() == 0) {
            return Handling.reducing(reduceOnly);
        }
        Decimal lot = instrument.lotSize();
        Decimal shown = own.displayQuantity() == 0
                ? Decimal.ZERO
                : Decimal.roundedToMultiple(own.displayQuantity(), lot, RoundingMode.DOWN)
                        .max(lot);
        boolean showsAll = size instanceof OrderSize.Units units && !shown.isLessThan(units.quantity());
        return new Handling(reduceOnly, own.postOnly(), showsAll ? Decimal.ZERO : shown, own.link());
    }

    private List<ReasonCode> withManagers(List<ReasonCode> reasons) {
        if (!(verdict instanceof RiskVerdict.Reduced reduced)) {
            return reasons;
        }
        List<ReasonCode> all = new ArrayList<>(reasons);
        for (ReasonCode reason : reduced.reasons()) {
            if (!all.contains(reason)) {
                all.add(reason);
            }
        }
        return all;
    }
}
