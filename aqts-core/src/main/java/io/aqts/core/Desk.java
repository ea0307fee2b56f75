package io.aqts.core;

import io.aqts.AmendingVenue;
import io.aqts.ExecutionVenue;
import io.aqts.LayerContext;
import io.aqts.core.ledger.Ledger;
import io.aqts.core.risk.GateResult;
import io.aqts.core.risk.RiskGate;
import io.aqts.internal.Outlined;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.Portfolio;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskState;
import io.aqts.trade.RiskVerdict;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where intents become orders and events become bookings: the gate, the venue's counter and the ledger in one place.
 *
 * <p>What was judged, approved and reported in the current step is kept here until the step is finished.
 */
final class Desk {

    private final Ledger ledger;
    private final ExecutionVenue venue;
    private final @Nullable AmendingVenue amending;
    private final RiskGate gate;
    private final OpenOrders open = new OpenOrders();
    private final List<RiskVerdict> verdicts = new ArrayList<>();
    private final List<ApprovedOrder> orders = new ArrayList<>();
    private final List<Long> withdrawals = new ArrayList<>();
    private final List<ExecutionEvent> news = new ArrayList<>();
    private final Outlined<Docket, List<RiskVerdict>> judging = this::judge;
    private final Outlined<List<ApprovedOrder>, List<ExecutionEvent>> submitting = this::submit;
    private final Outlined<List<ExecutionEvent>, Boolean> applying = this::apply;
    private List<ExecutionEvent> earlier = List.of();
    private int submitted;
    private boolean used;

    Desk(LayerContext context, Ledger ledger, ExecutionVenue venue) {
        this.ledger = ledger;
        this.venue = venue;
        this.amending = venue instanceof AmendingVenue one ? one : null;
        this.gate = RiskGate.open(MethodHandles.lookup(), context);
    }

    /** Begins a step in which nothing has happened yet. */
    void begin() {
        earlier = List.of();
        if (used) {
            verdicts.clear();
            orders.clear();
            withdrawals.clear();
            news.clear();
            submitted = 0;
            used = false;
        }
    }

    /** Books what the venue reported of earlier orders. */
    void settle(List<ExecutionEvent> events) {
        if (!events.isEmpty()) {
            earlier = events;
            Outlined.call(applying, events);
        }
    }

    /** Calls back whatever would open a position. */
    void recall() {
        for (OpenOrder order : open.view()) {
            if (!order.approved().order().reduceOnly()) {
                used = true;
                report(venue.cancel(order.approved().id()));
            }
        }
    }

    /**
     * Passes what is to be done through the gate: the exits that the breaker demands before what the strategy proposes.
     */
    List<RiskVerdict> judge(List<RiskVerdict> exits, List<RiskVerdict> proposed, Portfolio portfolio, long epochNanos) {
        if (exits.isEmpty() && areRejections(proposed)) {
            return proposed;
        }
        return Outlined.call(judging, new Docket(exits, proposed, portfolio, epochNanos));
    }

    private List<RiskVerdict> judge(Docket docket) {
        used = true;
        gate.begin(docket.portfolio, docket.epochNanos, ledger::mark);
        for (int i = 0; i < docket.exits.size(); i++) {
            pass(docket.exits.get(i));
        }
        for (int i = 0; i < docket.proposed.size(); i++) {
            pass(docket.proposed.get(i));
        }
        return Frozen.copy(verdicts);
    }

    /** Gives the venue what was approved: first what is withdrawn, so that it does not trade against what is new. */
    List<ExecutionEvent> submit() {
        return used ? Outlined.call(submitting, orders) : earlier;
    }

    private List<ExecutionEvent> submit(List<ApprovedOrder> approved) {
        for (Long id : withdrawals) {
            report(venue.cancel(id));
        }
        for (ApprovedOrder order : approved) {
            submitted++;
            if (order.revision() == 0) {
                open.add(order);
                report(venue.submit(order));
            } else if (amending != null) {
                open.revise(order);
                report(amending.amend(order));
            }
        }
        return reported();
    }

    /** {@return all that the venue reported in this step} */
    List<ExecutionEvent> reported() {
        if (news.isEmpty()) {
            return earlier;
        }
        if (earlier.isEmpty()) {
            return Frozen.copy(news);
        }
        List<ExecutionEvent> all = new ArrayList<>(earlier);
        all.addAll(news);
        return Frozen.copy(all);
    }

    /** {@return the orders that were given to the venue in this step, the last of them perhaps in vain} */
    List<ApprovedOrder> submitted() {
        return Frozen.copy(orders.subList(0, submitted));
    }

    List<ApprovedOrder> orders() {
        return used ? Frozen.copy(orders) : List.of();
    }

    Portfolio portfolio(RiskState state) {
        return ledger.portfolio(open.view(), state);
    }

    private void pass(RiskVerdict verdict) {
        GateResult result = amending == null && verdict instanceof RiskVerdict.Amend wish
                ? new GateResult(RiskVerdict.rejected(wish.instrument(), ReasonCode.NOT_SUPPORTED), List.of())
                : gate.judge(verdict);
        verdicts.add(result.verdict());
        orders.addAll(result.orders());
        if (result.verdict() instanceof RiskVerdict.Withdraw wish) {
            withdrawals.add(wish.orderId());
        }
    }

    private static boolean areRejections(List<RiskVerdict> verdicts) {
        for (int i = 0; i < verdicts.size(); i++) {
            if (!(verdicts.get(i) instanceof RiskVerdict.Rejected)) {
                return false;
            }
        }
        return true;
    }

    private void report(List<ExecutionEvent> events) {
        news.addAll(events);
        apply(events);
    }

    private boolean apply(List<ExecutionEvent> events) {
        boolean isBooked = false;
        for (int i = 0; i < events.size(); i++) {
            ExecutionEvent event = events.get(i);
            if (event instanceof ExecutionEvent.Filled filled) {
                ledger.book(filled.fill());
                isBooked = true;
            }
            open.apply(event);
        }
        if (isBooked) {
            ledger.verify();
        }
        return isBooked;
    }

    /** What the gate is to judge in one step. */
    private record Docket(List<RiskVerdict> exits, List<RiskVerdict> proposed, Portfolio portfolio, long epochNanos) {}
}
