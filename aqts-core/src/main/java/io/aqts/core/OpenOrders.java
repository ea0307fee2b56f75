package io.aqts.core;

import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.Side;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The orders that were approved and have not ended, oldest first. */
final class OpenOrders {

    private final List<OpenOrder> open = new ArrayList<>();
    private final List<OrderLifecycle> lives = new ArrayList<>();
    private final BitSet purchases = new BitSet();
    private final BitSet sales = new BitSet();
    private List<OpenOrder> view = List.of();

    /** {@return the open orders as an immutable list, the same one until something changes} */
    List<OpenOrder> view() {
        return view;
    }

    void add(ApprovedOrder approved) {
        OrderLifecycle life = new OrderLifecycle(approved);
        lives.add(life);
        open.add(life.open());
        view = Frozen.copy(open);
    }

    /** From now on an order is being amended, until the venue answers. */
    void revise(ApprovedOrder revised) {
        int at = indexOf(revised.id());
        if (at >= 0) {
            lives.get(at).revise(revised);
            open.set(at, lives.get(at).open());
            view = Frozen.copy(open);
        }
    }

    /**
     * Takes in what the venue tells. Events of orders that this run did not place change nothing.
     *
     * @throws IllegalStateException if that can not be, after what was told before
     */
    void apply(ExecutionEvent event) {
        int at = indexOf(event.orderId());
        if (at < 0) {
            requireNothingNew(event);
            return;
        }
        OrderLifecycle life = lives.get(at);
        life.apply(event);
        if (life.status().isOver()) {
            BitSet ended = open.get(at).approved().order().side() == Side.BUY ? purchases : sales;
            ended.set(Math.toIntExact(event.orderId()));
            lives.remove(at);
            open.remove(at);
        } else if (isNoChange(event)) {
            return;
        } else {
            open.set(at, life.open());
        }
        view = Frozen.copy(open);
    }

    /** Of an order that has ended, nothing can be told but fills of its exits and that a request came too late. */
    private void requireNothingNew(ExecutionEvent event) {
        long id = event.orderId();
        boolean wasPurchase = id <= Integer.MAX_VALUE && id >= 0 && purchases.get((int) id);
        boolean wasSale = id <= Integer.MAX_VALUE && id >= 0 && sales.get((int) id);
        boolean isAnswer =
                event instanceof ExecutionEvent.AmendRejected || event instanceof ExecutionEvent.CancelRejected;
        boolean isExit = event instanceof ExecutionEvent.Filled report
                && !report.closesOrder()
                && (report.fill().side() == Side.BUY ? !wasPurchase : !wasSale);
        if ((wasPurchase || wasSale) && !isAnswer && !isExit) {
            throw new IllegalStateException("order " + id + " has ended, but the venue reported " + event);
        }
    }

    private static boolean isNoChange(ExecutionEvent event) {
        return event instanceof ExecutionEvent.Accepted
                || event instanceof ExecutionEvent.Triggered
                || event instanceof ExecutionEvent.CancelRejected;
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
