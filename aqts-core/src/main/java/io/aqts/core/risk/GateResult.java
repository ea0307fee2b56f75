package io.aqts.core.risk;

import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.RiskVerdict;
import java.util.List;

/**
 * What the {@link RiskGate} made of one verdict of a risk manager.
 *
 * @param verdict the final verdict: the manager's own, or a reduced or rejected one where a hard limit said so
 * @param orders the approved order, which is a revision if it amends one that waits; nothing if the verdict is a
 *     rejection or only withdraws an order
 */
public record GateResult(RiskVerdict verdict, List<ApprovedOrder> orders) {

    /** Copies the list. */
    public GateResult {
        orders = List.copyOf(orders);
    }

    /** {@return whether an order was approved} */
    public boolean isApproved() {
        return !orders.isEmpty();
    }
}
