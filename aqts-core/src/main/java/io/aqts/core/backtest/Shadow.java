package io.aqts.core.backtest;

import io.aqts.ExecutionVenue;
import io.aqts.LayerContext;
import io.aqts.Step;
import io.aqts.core.execute.LatencyModel;
import io.aqts.core.ledger.Ledger;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.RiskState;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What would have come of the orders of a run at another venue: it meets the same snapshots, gets the same approved
 * orders, and is called back what the run calls back, in the order of a step. It has a ledger of its own and tells the
 * run nothing.
 */
final class Shadow {

    private final ExecutionVenue venue;
    private final Ledger ledger;
    private final Decimal initialCash;
    private final Delay delay;
    private final List<Late> late = new ArrayList<>();
    private final List<ApprovedOrder> open = new ArrayList<>();

    Shadow(LayerContext context, ExecutionVenue venue, Delay delay) {
        this.venue = venue;
        this.delay = delay;
        this.initialCash = context.config().risk().initialCash();
        this.ledger = new Ledger(
                context.config().risk().currency(),
                initialCash,
                context.universe().size());
    }

    Delay delay() {
        return delay;
    }

    /** Follows a step of the run, whose bars have the given lengths. */
    void follow(Step step, BarLengths lengths) {
        apply(venue.meet(step.snapshot()));
        ledger.mark(step.snapshot());
        if (step.portfolio().riskState() != RiskState.NORMAL) {
            recall();
        }
        for (ApprovedOrder order : step.orders()) {
            late.add(new Late(order, dueNanos(order, lengths)));
        }
        if (!late.isEmpty()) {
            release(step.snapshot().epochNanos());
        }
    }

    /** {@return what was earned until now, open positions at their last price} */
    Decimal profit() {
        return ledger.portfolio(List.of(), RiskState.NORMAL).equity().minus(initialCash);
    }

    void close() {
        venue.close();
    }

    private long dueNanos(ApprovedOrder order, BarLengths lengths) {
        long barNanos = lengths.of(order.order().instrument());
        return delay.isNone() ? order.epochNanos() : LatencyModel.later(order.epochNanos(), delay.nanos(barNanos));
    }

    private void release(long nowNanos) {
        for (Iterator<Late> each = late.iterator(); each.hasNext(); ) {
            Late next = each.next();
            if (next.dueNanos() <= nowNanos) {
                each.remove();
                open.add(next.order());
                apply(venue.submit(next.order()));
            }
        }
    }

    private void recall() {
        late.removeIf(each -> !each.order().order().reduceOnly());
        for (ApprovedOrder order : List.copyOf(open)) {
            if (!order.order().reduceOnly()) {
                apply(venue.cancel(order.id()));
            }
        }
    }

    private void apply(List<ExecutionEvent> events) {
        for (ExecutionEvent event : events) {
            if (event instanceof ExecutionEvent.Filled filled) {
                ledger.book(filled.fill());
            }
            boolean isOpen = event instanceof ExecutionEvent.Accepted
                    || (event instanceof ExecutionEvent.Filled filled && !filled.closesOrder());
            if (!isOpen) {
                open.removeIf(order -> order.id() == event.orderId());
            }
        }
    }

    /** An order on hold. */
    private record Late(ApprovedOrder order, long dueNanos) {}
}
