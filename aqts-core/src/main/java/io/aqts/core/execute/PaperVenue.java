package io.aqts.core.execute;

import io.aqts.AmendingVenue;
import io.aqts.LayerContext;
import io.aqts.config.ExecutionConfig;
import io.aqts.config.FillTime;
import io.aqts.config.ImpactConfig;
import io.aqts.config.ImpactKind;
import io.aqts.config.MatchingConfig;
import io.aqts.internal.Outlined;
import io.aqts.market.Bar;
import io.aqts.market.Instrument;
import io.aqts.market.MarketEvent;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Universe;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.LinkRole;
import io.aqts.trade.Order;
import io.aqts.trade.OrderLink;
import io.aqts.trade.OrderSize;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RunIdentity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A venue that trades on paper: it fills orders from the snapshots that follow them, and never in their favor where the
 * data leaves a choice.
 *
 * <ul>
 *   <li><b>On bars alone</b> an order trades at the open of the first bar that begins at or after its approval, half a
 *       spread worse. A latency shorter than the bar is neglected; a longer one is waited for.
 *   <li><b>On quotes and books</b> an order trades in the first snapshot after its approval and its latency, taking
 *       from all venues, best total price with fee first, and no more than they show. It is timed to reach all venues
 *       at once, and so takes as long as to the farthest.
 *   <li><b>Limits</b> that rest fill at their price once the market trades through it, a touch is not enough, or at the
 *       open if a bar opens beyond; never worse.
 *   <li><b>Triggers</b> are reached by a touch. A stop fills there, or at the open if a bar opens beyond, and half a
 *       spread worse; one with a limit rests from then on. What follows the market to a worse price is judged before
 *       what waits for a better one, so that of two linked orders the worse fills, marked ambiguous.
 *   <li><b>Lists</b> are settled in the snapshot in which one of them fills: children wake for what their parent filled
 *       and together never leave more, and of two that cancel one another one fills.
 *   <li><b>Ends</b> lose against fills: what fills at the last moment of an order, or before a request to cancel or
 *       amend it has arrived, has filled.
 *   <li><b>Halts and closings</b> fill nothing; orders wait, unless they cannot.
 *   <li><b>Exits</b> are armed for what fills and rest at the venue, one canceling the other. A stop fills at its
 *       price, or at the open if a bar opens beyond, and half a spread worse. A target fills as a limit does. Of both
 *       within one bar the stop fills, and is marked ambiguous. The time to hold runs from the first fill; when it is
 *       over, the exit takes the next price. Exits never exceed the position.
 *   <li><b>Nothing traded, nothing filled.</b> Without news of an instrument its orders wait. So they do over a bar
 *       without volume, once a bar with volume was seen; before that, the source is taken to have no volumes.
 *   <li><b>Fees</b> are those of the venue, by maker and taker, for each fill, rounded once, halves up.
 *   <li><b>One run.</b> An order that another run approved is rejected, and its number stays free.
 *   <li><b>Moments.</b> A fill is stamped like the snapshot that tells of it, a bar's fill with the bar's end.
 * </ul>
 *
 * <p>Not a model of queues, or of market impact beyond the visible depth.
 */
public final class PaperVenue implements AmendingVenue {

    private static final Decimal BASIS_POINT = Decimal.of(1, 4);
    private static final List<MarketEvent> NONE = List.of();

    private final RunIdentity run;
    private final FeeSchedule fees;
    private final Assumptions assumptions;
    private final Pit[] pits;
    private final Chance[] chances;
    private final Impact[] impacts;
    private final LatencyModel latency;
    private final boolean watchesPrices;
    private final boolean fillsAtClose;
    private final Report report = new Report();
    private final Submissions submissions = new Submissions();
    private final KnownOrders known = new KnownOrders();
    private final OrderLists<WorkingOrder> lists = new OrderLists<>();
    private final List<WorkingOrder> lingering = new ArrayList<>();
    private final Outlined<MarketSnapshot, List<ExecutionEvent>> busily = this::meetBusily;
    private @Nullable MarketSnapshot last;
    private int withoutVolume;
    private boolean isIdle = true;

    /**
     * A venue without orders, which reads bars as the configuration has it.
     *
     * @param context the configuration, the universe and the chance of the run
     */
    public PaperVenue(LayerContext context) {
        this(context, FillPolicy.of(context.config().execution().matching()));
    }

    /**
     * A venue without orders, which reads bars by a policy instead of the configuration.
     *
     * @param context the configuration, the universe and the chance of the run
     * @param policy how a bar is read where it does not tell what happened
     */
    public PaperVenue(LayerContext context, FillPolicy policy) {
        this(context, policy, LatencyModel.jittered(context));
    }

