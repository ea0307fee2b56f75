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
 * @param paid what it costs in money, without the fee; negative when received
 */
record Booking(
        Position position,
        @Nullable OpenTrade open,
        @Nullable ClosedTrade closed,
        Decimal paid) {

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
        Decimal change = signed(fill);
        Decimal after = before.quantity().plus(change);
        Decimal value = before.payoff().value(change, fill.price());
        if (trade == null) {
            return enlarge(before, fill, value, OpenTrade.begin(fill, tradeFee));
        }
        if (trade.side() == fill.side()) {
            return enlarge(before, fill, value, trade.enlarged(fill, tradeFee));
        }
        if (after.signum() == change.signum()) {
            return turnRound(before, trade, fill, tradeFee);
        }
        boolean isLast = after.isZero();
        Decimal removed = isLast
                ? before.cost()
                : share(before.cost(), fill.quantity(), before.quantity().abs());
        Decimal lost = value.plus(removed);
        Position position = new Position(
                after,
                isLast ? Decimal.ZERO : before.cost().minus(removed),
                before.realizedPnl().minus(lost),
                before.fees().plus(fill.fee()),
                before.mark(),
                before.carry(),
                before.payoff(),
                before.lots());
        OpenTrade left = trade.reduced(fill, fill.quantity(), lost.negate(), tradeFee);
        Decimal paid = before.payoff().isExchange() ? value : lost;
        return isLast
                ? new Booking(position, null, left.end(fill.instrument(), fill.epochNanos()), paid)
                : new Booking(position, left, null, paid);
    }

    private static Booking enlarge(Position before, Fill fill, Decimal value, OpenTrade trade) {
        Position position = new Position(
                before.quantity().plus(signed(fill)),
                before.cost().plus(value),
                before.realizedPnl(),
                before.fees().plus(fill.fee()),
                before.mark(),
                before.carry(),
                before.payoff(),
                before.lots());
        return new Booking(position, trade, null, before.payoff().isExchange() ? value : Decimal.ZERO);
    }

    private static Booking turnRound(Position before, OpenTrade trade, Fill fill, Decimal tradeFee) {
        Decimal closed = before.quantity().abs();
        Decimal opened = before.quantity().plus(signed(fill));
        Decimal closedValue = before.payoff().value(before.quantity().negate(), fill.price());
        Decimal openedValue = before.payoff().value(opened, fill.price());
        Decimal closedFee = share(tradeFee, closed, fill.quantity());
        Decimal lost = closedValue.plus(before.cost());
        Position position = new Position(
                opened,
                openedValue,
                before.realizedPnl().minus(lost),
                before.fees().plus(fill.fee()),
                before.mark(),
                before.carry(),
                before.payoff(),
                before.lots());
        OpenTrade last = trade.reduced(fill, closed, lost.negate(), closedFee);
        return new Booking(
                position,
                OpenTrade.begin(fill, tradeFee.minus(closedFee)),
                last.end(fill.instrument(), fill.epochNanos()),
                before.payoff().isExchange() ? closedValue.plus(openedValue) : lost);
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
