package io.aqts.core.execute;

import io.aqts.ExecutionVenue;
import io.aqts.LayerContext;
import io.aqts.config.ExecutionConfig;
import io.aqts.config.ImpactKind;
import io.aqts.internal.Outlined;
import io.aqts.market.Bar;
import io.aqts.market.Instrument;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Universe;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RunIdentity;
import java.util.ArrayList;
import java.util.List;

/**
 * A venue that trades on paper: it fills orders from the snapshots that follow them, and never in their favor where the
 * data leaves a choice.
 *
 * <ul>
 *   <li><b>On bars alone</b> an order trades at the open of the first bar that begins at or after its approval, half a
 *       spread worse. A latency shorter than the bar is neglected; a longer one is waited for. By its size it may move
 *       the price it takes further away, and stops filling where that would go beyond its limit.
 *   <li><b>On quotes and books</b> an order trades in the first snapshot after its approval and its latency, taking
 *       from all venues, best total price with fee first, and no more than they show. It is timed to reach all venues
 *       at once, and so takes as long as to the farthest.
 *   <li><b>Limits</b> that rest fill at their price once the market trades through it, a touch is not enough, or at the
 *       open if a bar opens beyond; never worse.
 *   <li><b>Exits</b> are armed for what fills and rest at the venue, one canceling the other. A stop fills at its
 *       price, or at the open if a bar opens beyond, and half a spread worse. A target fills as a limit does. Of both
 *       within one bar the stop fills, and is marked ambiguous. The time to hold runs from the first fill; when it is
 *       over, the exit takes the next price. Exits fill whole on bars, and never exceed the position.
 *   <li><b>Nothing traded, nothing filled.</b> Without news of an instrument its orders wait. So they do over a bar
 *       without volume, once a bar with volume was seen; before that, the source is taken to have no volumes.
 *   <li><b>Fees</b> are those of the venue, for each fill by maker and taker and the tier that the account's volume has
 *       reached, with what is fixed, rounded once. What an order pays once it pays with its first fill; exits are
 *       orders of their own.
 *   <li><b>One run.</b> An order that another run approved is rejected, and its number stays free.
 *   <li><b>Moments.</b> A fill is stamped like the snapshot that tells of it, a bar's fill with the bar's end.
 * </ul>
 *
 * <p>Not a model of queues, of market impact on quotes beyond the visible depth, or of a delay of cancellations.
 */
public final class PaperVenue implements ExecutionVenue {

    private static final Decimal BASIS_POINT = Decimal.of(1, 4);

    private final RunIdentity run;
    private final ExecutionConfig config;
    private final FeeSchedule fees;
    private final Matching[] matchings;
    private final FillPolicy policy;
    private final LatencyModel latency;
    private final boolean watchesPrices;
    private final Impact[] impacts;
    private final Submissions submissions = new Submissions();
    private final List<ExecutionEvent> events = new ArrayList<>();
    private int withoutVolume;
    private final Outlined<MarketSnapshot, List<ExecutionEvent>> busily = this::meetBusily;
    private boolean isIdle = true;
    private long nowNanos = Long.MIN_VALUE;

    /**
     * A venue without orders that reads bars against us and is as far away as configured.
     *
     * @param context the configuration, the universe and the chance of the run
     */
    public PaperVenue(LayerContext context) {
        this(context, FillPolicy.PESSIMISTIC, LatencyModel.jittered(context));
    }

    /**
     * A venue without orders.
     *
     * @param context the configuration, the universe and the chance of the run
     * @param policy how bars are read
     * @param latency how long messages take
     */
    public PaperVenue(LayerContext context, FillPolicy policy, LatencyModel latency) {
        this.latency = latency;
        this.policy = policy;
        run = context.run();
        config = context.config().execution();
        fees = new FeeSchedule(context);
        watchesPrices = fees.isWatching();
        Universe universe = context.universe();
        boolean hasImpact = config.impact().kind() != ImpactKind.NONE;
        impacts = new Impact[hasImpact ? universe.size() : 0];
        matchings = new Matching[universe.size()];
        withoutVolume = matchings.length;
        Decimal halfSpread = Decimal.fromDouble(config.halfSpreadBps()).times(BASIS_POINT);
        for (int i = 0; i < matchings.length; i++) {
            Instrument instrument = universe.instrument(i);
            Impact impact = null;
            if (hasImpact) {
                impact = new Impact(
                        ImpactModel.of(config.impact()), config.impact().window(), instrument.tickSize());
                impacts[i] = impact;
            }
            BarTerms terms = new BarTerms(instrument, halfSpread, fees.consolidated(), impact);
            Chance chance = new Chance(context, instrument.symbol());
            QuoteMatching quotes = new QuoteMatching(new Depth(fees, instrument, terms), policy);
            matchings[i] = new Matching(i, instrument, chance, new BarMatching(side -> terms, policy), quotes);
        }
    }

