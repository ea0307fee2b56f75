package io.aqts;

import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.ExecutionEvent;
import java.util.List;

/**
 * A venue that can change an order which waits, without canceling it first.
 *
 * <p>Of a venue that is not one, the engine refuses amendments itself.
 */
public interface AmendingVenue extends ExecutionVenue {

    /**
     * Changes an order that waits.
     *
     * <p>An order that only becomes smaller keeps its place in the queue; one that becomes larger or gets another price
     * loses it. What was filled stays filled: the quantity is that of the whole order. A change that is refused leaves
     * everything as it was, the place in the queue included. A trailing stop whose trigger is the one it was placed
     * with keeps the trigger it has moved to.
     *
     * @param revised the order in its new form, approved by the risk gate, with the number of the order it replaces
     * @return what is known at once, such as that the order was amended or that this was rejected
     */
    List<ExecutionEvent> amend(ApprovedOrder revised);
}
