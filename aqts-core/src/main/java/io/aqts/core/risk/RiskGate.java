package io.aqts.core.risk;

import io.aqts.LayerContext;
import io.aqts.RiskView;
import io.aqts.RuleAnswer;
import io.aqts.WhatIf;
import io.aqts.config.AccountKind;
import io.aqts.config.RiskConfig;
import io.aqts.internal.Caller;
import io.aqts.internal.Checks;
import io.aqts.market.Instrument;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.OrderLimits;
import io.aqts.market.Universe;
import io.aqts.signal.Decision;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.LinkRole;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.Order;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.OrderSize;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Pricing;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskState;
import io.aqts.trade.RiskVerdict;
import io.aqts.trade.Side;
import io.aqts.trade.Sizing;
import io.aqts.trade.TimeInForce;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The last judge of every order, and the only one that can approve it. It cannot be replaced and believes nobody.
 *
 * <p>What a risk manager wants is judged against every hard limit, whatever that manager checked itself:
 *
 * <ul>
 *   <li><b>State.</b> Unless the circuit breaker is normal, only orders that reduce a position are approved.
 *   <li><b>Way out.</b> An order against the position is cut to what of it is not being closed already, is approved as
 *       reduce-only, and is subject to no other limit. A reversal is therefore a close now and an opening later. The
 *       whole of a position may be closed even if it is no multiple of the lot or below the least notional.
 *   <li><b>Exposure.</b> All positions together stay within {@code maxLeverage}, and each within
 *       {@code maxPositionShare}, as multiples of equity, even if of all open orders and those approved before in the
 *       same step exactly the worst ones fill. Orders with a limit above the mark count at their limit, others at the
 *       mark, and stops at their trigger if that is higher. A trailing stop that opens may only buy, because the
 *       trigger of one that sells rises with the market.
 *   <li><b>Loss at the stop.</b> An order with a stop loses at most {@code riskPerTradeCap} of equity there, and all
 *       positions and orders with stops together at most {@code maxPortfolioRisk}. An order without a stop has no such
 *       limit: all of it is at risk, and the limits of exposure are what bounds it; with {@code stopRequired} it is
 *       rejected instead. The stops of positions are those this gate approved.
 *   <li><b>Cash.</b> Where neither short positions nor a leverage above 1 are allowed, a purchase with its taker fee
 *       never costs more than the free cash. What is sized as everything never does, anywhere. In a cash account the
 *       free cash is the settled balance of the currency the instrument settles in, and a purchase in units that names
 *       no limit becomes one for a sum: what those units cost at the judged price with the highest fee. However the
 *       price moves until it fills, it costs no more; at a higher price it buys fewer units, at a lower one more.
 *   <li><b>Grid.</b> Quantities are rounded down to the lot, amounts to spend down to eight decimals, prices to the
 *       tick such that no risk grows. A grid that changes holds from the snapshot that tells of it.
 * </ul>
 *
 * <p>Besides, the rules of the run are asked, in their order: those of {@code risk.rules} and those of the user. They
 * too cannot be passed by replacing the risk manager.
 *
 * <p>What exceeds a limit is cut to what fits if a lot and the least notional remain, and else rejected. Limits of
 * exposure and loss are judged in double precision to nine digits, cash exactly. A price may jump between approval and
 * fill, which no gate can know: an order at the market is judged by the mark.
 *
 * <p>Only the engine can open a gate, and what a gate approves is stamped with the run it was opened for.
 *
 * <p>No intent, however malformed, makes the gate throw. One gate belongs to one run. Not for use by several threads.
 */
public final class RiskGate {

    private static final String ENGINE = "io.aqts.core.Desk";

    private final ApprovedOrder.Mint mint;
    private final Listings listings;
    private final WellFormed wellFormed;
    private final Rulebook rulebook;
    private final boolean isShortAllowed;
    private final boolean owesNothing;
    private final boolean isStopRequired;
    private final WorstCase worstCase;
    private final FreeCash freeCash;
    private final Opening opening;
    private final OtoLists parents = new OtoLists();
    private final Reduction reduction;
    private final Amendments amendments;
    private final TreeSet<Long> exits = new TreeSet<>();
    private final List<ApprovedOrder> fresh = new ArrayList<>(2);
    private final List<Long> withdrawn = new ArrayList<>(2);
    private @Nullable Moment moment;