    /**
     * A venue without orders, as far away as a model says.
     *
     * @param context the configuration, the universe and the chance of the run
     * @param policy how a bar is read where it does not tell what happened
     * @param latency how long messages take
     */
    public PaperVenue(LayerContext context, FillPolicy policy, LatencyModel latency) {
        run = context.run();
        this.latency = latency;
        ExecutionConfig config = context.config().execution();
        fees = new FeeSchedule(context);
        watchesPrices = fees.isWatching();
        assumptions = new Assumptions(config, policy, fees, report);
        fillsAtClose = config.matching().fillAt() == FillTime.SAME_CLOSE;
        Universe universe = context.universe();
        pits = new Pit[universe.size()];
        chances = new Chance[universe.size()];
        impacts = new Impact[config.impact().kind() == ImpactKind.NONE ? 0 : universe.size()];
        withoutVolume = pits.length;
        for (int i = 0; i < pits.length; i++) {
            Instrument instrument = universe.instrument(i);
            chances[i] = new Chance(context, instrument.symbol());
            pits[i] = pit(i, instrument, config, policy);
        }
    }

    private Pit pit(int index, Instrument instrument, ExecutionConfig execution, FillPolicy policy) {
        Grid grid = new Grid(instrument);
        MatchingConfig config = execution.matching();
        Decimal halfSpread = Decimal.fromDouble(config.halfSpreadBps()).times(BASIS_POINT);
        Impact impact = impacts.length > 0 ? impact(execution.impact(), grid) : null;
        if (impact != null) {
            impacts[index] = impact;
        }
        BarTerms terms = new BarTerms(grid, halfSpread, fees.consolidated(), impact);
        Depth depth = new Depth(fees, grid, terms);
        Session session = new Session(new SessionClock(config.session()));
        BarMatching alone = new BarMatching(
                new BarDealing(side -> terms, policy), session, config.guards().passedTrigger());
        BarMatching beforeQuotes = new BarMatching(
                new BarDealing(depth::terms, policy), session, config.guards().passedTrigger());
        Turnover turnover = new Turnover(config.participation(), grid);
        Matching matching = new Matching(index, instrument, grid, chances[index], report, turnover);
        QuoteMatching quotes = new QuoteMatching(depth, beforeQuotes, session, config.guards());
        return new Pit(matching, session, alone, quotes, terms, policy);
    }

    private static Impact impact(ImpactConfig config, Grid grid) {
        return new Impact(ImpactModel.of(config), config.window(), grid);
    }

    @Override
    public List<ExecutionEvent> meet(MarketSnapshot snapshot) {
        report.at(snapshot.epochNanos());
        lists.begin();
        if (withoutVolume > 0) {
            lookForVolume(snapshot);
        }
        if (fillsAtClose) {
            last = snapshot;
        }
        if (watchesPrices) {
            fees.watch(snapshot);
        }
        if (impacts.length > 0) {
            seeBars(snapshot);
        }
        return isIdle && !hasEvents(snapshot) ? List.of() : Outlined.call(busily, snapshot);
    }

    @SuppressWarnings("ReferenceEquality")
    private boolean hasEvents(MarketSnapshot snapshot) {
        for (int i = 0; i < pits.length; i++) {
            if (snapshot.instrument(i).events() != NONE) {
                return true;
            }
        }
        return false;
    }

    private List<ExecutionEvent> meetBusily(MarketSnapshot snapshot) {
        fees.roll(snapshot.epochNanos());
        for (int i = 0; i < pits.length; i++) {
            if (!pits[i].isIdle() || !snapshot.instrument(i).events().isEmpty()) {
                pits[i].meet(snapshot.instrument(i));
            }
        }
        return told();
    }

    @Override
    public List<ExecutionEvent> submit(ApprovedOrder order) {
        report.at(Math.max(report.nowNanos(), order.epochNanos()));
        ReasonCode obstacle = obstacle(order);
        if (obstacle != null) {
            return List.of(new ExecutionEvent.Rejected(order.id(), report.nowNanos(), obstacle));
        }
        int instrument = order.order().instrument();
        Pit pit = pits[instrument];
        long sent = report.nowNanos();
        long arrival = latency.answerNanos(LatencyModel.Leg.SUBMIT, instrument, sent);
        WorkingOrder working = new WorkingOrder(
                order,
                sent,
                LatencyModel.later(arrival, fees.slowestNanos()),
                pit.matching().grid());
        OrderLink link = order.order().handling().link();
        if (link.role() != LinkRole.NONE) {
            working.join(lists.of(working));
        }
        known.add(working);
        pit.add(working);
        isIdle = false;
        ExecutionEvent accepted = new ExecutionEvent.Accepted(order.id(), report.nowNanos());
        if (last == null) {
            return List.of(accepted);
        }
        report.add(accepted);
        pit.fillAtClose(working, last.instrument(instrument));
        return told();
    }

