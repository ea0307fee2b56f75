package io.aqts.core.risk;

import io.aqts.market.Instrument;
import io.aqts.market.OrderLimits;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.Order;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.OrderSize;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskVerdict;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Judges changes of orders that wait: as a new order for what is left, while the old one counts for nothing. What
 * passes counts in the worse of both forms until the venue has answered.
 */
final class Amendments {

    private final Listings listings;
    private final WellFormed wellFormed;
    private final WorstCase worstCase;
    private final Approving approving;
    private final Function<Request, Sized> sizing;

    /** Approves an order in another form. */
    @FunctionalInterface
    interface Approving {

        /** {@return the approval of a form that passed every check, judged at a price} */
        ApprovedOrder revise(ApprovedOrder before, Order order, Moment moment, Decimal reference);
    }

    /**
     * What a judgement leaves.
     *
     * @param result the final verdict
     * @param after what the rest of the step is judged by
     */
    record Outcome(GateResult result, Moment after) {}

    /**
     * Judges amendments.
     *
     * @param listings the instruments
     * @param wellFormed whether an intent can be read at all
     * @param worstCase what positions and orders could come to, which follows what is judged
     * @param approving how the gate approves
     * @param sizing what a request may come to within every limit
     */
    Amendments(
            Listings listings,
            WellFormed wellFormed,
            WorstCase worstCase,
            Approving approving,
            Function<Request, Sized> sizing) {
        this.listings = listings;
        this.wellFormed = wellFormed;
        this.worstCase = worstCase;
        this.approving = approving;
        this.sizing = sizing;
    }

    static GateResult refused(RiskVerdict wish, ReasonCode reason) {
        return new GateResult(RiskVerdict.rejected(wish.instrument(), reason), List.of());
    }

    Outcome judge(RiskVerdict.Amend wish, Moment now) {
        OpenOrder open = Amending.find(now.portfolio(), wish.instrument(), wish.orderId());
        ReasonCode obstacle =
                now.isWithdrawn(wish.orderId()) ? ReasonCode.UNKNOWN_ORDER : Amending.obstacle(open, wish.change());
        if (open == null || obstacle != null) {
            return new Outcome(refused(wish, obstacle == null ? ReasonCode.UNKNOWN_ORDER : obstacle), now);
        }
        Moment after = now;
        try {
            Moment others = now.with(Amending.without(now.portfolio(), open));
            worstCase.recount(others.portfolio());
            GateResult result = judge(wish, open, others);
            if (result.isApproved()) {
                OpenOrder pending = new OpenOrder(
                        open.approved(), open.filled(), result.orders().get(0));
                after = now.with(Amending.with(now.portfolio(), open, pending));
            }
            return new Outcome(result, after);
        } catch (ArithmeticException tooWide) {
            return new Outcome(refused(wish, ReasonCode.MALFORMED), now);
        } finally {
            worstCase.recount(after.portfolio());
            worstCase.expectStop(Amending.latest(after.portfolio(), open));
        }
    }

    private GateResult judge(RiskVerdict.Amend wish, OpenOrder open, Moment others) {
        Order order = open.approved().order();
        Instrument instrument = listings.instrument(wish.instrument());
        Decimal whole = Amending.whole(open, wish.change(), instrument);
        OrderIntent intent = Amending.intent(open, wish.change(), whole);
        if (!wellFormed.test(intent)) {
            return refused(wish, ReasonCode.MALFORMED);
        }
        OrderLimits limits = listings.limits(wish.instrument());
        Request request = new Request(wish, intent, instrument, limits, others, open.filled(), null);
        Decimal left = whole.minus(open.filled());
        Sized sized =
                Amending.isSmaller(open, wish.change(), whole) ? Sized.smaller(order, left) : sizing.apply(request);
        ReasonCode obstacle = obstacle(order, sized, left);
        if (obstacle != null) {
            List<ReasonCode> reasons = sized.ruling().reasons();
            return new GateResult(
                    new RiskVerdict.Rejected(wish.instrument(), reasons.isEmpty() ? List.of(obstacle) : reasons),
                    List.of());
        }
        OrderSize size = OrderSize.units(whole);
        Order changed = order.withSize(size)
                .withType(sized.terms().type())
                .withBracket(sized.terms().bracket())
                .withHandling(request.handling(order.reduceOnly(), size));
        Decimal reference = Decimal.fromDouble(request.mark()).max(Decimal.ZERO);
        ReasonCode flaw = OrderFilter.flaw(changed, instrument, limits, reference);
        return flaw != null
                ? refused(wish, flaw)
                : new GateResult(wish, List.of(approving.revise(open.approved(), changed, others, reference)));
    }

    /**
     * Why an order cannot have its new form as a whole, or null. One that opens may not come to stand against what is
     * held.
     */
    private static @Nullable ReasonCode obstacle(Order order, Sized sized, Decimal left) {
        boolean isWhole = sized.ruling().size() instanceof OrderSize.Units units
                && units.quantity().equals(left)
                && sized.ruling().reasons().isEmpty();
        if (!isWhole) {
            return ReasonCode.MALFORMED;
        }
        return sized.reduces() == order.reduceOnly() ? null : ReasonCode.REVERSAL;
    }
}
