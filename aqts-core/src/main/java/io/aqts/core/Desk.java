package io.aqts.core;

import io.aqts.AmendingVenue;
import io.aqts.ExecutionVenue;
import io.aqts.LayerContext;
import io.aqts.WhatIf;
import io.aqts.core.ledger.Ledger;
import io.aqts.core.risk.GateResult;
import io.aqts.core.risk.Marks;
import io.aqts.core.risk.RiskGate;
import io.aqts.core.risk.Rulebook;
import io.aqts.internal.Outlined;
import io.aqts.market.MarketSnapshot;
import io.aqts.performance.ClosedTrade;
import io.aqts.signal.Decision;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.Order;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.Portfolio;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskState;
import io.aqts.trade.RiskVerdict;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private final Rulebook rulebook;
    private final boolean isWatched;
    private final Marks marks;
    private final OpenOrders open = new OpenOrders();
    private final List<RiskVerdict> verdicts = new ArrayList<>();
    private final List<ApprovedOrder> orders = new ArrayList<>();
    private final List<Long> withdrawals = new ArrayList<>();
    private final List<ExecutionEvent> news = new ArrayList<>();
    private final Outlined<Docket, List<RiskVerdict>> judging = this::pass;
    private final Outlined<List<ApprovedOrder>, List<ExecutionEvent>> submitting = this::submit;
    private final Outlined<List<ExecutionEvent>, Boolean> applying = this::apply;
    private final Outlined<MarketSnapshot, Boolean> settling = this::settleDue;
    private List<ExecutionEvent> earlier = List.of();
    private @Nullable Portfolio watched;
    private int submitted;
    private int revisions;
    private boolean used;

    Desk(LayerContext context, Rulebook rulebook, Ledger ledger, ExecutionVenue venue) {
        this.ledger = ledger;
        this.venue = venue;
        this.amending = venue instanceof AmendingVenue one ? one : null;
        this.rulebook = rulebook;
        this.isWatched = rulebook.isWatching();
        this.marks = new LedgerMarks(ledger);
        this.gate = RiskGate.open(MethodHandles.lookup(), context, rulebook);
    }

    /** Begins a step in which nothing has happened yet. */
    void begin() {
        if (!earlier.isEmpty()) {
            earlier = List.of();
        }
        if (used) {
            verdicts.clear();
            orders.clear();
            withdrawals.clear();
            revisions = 0;
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

    /** Tells the rules that a step begins. What they demand is at least the state of trading. */
    RiskState watch(MarketSnapshot snapshot, RiskState state) {
        Portfolio now = portfolio(state);
        watched = now;
        return rulebook.onStep(gate.view(now, snapshot, marks));
    }

    /** {@return the portfolio in a state of trading: the one that rules were shown, unless something changed since} */
    Portfolio marked(RiskState state) {
        Portfolio shown = watched;
        return shown != null && !used && shown.riskState() == state ? shown : portfolio(state);
    }

    /** Books what the venue reported of earlier orders, and what else fell due. */
    void settle(MarketSnapshot snapshot, List<ExecutionEvent> events) {
        earlier = events;
        Outlined.call(settling, snapshot);
    }

    private boolean settleDue(MarketSnapshot snapshot) {
        gate.meet(snapshot);
        List<ClosedTrade> closed = ledger.settle(snapshot, earlier);
        for (ExecutionEvent event : earlier) {
            if (isWatched && event instanceof ExecutionEvent.Filled filled) {
                rulebook.onFill(filled.fill(), Optional.empty());
            }
            gate.hear(event);
            open.apply(event);
        }
        if (isWatched) {
            closed.forEach(rulebook::onTrade);
        }
        ledger.verify();
        for (OpenOrder order : open.view()) {
            if (ledger.isOver(order.approved().order().instrument())) {
                cancel(order);
            }
        }
        return true;
    }

    /**
     * Calls back whatever would open a position, and, where all is to be closed, what waits to reduce one, because it
     * would stand in the way; all but liquidations if the account is called for margin.
     */
    void recall(boolean isCalled, boolean closesAll) {
        for (OpenOrder waiting : open.view()) {
            Order order = waiting.approved().order();
            boolean isInTheWay = closesAll && order.mayRest();
            boolean stays =
                    isCalled ? order.reason().equals(ReasonCode.LIQUIDATION) : order.reduceOnly() && !isInTheWay;
            if (!stays) {
                cancel(waiting);
            }
        }
    }

    private void cancel(OpenOrder order) {
        used = true;
        report(venue.cancel(order.approved().id()));
    }

    /**
     * Passes what is to be done through the gate: the exits that the breaker demands before what the strategy proposes.
     */
    List<RiskVerdict> judge(Docket docket) {
        return Outlined.call(judging, docket);
    }

    /** {@return whether nothing at all is to be done} */
    static boolean isNothing(List<RiskVerdict> exits, List<RiskVerdict> proposed) {
        return exits.isEmpty() && areRejections(proposed);
    }

    /** Tells what the gate would say to an intent now. */
    WhatIf whatIf(OrderIntent intent, Portfolio portfolio, MarketSnapshot snapshot, Decision decision) {
        gate.begin(portfolio, snapshot, decision, marks);
        return gate.explain(intent);
    }

    private List<RiskVerdict> pass(Docket docket) {
        used = true;
        gate.begin(docket.portfolio, docket.snapshot, docket.decision, marks);
        for (int i = 0; i < docket.exits.size(); i++) {
            note(gate.judgeExit(docket.exits.get(i)));
        }
        for (int i = 0; i < docket.proposed.size(); i++) {
            pass(docket.proposed.get(i));
        }
        return Frozen.copy(verdicts);
    }

    /** Gives the venue what was approved: what is withdrawn and what is amended before what is new. */
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
                ledger.expect(order);
                report(venue.submit(order));
            } else if (amending != null) {
                open.revise(order);
                report(amending.amend(order));
            }
        }
        return reported();
    }

    /** {@return whether anything was judged or called back in this step} */
    boolean isUsed() {
        return used;
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
        note(
                amending == null && verdict instanceof RiskVerdict.Amend wish
                        ? new GateResult(RiskVerdict.rejected(wish.instrument(), ReasonCode.NOT_SUPPORTED), List.of())
                        : gate.judge(verdict));
    }

    private void note(GateResult result) {
        verdicts.add(result.verdict());
        for (ApprovedOrder order : result.orders()) {
            orders.add(order.revision() == 0 ? orders.size() : revisions++, order);
        }
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
                Optional<ClosedTrade> closed = ledger.book(filled.fill());
                isBooked = true;
                if (isWatched) {
                    rulebook.onFill(filled.fill(), closed);
                }
            }
            gate.hear(event);
            open.apply(event);
        }
        if (isBooked) {
            ledger.verify();
        }
        return isBooked;
    }

    /** What the gate is to judge in one step. */
    record Docket(
            List<RiskVerdict> exits,
            List<RiskVerdict> proposed,
            Portfolio portfolio,
            MarketSnapshot snapshot,
            Decision decision) {}

    /** The figures of the books that instruments are judged by: what is over or not priced cannot be traded. */
    private record LedgerMarks(Ledger ledger) implements Marks {

        @Override
        public double price(int instrument) {
            return ledger.tradablePrice(instrument);
        }

        @Override
        public double unitValue(int instrument) {
            return ledger.unitValue(instrument);
        }
    }
}
