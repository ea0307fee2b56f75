package io.aqts.core.risk;

import io.aqts.market.Instrument;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.Position;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskVerdict;
import io.aqts.trade.Sizing;
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
        OrderIntent part = new OrderIntent(
                intent.instrument(),
                intent.side(),
                sizing,
                intent.maxSlippageBps(),
                reduceOnly,
                intent.exitPlan(),
                intent.reason());
        Sizing requested = verdict instanceof RiskVerdict.Reduced reduced ? reduced.requested() : intent.sizing();
        return new RiskVerdict.Reduced(part, requested, withManagers(reasons));
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