    private RiskGate(LayerContext context, Rulebook rulebook, Function<Instrument, OrderLimits> exchangeLimits) {
        this.rulebook = rulebook;
        mint = ApprovedOrder.Mint.claim(MethodHandles.lookup(), context.run());
        RiskConfig limits = context.config().risk();
        freeCash = new FreeCash(context);
        Universe universe = context.universe();
        listings = new Listings(universe, exchangeLimits);
        wellFormed = new WellFormed(universe);
        isShortAllowed = limits.shortAllowed();
        owesNothing = limits.account().kind() == AccountKind.CASH;
        isStopRequired = limits.exits().stopRequired();
        worstCase = new WorstCase(universe.size());
        opening = new Opening(limits, rulebook.asRules(), worstCase, freeCash);
        reduction = new Reduction(freeCash, parents);
        amendments = new Amendments(listings, wellFormed, worstCase, this::revise, this::size);
    }

    /**
     * Opens the gate of a run, which has approved nothing yet. The engine alone may do so, because a gate believes the
     * limits and the portfolio it is given.
     *
     * @param engine the full-privilege lookup of the calling class
     * @param context the limits and the instruments of the run
     * @param rulebook the rules of the run
     * @return the gate
     * @throws IllegalCallerException if the caller is not the engine
     */
    public static RiskGate open(MethodHandles.Lookup engine, LayerContext context, Rulebook rulebook) {
        Caller.require(engine, ENGINE, "open a risk gate");
        return new RiskGate(context, rulebook, Instrument::limits);
    }

    /**
     * Begins a step that is to be watched, before anything is judged in it.
     *
     * @param portfolio what is owned at the moment, with a position for each instrument
     * @param snapshot the market now
     * @param marks the figures each instrument is judged by; they are asked until the next beginning
     * @return the moment as rules see it, valid until the next beginning
     */
    public RiskView view(Portfolio portfolio, MarketSnapshot snapshot, Marks marks) {
        begin(portfolio, snapshot, Decision.NONE, marks);
        return worstCase;
    }

    /**
     * Begins a step that has verdicts. Orders approved from now on count as open until the next beginning, when those
     * that have not ended must stand among the portfolio's open orders.
     *
     * @param portfolio what is owned at the moment, with a position for each instrument
     * @param snapshot the market now
     * @param decision what fusion proposed, whose forecasts rules may judge by
     * @param marks the figures each instrument is judged by; they are asked until the next beginning
     */
    public void begin(Portfolio portfolio, MarketSnapshot snapshot, Decision decision, Marks marks) {
        int positions = portfolio.positions().size();
        Checks.that(positions == listings.size(), "portfolio.positions", "be " + listings.size(), positions);
        fresh.clear();
        withdrawn.clear();
        Moment next = new Moment(portfolio, snapshot, decision, marks, fresh, withdrawn);
        moment = next;
        worstCase.begin(portfolio, snapshot, marks, next.fresh());
        parents.follow(portfolio);
        if (!exits.isEmpty()) {
            exits.removeIf(id -> Amending.find(portfolio, id) == null);
        }
    }

    /**
     * Follows the splits and the grids of a snapshot, whether or not anything is judged then: remembered stops move
     * with a split, and from now on orders are made on the new grid. To be called once for a snapshot with events,
     * before its moment begins.
     *
     * @param snapshot the market now
     */
    public void meet(MarketSnapshot snapshot) {
        worstCase.meet(snapshot);
        if (listings.meet(snapshot)) {
            freeCash.follow(listings.all());
        }
    }

    /**
     * Takes note of what the venue tells, because what parents of lists entered and their children left bounds exits.
     *
     * @param event what happened to an order, before the next beginning
     */
    public void hear(ExecutionEvent event) {
        parents.hear(event);
    }

