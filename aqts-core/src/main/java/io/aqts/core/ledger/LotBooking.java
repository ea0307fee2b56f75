package io.aqts.core.ledger;

import io.aqts.config.LotMethod;
import io.aqts.internal.Checks;
import io.aqts.performance.ClosedTrade;
import io.aqts.trade.Decimal;
import io.aqts.trade.Fill;
import io.aqts.trade.Lot;
import io.aqts.trade.Payoff;
import io.aqts.trade.Position;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The booking of one fill into a position that is kept in lots. */
final class LotBooking {

    private final Position before;
    private final Fill fill;
    private final List<Lot> lots;
    private final int sign;
    private Decimal left;
    private Decimal removed = Decimal.ZERO;

    private LotBooking(Position before, Fill fill) {
        this.before = before;
        this.fill = fill;
        this.lots = new ArrayList<>(before.lots());
        this.sign = fill.side().sign();
        this.left = fill.quantity();
    }

    /**
     * Books a fill.
     *
     * @param before the position before it, with its lots
     * @param trade the round trip it belongs to, or null if it begins one
     * @param order what was traded and how, with its fee in the currency of settlement
     * @param nextLot the number of the lot it may open
     * @throws IllegalArgumentException if it may only close and is for more than is open
     */
    static Booking of(Position before, @Nullable OpenTrade trade, Entry order, long nextLot) {
        LotBooking booking = new LotBooking(before, order.fill());
        LotChoice choice = order.choice();
        if (!choice.hedged() || choice.closing()) {
            booking.close(choice);
        }
        Checks.that(
                !choice.closing() || booking.left.isZero(),
                "fill.quantity",
                "be at most the " + order.fill().quantity().minus(booking.left) + " that is open, to close it",
                order.fill().quantity());
        Decimal closed = order.fill().quantity().minus(booking.left);
        Payoff payoff = before.payoff();
        Decimal closedPaid = closed.isZero() ? Decimal.ZERO : payoff.value(booking.signed(closed), order.price());
        Decimal openedPaid =
                booking.left.isZero() ? Decimal.ZERO : payoff.value(booking.signed(booking.left), order.price());
        if (!booking.left.isZero()) {
            booking.open(choice.method() == LotMethod.AVERAGE, openedPaid, nextLot);
        }
        Decimal earned = closedPaid.plus(booking.removed).negate();
        Position after = booking.position(openedPaid.minus(booking.removed), earned);
        Decimal paid = payoff.isExchange() ? closedPaid.plus(openedPaid) : earned.negate();
        return booking.trades(new Booking(after, trade, null, paid), order.tradeFee(), closed, earned);
    }

    private void close(LotChoice choice) {
        for (Lot lot : choice.order(before.lots(), -sign, fill.orderId())) {
            Decimal whole = lot.quantity().abs();
            Decimal part = whole.min(left);
            if (part.isZero()) {
                return;
            }
            int at = lots.indexOf(lot);
            boolean isAll = part.equals(whole);
            Decimal cost = isAll ? lot.cost() : Booking.share(lot.cost(), part, whole);
            removed = removed.plus(cost);
            left = left.minus(part);
            if (isAll) {
                lots.remove(at);
            } else {
                lots.set(
                        at,
                        lot.with(lot.quantity().plus(signed(part)), lot.cost().minus(cost)));
            }
        }
    }

    private void open(boolean averaged, Decimal paid, long nextLot) {
        for (int i = 0; averaged && i < lots.size(); i++) {
            Lot lot = lots.get(i);
            if (lot.quantity().signum() == sign) {
                lots.set(
                        i,
                        lot.with(lot.quantity().plus(signed(left)), lot.cost().plus(paid)));
                return;
            }
        }
        lots.add(new Lot(nextLot, fill.orderId(), fill.epochNanos(), signed(left), paid));
    }

    private Position position(Decimal cost, Decimal earned) {
        return new Position(
                before.quantity().plus(Booking.signed(fill)),
                before.cost().plus(cost),
                before.realizedPnl().plus(earned),
                before.fees().plus(fill.fee()),
                before.mark(),
                before.carry(),
                before.payoff(),
                lots);
    }

    private Booking trades(Booking plain, Decimal fee, Decimal closed, Decimal earned) {
        OpenTrade trade = plain.open();
        if (closed.isZero() || trade == null) {
            OpenTrade next = trade == null ? OpenTrade.begin(fill, fee) : trade.enlarged(fill, fee);
            return new Booking(plain.position(), next, null, plain.paid());
        }
        Decimal closedFee = left.isZero() ? fee : Booking.share(fee, closed, fill.quantity());
        OpenTrade rest = trade.reduced(fill, closed, earned, closedFee);
        if (lots.stream().anyMatch(lot -> lot.quantity().signum() == -sign)) {
            return new Booking(plain.position(), rest, null, plain.paid());
        }
        ClosedTrade end = rest.end(fill.instrument(), fill.epochNanos());
        OpenTrade next = left.isZero() ? null : OpenTrade.begin(fill, fee.minus(closedFee));
        return new Booking(plain.position(), next, end, plain.paid());
    }

    private Decimal signed(Decimal quantity) {
        return sign > 0 ? quantity : quantity.negate();
    }
}