    @Override
    public List<ExecutionEvent> meet(MarketSnapshot snapshot) {
        nowNanos = snapshot.epochNanos();
        if (withoutVolume > 0) {
            lookForVolume(snapshot);
        }
        if (watchesPrices) {
            fees.watch(snapshot);
        }
        if (impacts.length > 0) {
            seeBars(snapshot);
        }
        return isIdle ? List.of() : Outlined.call(busily, snapshot);
    }

    private List<ExecutionEvent> meetBusily(MarketSnapshot snapshot) {
        events.clear();
        fees.roll(nowNanos);
        boolean allIdle = true;
        for (int i = 0; i < matchings.length; i++) {
            Matching matching = matchings[i];
            if (!matching.isIdle()) {
                matching.meet(nowNanos, snapshot.instrument(i), events);
                allIdle &= matching.isIdle();
            }
        }
        isIdle = allIdle;
        return events.size() == 1 ? List.of(events.get(0)) : List.copyOf(events);
    }

    @Override
    public List<ExecutionEvent> submit(ApprovedOrder order) {
        nowNanos = Math.max(nowNanos, order.epochNanos());
        if (!order.isOf(run)) {
            return List.of(new ExecutionEvent.Rejected(order.id(), nowNanos, ReasonCode.OTHER_RUN));
        }
        if (!submissions.add(order.id())) {
            return List.of(new ExecutionEvent.Rejected(order.id(), nowNanos, ReasonCode.DUPLICATE));
        }
        int instrument = order.order().instrument();
        if (instrument >= matchings.length) {
            return List.of(new ExecutionEvent.Rejected(order.id(), nowNanos, ReasonCode.MALFORMED));
        }
        long arrival = latency.answerNanos(LatencyModel.Leg.SUBMIT, instrument, nowNanos);
        matchings[instrument].add(order, nowNanos, LatencyModel.later(arrival, fees.slowestNanos()));
        isIdle = false;
        return List.of(new ExecutionEvent.Accepted(order.id(), nowNanos));
    }

    /**
     * Cancels what is left of an order. What it filled stays protected; a second call, or the first for an order that
     * has filled wholly, takes the exits away as well.
     *
     * @param orderId the approval
     * @return the cancellation; empty if there is no such order any more
     */
    @Override
    public List<ExecutionEvent> cancel(long orderId) {
        for (Matching matching : matchings) {
            if (matching.cancel(orderId)) {
                return List.of(new ExecutionEvent.Canceled(orderId, nowNanos, ReasonCode.REQUESTED));
            }
        }
        return List.of();
    }

    /**
     * The changes of fees that traded volume has brought about until now.
     *
     * @return the changes, venue by venue in the order of the universe, each in the order of time
     */
    public List<FeeTransition> feeTransitions() {
        return fees.transitions();
    }

    /** {@return what is assumed about the market, in sentences for the manifest of a run} */
    @Override
    public List<String> assumptions() {
        return List.of(
                "Earliest fill on bars alone: the open of the first bar that begins at or after the approval; latency"
                        + " shorter than the bar is neglected.",
                "Half spread on bars alone: " + config.halfSpreadBps() + " bps of the price, paid by takers.",
                "Size on bars alone: no order is too large for a bar, and all of it fills at one price; " + impact()
                        + ".",
                "Stops, targets and expired holds: fill whole on bars, and as far as the market shows on quotes.",
                "Fills on quotes and books: first snapshot after the approval and a latency of "
                        + config.latencyMin().toMillis() + " to "
                        + config.latencyMax().toMillis() + " ms and " + fees.slowestNanos() / 1_000_000
                        + " ms to the farthest venue; visible depth only.",
                "Resting limits and targets: fill when "
                        + (policy.touchFills() ? "touched" : "traded through, not when touched") + "; no queue.",
                "Stop and target within one bar: the " + (policy.targetFirst() ? "target" : "stop")
                        + " fills, marked ambiguous.",
                "Stops beyond which a bar opens: fill at the open.",
                "Chance of a partial fill: " + config.partialFillProbability() + "; the rest waits or is canceled.",
                "Bars without volume fill nothing once the source has shown volume.",
                fees.assumption());
    }

    private String impact() {
        return switch (config.impact().kind()) {
            case NONE -> "no impact";
            case SQUARE_ROOT -> "takers pay an impact with the square root of their share of the volume";
            case LINEAR -> "takers pay an impact in proportion to their share of the volume";
        };
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
        for (int i = 0; i < matchings.length; i++) {
            Bar bar = snapshot.instrument(i).bar();
            if (bar != null && bar.volume() > 0 && !matchings[i].isVolumeSeen()) {
                matchings[i].seeVolume();
                withoutVolume--;
            }
        }
    }
}
