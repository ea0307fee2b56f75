package io.aqts.core;

import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.Fill;
import io.aqts.trade.OpenOrder;
import java.util.ArrayList;
import java.util.List;

/** The orders that were approved and have not ended, oldest first. */
final class OpenOrders {

    private final List<OpenOrder> open = new ArrayList<>();
    private List<OpenOrder> view = List.of();

    /** {@return the open orders as an immutable list, the same one until something changes} */
    List<OpenOrder> view() {
        return view;
    }

    void add(ApprovedOrder approved) {
        open.add(new OpenOrder(approved, Decimal.ZERO));
        view = Frozen.copy(open);
    }

    void apply(ExecutionEvent event) {
        int at = indexOf(event.orderId());
        if (at < 0 || event instanceof ExecutionEvent.Accepted) {
            return;
        }
        if (event instanceof ExecutionEvent.Filled filled && !filled.closesOrder()) {
            fillPart(at, filled.fill());
        } else {
            open.remove(at);
        }
        view = Frozen.copy(open);
    }

    private void fillPart(int at, Fill fill) {
        OpenOrder order = open.get(at);
        if (fill.side() == order.approved().order().side()) {
            open.set(at, new OpenOrder(order.approved(), order.filled().plus(fill.quantity())));
        }
    }

    private int indexOf(long orderId) {
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i).approved().id() == orderId) {
                return i;
            }
        }
        return -1;
    }
}