    private @Nullable ReasonCode obstacle(ApprovedOrder approved) {
        if (!approved.isOf(run)) {
            return ReasonCode.OTHER_RUN;
        }
        if (approved.revision() > 0) {
            return ReasonCode.UNKNOWN_ORDER;
        }
        if (!submissions.add(approved.id())) {
            return ReasonCode.DUPLICATE;
        }
        Order order = approved.order();
        if (order.instrument() >= pits.length) {
            return ReasonCode.MALFORMED;
        }
        Pit pit = pits[order.instrument()];
        if (pit.session().isSettled()) {
            return ReasonCode.MARKET_CLOSED;
        }
        if (pit.matching().grid().isChanged() && !isOnGrid(pit.matching().grid(), order)) {
            return ReasonCode.OFF_GRID;
        }
        return lists.obstacle(order.handling().link());
    }

    private static boolean isOnGrid(Grid grid, Order order) {
        Decimal quantity = order.size() instanceof OrderSize.Units units ? units.quantity() : Decimal.ZERO;
        return grid.holds(order, quantity);
    }

    /**
     * Cancels what is left of an order. What it filled stays protected; a second call, or the first for an order that
     * has filled wholly, takes the exits and the children away as well.
     *
     * @param orderId the approval
     * @return the cancellation; empty if there is no such order any more, or while the request is on its way
     */
    @Override
    public List<ExecutionEvent> cancel(long orderId) {
        WorkingOrder order = known.get(orderId);
        if (order == null) {
            return List.of();
        }
        Pit pit = pits[order.order().instrument()];
        if (order.isEnded()) {
            pit.matching().exits().removeIf(exit -> exit.orderId() == orderId);
            OrderList<WorkingOrder> list = order.list();
            if (list != null && order.role() == LinkRole.PARENT) {
                list.abandon(report);
            }
            known.remove(orderId);
        } else {
            request(pit, order, null, LatencyModel.Leg.CANCEL);
        }
        return told();
    }

    /**
     * Changes an order that waits, as {@link AmendingVenue} promises.
     *
     * @param revised the order in its new form
     * @return that it was amended, or why not; empty while the request is on its way
     */
    @Override
    public List<ExecutionEvent> amend(ApprovedOrder revised) {
        report.at(Math.max(report.nowNanos(), revised.epochNanos()));
        WorkingOrder order = known.get(revised.id());
        if (!revised.isOf(run) || order == null || order.isEnded()) {
            ReasonCode reason = revised.isOf(run) ? ReasonCode.UNKNOWN_ORDER : ReasonCode.OTHER_RUN;
            return List.of(
                    new ExecutionEvent.AmendRejected(revised.id(), report.nowNanos(), revised.revision(), reason));
        }
        request(pits[order.order().instrument()], order, revised, LatencyModel.Leg.AMEND);
        return told();
    }

    /**
     * The changes of fees that traded volume has brought about until now.
     *
     * @return the changes, venue by venue in the order of the universe, each in the order of time
     */
    public List<FeeTransition> feeTransitions() {
        return fees.transitions();
    }

    /** {@return what is assumed about the market, in sentences for the manifest of a run; warnings come first} */
    @Override
    public List<String> assumptions() {
        return assumptions.sentences();
    }

    private void request(Pit pit, WorkingOrder order, @Nullable ApprovedOrder revised, LatencyModel.Leg leg) {
        long due = latency.answerNanos(leg, order.order().instrument(), report.nowNanos());
        Command command = new Command(order, due, revised);
        if (due > report.nowNanos()) {
            pit.send(command);
        } else {
            pit.carryOut(command);
        }
    }

    /** Takes what was reported, after forgetting what is over. */
    private List<ExecutionEvent> told() {
        boolean allIdle = true;
        boolean hasNews = !report.isEmpty();
        for (Pit pit : pits) {
            if (hasNews) {
                pit.matching().sweep(lingering::add);
            }
            allIdle &= pit.isIdle();
        }
        isIdle = allIdle;
        if (hasNews && !lingering.isEmpty()) {
            forget();
        }
        return report.take();
    }

    private void forget() {
        for (int i = lingering.size() - 1; i >= 0; i--) {
            WorkingOrder order = lingering.get(i);
            if (Matching.isForgotten(order)) {
                known.remove(order.id());
                lingering.remove(i);
            }
        }
    }

    /** {@return how many orders, exits and lists of orders it keeps} */
    int kept() {
        int kept = known.size() + lingering.size() + lists.size();
        for (Pit pit : pits) {
            kept += pit.matching().orders().size() + pit.matching().exits().size();
        }
        return kept;
    }

    private void seeBars(MarketSnapshot snapshot) {
        for (int i = 0; i < impacts.length; i++) {
            Bar bar = snapshot.instrument(i).bar();
            if (bar != null) {
                impacts[i].see(bar);
            }
        }
    }

    private void lookForVolume(MarketSnapshot snapshot) {
        for (int i = 0; i < pits.length; i++) {
            Bar bar = snapshot.instrument(i).bar();
            if (bar != null && bar.volume() > 0 && !pits[i].isVolumeSeen()) {
                pits[i].seeVolume();
                withoutVolume--;
            }
        }
    }
}
