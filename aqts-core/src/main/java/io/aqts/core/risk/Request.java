package io.aqts.core.risk;

import io.aqts.market.Instrument;
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

/**
 * One well-formed intent before the gate.
 *
 * @param verdict the risk manager's verdict it came with
 * @param intent what is wanted
 * @param instrument the grid it must lie on
 * @param moment what it is judged by
 * @param mark the price of the instrument
 */
record Request(RiskVerdict verdict, OrderIntent intent, Instrument instrument, Moment moment, double mark) {

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