    /**
     * Judges one verdict. An amendment is judged as a new order for what is left of the old one, and passes whole or
     * not at all; one that only makes an order smaller always passes, and so does the withdrawal of an order that
     * stands.
     *
     * @param verdict what a risk manager says, which may be anything
     * @return the final verdict, with the approved order unless it is a rejection; an instrument that cannot be told is
     *     given as -1
     * @throws IllegalStateException if no step was begun
     */
    public GateResult judge(RiskVerdict verdict) {
        return judge(verdict, null);
    }

    /**
     * Judges an exit of the engine's own, such as one that a halt demands. The order that comes of it can be neither
     * withdrawn nor amended by a risk manager.
     *
     * @param verdict what is to be left
     * @return the final verdict
     * @throws IllegalStateException if no step was begun
     */
    public GateResult judgeExit(RiskVerdict verdict) {
        GateResult result = judge(verdict);
        for (ApprovedOrder order : result.orders()) {
            exits.add(order.id());
        }
        return result;
    }

    /**
     * Tells what {@link #judge} would say to an intent now, and why, and changes nothing by it.
     *
     * @param intent what is wanted, which may be anything
     * @return the verdict, and what each rule and limit would leave
     * @throws IllegalStateException if no step was begun
     */
    public WhatIf explain(OrderIntent intent) {
        List<RuleAnswer> trail = new ArrayList<>();
        GateResult result = judge(new RiskVerdict.Approved(intent, List.of()), trail);
        return new WhatIf(result.verdict(), trail);
    }

    private GateResult judge(RiskVerdict verdict, @Nullable List<RuleAnswer> trail) {
        Moment now = moment;
        if (now == null) {
            throw new IllegalStateException("begin must be called before judge");
        }
        if (verdict instanceof RiskVerdict.Rejected) {
            return new GateResult(verdict, List.of());
        }
        if (verdict instanceof RiskVerdict.Withdraw wish) {
            return isProtected(wish.orderId(), now)
                    ? Amendments.refused(wish, ReasonCode.PROTECTED)
                    : withdraw(wish, now);
        }
        if (verdict instanceof RiskVerdict.Amend wish) {
            return isProtected(wish.orderId(), now) ? Amendments.refused(wish, ReasonCode.PROTECTED) : amend(wish, now);
        }
        OrderIntent intent = WellFormed.intent(verdict);
        if (intent == null || !wellFormed.test(intent)) {
            return WellFormed.malformed(intent);
        }
        try {
            return judge(request(verdict, intent, now, trail));
        } catch (ArithmeticException tooWide) {
            return WellFormed.malformed(intent);
        }
    }

    private Request request(RiskVerdict verdict, OrderIntent intent, Moment now, @Nullable List<RuleAnswer> trail) {
        int i = intent.instrument();
        return new Request(verdict, intent, listings.instrument(i), listings.limits(i), now, Decimal.ZERO, trail);
    }

    private GateResult judge(Request request) {
        Sized sized = size(request);
        OrderSize size = sized.ruling().size();
        if (size == null) {
            return request.rejected(sized.ruling().reasons());
        }
        Order order = sized.order(request, size);
        ReasonCode flaw = OrderFilter.flaw(
                order, request.instrument(), request.limits(), sized.terms().reference());
        if (flaw != null) {
            return request.rejected(List.of(flaw));
        }
        RiskVerdict verdict = sized.verdict(request, size);
        return new GateResult(
                verdict, request.trail() == null ? List.of(approve(request, sized.terms(), order)) : List.of());
    }

    /** The terms and the size on which every limit is kept, or why there are none. */
    private Sized size(Request request) {
        OrderIntent intent = request.intent();
        boolean reduces =
                request.position().quantity().signum() == -intent.side().sign();
        boolean isChild = Parents.isChild(intent);
        ReasonCode forbidden = whyNot(request, reduces, isChild);
        if (forbidden != null) {
            return Sized.refused(forbidden);
        }
        boolean opens = !reduces && !isChild;
        Terms terms = opens ? Terms.toOpen(request) : Terms.toReduce(request);
        if (!terms.arePossible()) {
            return Sized.refused(ReasonCode.MALFORMED);
        }
        if (opens) {
            return new Sized(terms, opening.size(request, terms), false);
        }
        OpenOrder parent = isChild ? Parents.of(request) : null;
        if (isChild && parent == null) {
            return Sized.refused(ReasonCode.UNKNOWN_ORDER);
        }
        Ruling ruling = parent == null
                ? reduction.size(request, terms)
                : Parents.size(request, parent, reduction.leavable(request));
        return new Sized(terms, ruling, true);
    }

