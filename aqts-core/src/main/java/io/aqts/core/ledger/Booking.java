package io.aqts.core.ledger;

import io.aqts.performance.ClosedTrade;
import io.aqts.trade.Decimal;
import io.aqts.trade.Fill;
import io.aqts.trade.Position;
import io.aqts.trade.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What one fill makes of a position and its round trip.
 *
 * @param position the position after it
 * @param open the round trip that goes on, or null if the position is flat
 * @param closed the round trip that ended, or null if none did
 * @param flow what it brings in money, without the fee; negative when paid
 */
record Booking(
        Position position,
        @Nullable OpenTrade open,
        @Nullable ClosedTrade closed,
        Decimal flow) {

    private static final int DECIMALS = 18;
    private static final int QUICK_DECIMALS = 8;

    /**
     * Books a fill into a position of one average cost.
     *
     * @param before the position before it
     * @param trade the round trip it belongs to, or null if the position is flat
     * @param fill what was traded, with its fee in the currency of settlement
     * @param tradeFee what its fee is to the round trip, in that currency
     */
    static Booking of(Position before, @Nullable OpenTrade trade, Fill fill, Decimal tradeFee) {
        Decimal paid = before.payoff().value(signed(fill), fill.price());
        if (trade == null) {
            return enlarge(before, fill, paid, OpenTrade.begin(fill, tradeFee));
        }
        if (trade.side() == fill.side()) {
            return enlarge(before, fill, paid, trade.enlarged(fill, tradeFee));
        }
        int remaining = before.quantity().abs().compareTo(fill.quantity());
        if (remaining < 0) {
            return turnRound(before, trade, fill, tradeFee);
        }
        boolean isLast = remaining == 0;
        Decimal removed = isLast
                ? before.cost()
                : share(before.cost(), fill.quantity(), before.quantity().abs());
        Decimal earned = paid.plus(removed).negate();
        Position after = changed(before, fill, removed.negate(), earned);
        OpenTrade left = trade.reduced(fill, fill.quantity(), earned, tradeFee);
        Decimal flow = before.payoff().isExchange() ? paid.negate() : earned;
        return isLast
                ? new Booking(after, null, left.end(fill.instrument(), fill.epochNanos()), flow)
                : new Booking(after, left, null, flow);
    }

    private static Booking enlarge(Position before, Fill fill, Decimal paid, OpenTrade trade) {
        Decimal flow = before.payoff().isExchange() ? paid.negate() : Decimal.ZERO;
        return new Booking(changed(before, fill, paid, Decimal.ZERO), trade, null, flow);
    }

    private static Booking turnRound(Position before, OpenTrade trade, Fill fill, Decimal tradeFee) {
        Decimal closed = before.quantity().abs();
        Decimal opened = before.quantity().plus(signed(fill));
        Decimal closedPaid = before.payoff().value(before.quantity().negate(), fill.price());
        Decimal openedPaid = before.payoff().value(opened, fill.price());
        Decimal closedFee = share(tradeFee, closed, fill.quantity());
        Decimal earned = closedPaid.plus(before.cost()).negate();
        Position after = changed(before, fill, openedPaid.minus(before.cost()), earned);
        OpenTrade last = trade.reduced(fill, closed, earned, closedFee);
        return new Booking(
                after,
                OpenTrade.begin(fill, tradeFee.minus(closedFee)),
                last.end(fill.instrument(), fill.epochNanos()),
                before.payoff().isExchange() ? closedPaid.plus(openedPaid).negate() : earned);
    }

    private static Position changed(Position before, Fill fill, Decimal cost, Decimal earned) {
        return new Position(
                before.quantity().plus(signed(fill)),
                before.cost().plus(cost),
                before.realizedPnl().plus(earned),
                before.fees().plus(fill.fee()),
                before.mark(),
                before.carry(),
                before.payoff(),
                before.lots());
    }

    static Decimal signed(Fill fill) {
        return fill.side() == Side.BUY ? fill.quantity() : fill.quantity().negate();
    }

    /** {@return the sum times part over whole, rounded half to even} Wider than a Decimal in between, if need be. */
    static Decimal share(Decimal sum, Decimal part, Decimal whole) {
        if (whole.scale() <= DECIMALS) {
            Decimal each = sum.dividedBy(whole, QUICK_DECIMALS, RoundingMode.DOWN);
            if (each.times(whole).equals(sum)) {
                return each.times(part).round(DECIMALS, RoundingMode.HALF_EVEN);
            }
        }
        BigDecimal product = sum.toBigDecimal().multiply(part.toBigDecimal());
        return Decimal.from(product.divide(whole.toBigDecimal(), DECIMALS, RoundingMode.HALF_EVEN));
    }
}
