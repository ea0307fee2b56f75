package io.aqts.core.backtest;

import io.aqts.AmendingVenue;
import io.aqts.LayerContext;
import io.aqts.Step;
import io.aqts.core.execute.LatencyModel;
import io.aqts.core.ledger.Ledger;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.RiskState;
import io.aqts.trade.RiskVerdict;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would have come of the orders of a run at another venue: it meets the same snapshots, gets the same approved
 * orders, and is called back what the run calls back, in the order of a step. It has a ledger of its own and tells the
 * run nothing.
 */
final class Shadow {

    private final AmendingVenue venue;
    private final Ledger ledger;
    private @Nullable Decimal opening;
    private final Delay delay;
    private final List<Late> late = new ArrayList<>();
    private final List<ApprovedOrder> open = new ArrayList<>();

    Shadow(LayerContext context, AmendingVenue venue, Delay delay) {
        this.venue = venue;
        this.delay = delay;
        this.ledger = new Ledger(context.config().risk().account(), context.universe());
    }

    Delay delay() {
        return delay;
    }

    /** Follows a step of the run, whose bars have the given lengths. */
    void follow(Step step, BarLengths lengths) {
        List<ExecutionEvent> met = venue.meet(step.snapshot());
        if (ledger.mark(step.snapshot())) {
            ledger.settle(step.snapshot(), met);
            met.forEach(this::note);
        } else {
            apply(met);
        }
        if (opening == null) {
            opening = equity();
        }
        RiskState state = step.portfolio().riskState();
        if (!state.allowsOpening()) {
            recall(state.compareTo(RiskState.HALTED) >= 0);
        }
        for (RiskVerdict verdict : step.verdicts()) {
            if (verdict instanceof RiskVerdict.Withdraw withdraw) {
                late.removeIf(each -> each.order().id() == withdraw.orderId());
                apply(venue.cancel(withdraw.orderId()));
            }
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
        return opening == null ? Decimal.ZERO : equity().minus(opening);
    }

    private Decimal equity() {
        return ledger.portfolio(List.of(), RiskState.NORMAL).equity();
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
                send(next.order());
            }
        }
    }

    private void send(ApprovedOrder order) {
        if (order.revision() == 0) {
            open.add(order);
            ledger.expect(order);
            apply(venue.submit(order));
        } else {
            apply(venue.amend(order));
        }
    }

    private void recall(boolean closesAll) {
        late.removeIf(each -> !each.order().order().reduceOnly());
        for (ApprovedOrder order : List.copyOf(open)) {
            boolean isInTheWay = closesAll && order.order().mayRest();
            if (isInTheWay || !order.order().reduceOnly()) {
                apply(venue.cancel(order.id()));
            }
        }
    }

    private void apply(List<ExecutionEvent> events) {
        for (ExecutionEvent event : events) {
            if (event instanceof ExecutionEvent.Filled filled) {
                ledger.book(filled.fill());
            }
            note(event);
        }
    }

    private void note(ExecutionEvent event) {
        boolean isEnd = event instanceof ExecutionEvent.Canceled
                || event instanceof ExecutionEvent.Rejected
                || (event instanceof ExecutionEvent.Filled filled && filled.closesOrder());
        if (isEnd) {
            open.removeIf(order -> order.id() == event.orderId());
        }
    }

    /** An order on hold. */
    private record Late(ApprovedOrder order, long dueNanos) {}
}