    private @Nullable ReasonCode whyNot(Request request, boolean reduces, boolean isChild) {
        boolean isPriced = (reduces || isChild) ? request.hasMark() : request.isPriced();
        if (!isPriced) {
            return ReasonCode.NO_PRICE;
        }
        OrderIntent intent = request.intent();
        boolean isOver = intent.lifetime().timeInForce() == TimeInForce.GTD
                && intent.lifetime().untilNanos() <= request.moment().epochNanos();
        if (isOver) {
            return ReasonCode.EXPIRED;
        }
        boolean isParent = intent.instructions().link().role() == LinkRole.PARENT;
        if (isParent && (reduces || (request.filled().isZero() && Parents.isTaken(request)))) {
            return reduces ? ReasonCode.MALFORMED : ReasonCode.DUPLICATE;
        }
        return reduces || isChild ? null : whyNotToOpen(request);
    }

    /** Whether an order is an exit of the engine's own, or closes a position while all are to be closed. */
    private boolean isProtected(long orderId, Moment now) {
        if (exits.contains(orderId)) {
            return true;
        }
        OpenOrder open = Amending.find(now.portfolio(), orderId);
        return open != null
                && open.approved().order().reduceOnly()
                && now.portfolio().riskState().compareTo(RiskState.HALTED) >= 0;
    }

    private GateResult withdraw(RiskVerdict.Withdraw wish, Moment now) {
        boolean stands = Amending.find(now.portfolio(), wish.instrument(), wish.orderId()) != null
                && !now.isWithdrawn(wish.orderId());
        if (!stands) {
            return Amendments.refused(wish, ReasonCode.UNKNOWN_ORDER);
        }
        now.withdrawn().add(wish.orderId());
        return new GateResult(wish, List.of());
    }

    private GateResult amend(RiskVerdict.Amend wish, Moment now) {
        Amendments.Outcome outcome = amendments.judge(wish, now);
        moment = outcome.after();
        for (ApprovedOrder revised : outcome.result().orders()) {
            parents.revise(revised);
            rulebook.onAmendment(revised);
        }
        return outcome.result();
    }

    private ApprovedOrder revise(ApprovedOrder before, Order order, Moment now, Decimal reference) {
        return mint.revise(before, now.epochNanos(), order, reference);
    }

    private @Nullable ReasonCode whyNotToOpen(Request request) {
        OrderIntent intent = request.intent();
        if (intent.reduceOnly()) {
            return ReasonCode.REDUCE_ONLY;
        }
        RiskState state = request.moment().portfolio().riskState();
        if (!state.allowsOpening()) {
            return rulebook.why(state);
        }
        boolean isOwned = request.instrument().contract().payoff().isExchange();
        if (intent.side() == Side.SELL && (!isShortAllowed || (owesNothing && isOwned))) {
            return ReasonCode.SHORT_NOT_ALLOWED;
        }
        if (intent.side() == Side.SELL && intent.sizing() instanceof Sizing.Everything) {
            return ReasonCode.MALFORMED;
        }
        if (!isOwned && !(intent.sizing() instanceof Sizing.Units)) {
            return ReasonCode.NOT_SUPPORTED;
        }
        if (intent.side() == Side.SELL && intent.pricing() instanceof Pricing.Trailing) {
            return ReasonCode.NOT_SUPPORTED;
        }
        return isStopRequired && intent.exitPlan().stopPrice() == 0 ? ReasonCode.STOP_REQUIRED : null;
    }

    private ApprovedOrder approve(Request request, Terms terms, Order order) {
        ApprovedOrder approved = mint.approve(request.moment().epochNanos(), order, terms.reference());
        worstCase.add(order, Decimal.ZERO);
        worstCase.expectStop(order);
        request.moment().fresh().add(approved);
        parents.add(request, approved);
        rulebook.onApproval(approved);
        return approved;
    }
}
