package io.aqts.core.risk;

import io.aqts.LayerContext;
import io.aqts.config.RiskConfig;
import io.aqts.internal.Caller;
import io.aqts.internal.Checks;
import io.aqts.market.Instrument;
import io.aqts.market.Universe;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.Order;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.OrderSize;
import io.aqts.trade.Portfolio;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskState;
import io.aqts.trade.RiskVerdict;
import io.aqts.trade.Side;
import io.aqts.trade.Sizing;
import io.aqts.trade.TimeInForce;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
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
 *       mark.
 *   <li><b>Loss at the stop.</b> An order with a stop loses at most {@code riskPerTradeCap} of equity there, and all
 *       positions and orders with stops together at most {@code maxPortfolioRisk}. An order without a stop has no such
 *       limit: all of it is at risk, and the limits of exposure are what bounds it; with {@code stopRequired} it is
 *       rejected instead. The stops of positions are those this gate approved.
 *   <li><b>Cash.</b> Where neither short positions nor a leverage above 1 are allowed, a purchase with its taker fee
 *       never costs more than the free cash. What is sized as everything never does, anywhere.
 *   <li><b>Grid.</b> Quantities are rounded down to the lot, amounts to spend down to eight decimals, prices to the
 *       tick such that no risk grows.
 * </ul>
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
    private final Universe universe;
    private final WellFormed wellFormed;
    private final boolean isShortAllowed;
    private final boolean isStopRequired;
    private final WorstCase worstCase;
    private final Opening opening;
    private final Reduction reduction;
    private @Nullable Moment moment;

    private RiskGate(LayerContext context) {
        mint = ApprovedOrder.Mint.claim(MethodHandles.lookup(), context.run());
        RiskConfig limits = context.config().risk();
        FreeCash freeCash = new FreeCash(context);
        universe = context.universe();
        wellFormed = new WellFormed(universe);
        isShortAllowed = limits.shortAllowed();
        isStopRequired = limits.exits().stopRequired();
        worstCase = new WorstCase(universe.size());
        opening = new Opening(limits, worstCase, freeCash);
        reduction = new Reduction(freeCash);
    }

    /**
     * Opens the gate of a run, which has approved nothing yet. The engine alone may do so, because a gate believes the
     * limits and the portfolio it is given.
     *
     * @param engine the full-privilege lookup of the calling class
     * @param context the limits and the instruments of the run
     * @return the gate
     * @throws IllegalCallerException if the caller is not the engine
     */
    public static RiskGate open(MethodHandles.Lookup engine, LayerContext context) {
        Caller.require(engine, ENGINE, "open a risk gate");
        return new RiskGate(context);
    }

    /**
     * Begins a step that has verdicts. Orders approved from now on count as open until the next beginning, when those
     * that have not ended must stand among the portfolio's open orders.
     *
     * @param portfolio what is owned at the moment, with a position for each instrument
     * @param epochNanos the moment, in nanoseconds since 1970-01-01T00:00Z
     * @param marks the last known price of each instrument, in quote currency; anything but a finite number of more
     *     than zero where there is none. It is asked until the next beginning
     */
    public void begin(Portfolio portfolio, long epochNanos, IntToDoubleFunction marks) {
        int positions = portfolio.positions().size();
        Checks.that(positions == universe.size(), "portfolio.positions", "be " + universe.size(), positions);
        moment = new Moment(portfolio, epochNanos, marks, new ArrayList<>(2));
        worstCase.begin(portfolio, marks);
    }

    /**
     * Judges one verdict. An amendment is judged as a new order for what is left of the old one; it passes whole or not
     * at all. A withdrawal of an order that stands always passes.
     *
     * @param verdict what a risk manager says, which may be anything
     * @return the final verdict, with the approved order unless it is a rejection; an instrument that cannot be told is
     *     given as -1
     * @throws IllegalStateException if no step was begun
     */
    public GateResult judge(RiskVerdict verdict) {
        Moment now = moment;
        if (now == null) {
            throw new IllegalStateException("begin must be called before judge");
        }
        if (verdict instanceof RiskVerdict.Rejected) {
            return new GateResult(verdict, List.of());
        }
        if (verdict instanceof RiskVerdict.Withdraw wish) {
            return Amending.find(now.portfolio(), wish.instrument(), wish.orderId()) == null
                    ? refused(wish.instrument(), ReasonCode.UNKNOWN_ORDER)
                    : new GateResult(wish, List.of());
        }
        OrderIntent intent = intent(verdict);
        if (!(verdict instanceof RiskVerdict.Amend) && (intent == null || !wellFormed.test(intent))) {
            return malformed(intent);
        }
        try {
            if (intent == null) {
                return amend((RiskVerdict.Amend) verdict, now);
            }
            int i = intent.instrument();
            return judge(new Request(
                    verdict, intent, universe.instrument(i), now, now.marks().applyAsDouble(i)));
        } catch (ArithmeticException tooWide) {
            return malformed(intent);
        }
    }

    private GateResult judge(Request request) {
        Sized sized = size(request);
        OrderSize size = sized.ruling().size();
        if (size == null) {
            return request.rejected(sized.ruling().reasons());
        }
        RiskVerdict verdict = finalVerdict(request, sized.ruling(), size, sized.reduces());
        return new GateResult(verdict, List.of(approve(request, sized, size)));
    }

    /** The terms and the size on which every limit is kept, or why there are none. */
    private Sized size(Request request) {
        if (!WellFormed.isPrice(request.mark())) {
            return Sized.refused(ReasonCode.NO_PRICE);
        }
        OrderIntent intent = request.intent();
        boolean isOver = intent.lifetime().timeInForce() == TimeInForce.GTD
                && intent.lifetime().untilNanos() <= request.moment().epochNanos();
        if (isOver) {
            return Sized.refused(ReasonCode.EXPIRED);
        }
        boolean reduces =
                request.position().quantity().signum() == -intent.side().sign();
        Decimal entered = reduces ? Decimal.ZERO : Parents.units(request);
        ReasonCode forbidden = reduces || entered.isPositive() ? null : whyNotToOpen(request);
        if (forbidden != null) {
            return Sized.refused(forbidden);
        }
        boolean opens = !reduces && entered.isZero();
        Terms terms = opens ? Terms.toOpen(request) : Terms.toReduce(request);
        if (!terms.arePossible()) {
            return Sized.refused(ReasonCode.MALFORMED);
        }
        if (opens) {
            return new Sized(terms, opening.size(request, terms), false);
        }
        Ruling ruling = reduces ? reduction.size(request, terms) : Parents.size(request, entered);
        return new Sized(terms, ruling, true);
    }

    private GateResult amend(RiskVerdict.Amend wish, Moment now) {
        OpenOrder open = Amending.find(now.portfolio(), wish.instrument(), wish.orderId());
        ReasonCode obstacle = Amending.obstacle(open, wish.change());
        if (open == null || obstacle != null) {
            return refused(wish.instrument(), obstacle == null ? ReasonCode.UNKNOWN_ORDER : obstacle);
        }
        OrderIntent intent = Amending.intent(open, wish.change());
        if (!wellFormed.test(intent)) {
            return refused(wish.instrument(), ReasonCode.MALFORMED);
        }
        Moment others = now.with(Amending.without(now.portfolio(), open));
        worstCase.recount(others);
        Instrument instrument = universe.instrument(wish.instrument());
        double mark = now.marks().applyAsDouble(wish.instrument());
        Sized sized = size(new Request(wish, intent, instrument, others, mark));
        ApprovedOrder revised = revise(open, sized, now);
        Moment after = revised == null
                ? now
                : now.with(
                        Amending.with(now.portfolio(), open, new OpenOrder(open.approved(), open.filled(), revised)));
        moment = after;
        worstCase.recount(after);
        if (revised == null) {
            return new GateResult(
                    Amending.rejected(wish.instrument(), sized.ruling().reasonsOr()), List.of());
        }
        worstCase.expectStop(revised.order());
        return new GateResult(wish, List.of(revised));
    }

    private @Nullable ApprovedOrder revise(OpenOrder open, Sized sized, Moment now) {
        if (!(sized.ruling().size() instanceof OrderSize.Units units)
                || !sized.ruling().reasons().isEmpty()) {
            return null;
        }
        Order order = open.approved().order();
        Order changed = order.withSize(OrderSize.units(units.quantity().plus(open.filled())))
                .withType(sized.terms().type())
                .withBracket(sized.reduces() ? order.bracket() : sized.terms().bracket());
        return mint.revise(
                open.approved(), now.epochNanos(), changed, sized.terms().reference());
    }

    private static GateResult refused(int instrument, ReasonCode reason) {
        return new GateResult(RiskVerdict.rejected(instrument, reason), List.of());
    }

    private @Nullable ReasonCode whyNotToOpen(Request request) {
        OrderIntent intent = request.intent();
        if (intent.reduceOnly()) {
            return ReasonCode.REDUCE_ONLY;
        }
        if (request.moment().portfolio().riskState() != RiskState.NORMAL) {
            return ReasonCode.CIRCUIT_BREAKER;
        }
        if (intent.side() == Side.SELL && !isShortAllowed) {
            return ReasonCode.SHORT_NOT_ALLOWED;
        }
        if (intent.side() == Side.SELL && intent.sizing() instanceof Sizing.Everything) {
            return ReasonCode.MALFORMED;
        }
        return isStopRequired && intent.exitPlan().stopPrice() == 0 ? ReasonCode.STOP_REQUIRED : null;
    }

    private ApprovedOrder approve(Request request, Sized sized, OrderSize size) {
        OrderIntent intent = request.intent();
        Order order = new Order(
                intent.instrument(),
                intent.side(),
                size,
                sized.terms().type(),
                sized.terms().lifetime(),
                request.handling(sized.reduces(), size),
                sized.terms().bracket(),
                intent.reason());
        ApprovedOrder approved =
                mint.approve(request.moment().epochNanos(), order, sized.terms().reference());
        request.moment().fresh().add(approved);
        worstCase.add(order, Decimal.ZERO);
        worstCase.expectStop(order);
        return approved;
    }

    private static RiskVerdict finalVerdict(Request request, Ruling ruling, OrderSize size, boolean reduces) {
        if (ruling.reasons().isEmpty()) {
            return request.verdict().reasons().isEmpty() ? request.approved() : request.verdict();
        }
        Sizing sizing = size instanceof OrderSize.Units units
                ? Sizing.units(units.quantity().toDouble())
                : Sizing.spend(((OrderSize.Spend) size).amount().toDouble());
        return request.reducedTo(sizing, reduces, ruling.reasons());
    }

    private static @Nullable OrderIntent intent(@Nullable RiskVerdict verdict) {
        if (verdict instanceof RiskVerdict.Approved approved) {
            return approved.intent();
        }
        return verdict instanceof RiskVerdict.Reduced reduced ? reduced.intent() : null;
    }

    private static GateResult malformed(@Nullable OrderIntent intent) {
        int instrument = intent == null ? -1 : intent.instrument();
        return new GateResult(RiskVerdict.rejected(instrument, ReasonCode.MALFORMED), List.of());
    }

    /**
     * What an intent comes to.
     *
     * @param terms its prices
     * @param ruling its size
     * @param reduces whether it can only reduce
     */
    private record Sized(Terms terms, Ruling ruling, boolean reduces) {

        static Sized refused(ReasonCode reason) {
            return new Sized(Terms.IMPOSSIBLE, Ruling.refused(reason), false);
        }
    }
}
