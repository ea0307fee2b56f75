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

    /** From now on an order is being amended, until the venue answers. */
    void revise(ApprovedOrder revised) {
        int at = indexOf(revised.id());
        if (at >= 0) {
            OpenOrder order = open.get(at);
            open.set(at, new OpenOrder(order.approved(), order.filled(), revised));
            view = Frozen.copy(open);
        }
    }

    void apply(ExecutionEvent event) {
        int at = indexOf(event.orderId());
        if (at < 0 || isNoChange(event)) {
            return;
        }
        if (event instanceof ExecutionEvent.Filled filled && !filled.closesOrder()) {
            fillPart(at, filled.fill());
        } else if (event instanceof ExecutionEvent.Amended amended) {
            settle(at, amended.revision(), true);
        } else if (event instanceof ExecutionEvent.AmendRejected refused) {
            settle(at, refused.revision(), false);
        } else {
            open.remove(at);
        }
        view = Frozen.copy(open);
    }

    private static boolean isNoChange(ExecutionEvent event) {
        return event instanceof ExecutionEvent.Accepted
                || event instanceof ExecutionEvent.Triggered
                || event instanceof ExecutionEvent.CancelRejected;
    }

    private void settle(int at, int revision, boolean isDone) {
        OpenOrder order = open.get(at);
        ApprovedOrder revised = order.revision();
        if (revised != null && revised.revision() == revision) {
            open.set(at, new OpenOrder(isDone ? revised : order.approved(), order.filled()));
        }
    }

    private void fillPart(int at, Fill fill) {
        OpenOrder order = open.get(at);
        if (fill.side() == order.approved().order().side()) {
            open.set(at, new OpenOrder(order.approved(), order.filled().plus(fill.quantity()), order.revision()));
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
