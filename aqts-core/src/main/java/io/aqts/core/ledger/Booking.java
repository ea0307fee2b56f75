package io.aqts.core.ledger;

import io.aqts.performance.ClosedTrade;
import io.aqts.trade.Decimal;
import io.aqts.trade.Fill;
import io.aqts.trade.Position;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What one fill makes of a position and its round trip.
 *
 * @param position the position after it
 * @param open the round trip that goes on, or null if the position is flat
 * @param closed the round trip that ended, or null if none did
 */
record Booking(
        Position position,
        @Nullable OpenTrade open,
        @Nullable ClosedTrade closed) {

    private static final int DECIMALS = 18;
    private static final int QUICK_DECIMALS = 8;

    /**
     * Books a fill.
     *
     * @param before the position before it
     * @param trade the round trip it belongs to, or null if the position is flat
     * @param fill what was traded
     * @param paid what it cost without the fee; negative for a sale
     */
    static Booking of(Position before, @Nullable OpenTrade trade, Fill fill, Decimal paid) {
        if (trade == null) {
            Position opened = enlarged(before, fill, paid);
            return new Booking(opened, OpenTrade.begin(fill, fill.fee()), null);
        }
        if (trade.side() == fill.side()) {
            return new Booking(enlarged(before, fill, paid), trade.enlarged(fill), null);
        }
        int remaining = before.quantity().abs().compareTo(fill.quantity());
        return remaining > 0
                ? reduce(before, trade, fill, paid)
                : remaining == 0 ? close(before, trade, fill, paid) : turnRound(before, trade, fill, paid);
    }

    private static Position enlarged(Position before, Fill fill, Decimal paid) {
        return new Position(
                before.quantity().plus(signed(fill)),
                before.cost().plus(paid),
                before.realizedPnl(),
                before.fees().plus(fill.fee()),
                before.mark());
    }

    private static Booking reduce(Position before, OpenTrade trade, Fill fill, Decimal paid) {
        Decimal removed =
                share(before.cost(), fill.quantity(), before.quantity().abs());
        Decimal earned = paid.plus(removed).negate();
        Position after = new Position(
                before.quantity().plus(signed(fill)),
                before.cost().minus(removed),
                before.realizedPnl().plus(earned),
                before.fees().plus(fill.fee()),
                before.mark());
        return new Booking(after, trade.reduced(fill, fill.quantity(), earned, fill.fee()), null);
    }

    private static Booking close(Position before, OpenTrade trade, Fill fill, Decimal paid) {
        Decimal earned = paid.plus(before.cost()).negate();
        Position after = new Position(
                Decimal.ZERO,
                Decimal.ZERO,
                before.realizedPnl().plus(earned),
                before.fees().plus(fill.fee()),
                before.mark());
        OpenTrade last = trade.reduced(fill, fill.quantity(), earned, fill.fee());
        return new Booking(after, null, last.end(fill));
    }

    private static Booking turnRound(Position before, OpenTrade trade, Fill fill, Decimal paid) {
        Decimal closed = before.quantity().abs();
        Decimal closedPaid = before.quantity().negate().times(fill.price());
        Decimal closedFee = share(fill.fee(), closed, fill.quantity());
        Decimal earned = closedPaid.plus(before.cost()).negate();
        Position after = new Position(
                before.quantity().plus(signed(fill)),
                paid.minus(closedPaid),
                before.realizedPnl().plus(earned),
                before.fees().plus(fill.fee()),
                before.mark());
        OpenTrade last = trade.reduced(fill, closed, earned, closedFee);
        return new Booking(after, OpenTrade.begin(fill, fill.fee().minus(closedFee)), last.end(fill));
    }

    private static Decimal signed(Fill fill) {
        return fill.side().sign() > 0 ? fill.quantity() : fill.quantity().negate();
    }

    /** {@return the sum times part over whole, rounded half to even} Wider than a Decimal in between, if need be. */
    private static Decimal share(Decimal sum, Decimal part, Decimal whole) {
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
