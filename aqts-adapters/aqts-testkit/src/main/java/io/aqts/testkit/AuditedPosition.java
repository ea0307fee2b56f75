package io.aqts.testkit;

import io.aqts.config.AccountConfig;
import io.aqts.config.LotMethod;
import io.aqts.config.PositionMode;
import io.aqts.market.Instrument;
import io.aqts.trade.Decimal;
import io.aqts.trade.Payoff;
import io.aqts.trade.Position;
import io.aqts.trade.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What must be held of one instrument, kept in parcels whatever the account keeps. */
final class AuditedPosition {

    private static final int DECIMALS = 18;
    private static final int CHARGES = 8;

    private final Payoff payoff;
    private final LotMethod method;
    private final boolean hedged;
    private final List<Parcel> parcels = new ArrayList<>();
    BigDecimal realized = BigDecimal.ZERO;
    BigDecimal fees = BigDecimal.ZERO;
    BigDecimal funding = BigDecimal.ZERO;
    BigDecimal financing = BigDecimal.ZERO;
    BigDecimal dividends = BigDecimal.ZERO;

    AuditedPosition(Instrument instrument, AccountConfig account) {
        payoff = instrument.contract().payoff();
        method = account.lots();
        hedged = account.positions() == PositionMode.HEDGING;
    }

    /** Trades, and answers the money that moves, without the fee. */
    BigDecimal trade(Deal deal) {
        Side side = deal.side();
        BigDecimal quantity = deal.quantity();
        BigDecimal price = deal.price();
        boolean closing = deal.closing();
        long orderId = deal.orderId();
        BigDecimal sign = BigDecimal.valueOf(side.sign());
        BigDecimal left = quantity;
        BigDecimal out = BigDecimal.ZERO;
        for (Parcel parcel = closing || !hedged ? pick(-side.sign(), orderId) : null;
                parcel != null && left.signum() > 0;
                parcel = pick(-side.sign(), orderId)) {
            BigDecimal whole = parcel.quantity.abs();
            BigDecimal part = whole.min(left);
            BigDecimal cost = part.compareTo(whole) == 0
                    ? parcel.cost
                    : parcel.cost.multiply(part).divide(whole, DECIMALS, RoundingMode.HALF_EVEN);
            out = out.add(cost);
            parcel.cost = parcel.cost.subtract(cost);
            parcel.quantity = parcel.quantity.add(part.multiply(sign));
            parcels.removeIf(it -> it.quantity.signum() == 0);
            left = left.subtract(part);
        }
        BigDecimal closed = quantity.subtract(left);
        BigDecimal closedValue = closed.signum() == 0 ? BigDecimal.ZERO : value(closed.multiply(sign), price);
        BigDecimal openedValue = left.signum() == 0 ? BigDecimal.ZERO : value(left.multiply(sign), price);
        BigDecimal earned = closedValue.add(out).negate();
        realized = realized.add(earned);
        if (left.signum() > 0) {
            open(orderId, left.multiply(sign), openedValue);
        }
        return payoff.isExchange() ? closedValue.add(openedValue).negate() : earned;
    }

    private void open(long orderId, BigDecimal quantity, BigDecimal cost) {
        for (Parcel parcel : parcels) {
            if (method == LotMethod.AVERAGE && parcel.quantity.signum() == quantity.signum()) {
                parcel.quantity = parcel.quantity.add(quantity);
                parcel.cost = parcel.cost.add(cost);
                return;
            }
        }
        parcels.add(new Parcel(orderId, quantity, cost));
    }

    private @Nullable Parcel pick(int sign, long orderId) {
        @Nullable Parcel found = null;
        for (Parcel parcel : parcels) {
            boolean isOwn = method == LotMethod.SPECIFIC && parcel.orderId == orderId;
            boolean isBetter = found == null || method == LotMethod.LIFO || (isOwn && found.orderId != orderId);
            if (parcel.quantity.signum() == sign && isBetter) {
                found = parcel;
            }
        }
        return found;
    }

    /** Ends everything at a price, and answers the money that moves. */
    BigDecimal settle(BigDecimal price) {
        BigDecimal value = BigDecimal.ZERO;
        for (int sign = 1; sign >= -1; sign -= 2) {
            BigDecimal held = held(sign);
            value = held.signum() == 0 ? value : value.add(value(held.multiply(BigDecimal.valueOf(sign)), price));
        }
        BigDecimal earned = value.subtract(cost());
        realized = realized.add(earned);
        parcels.clear();
        return payoff.isExchange() ? value : earned;
    }

    void split(BigDecimal ratio) {
        parcels.forEach(parcel -> parcel.quantity = parcel.quantity.multiply(ratio));
    }

    /** What a rate on the value of a quantity comes to. */
    BigDecimal charge(BigDecimal quantity, BigDecimal price, BigDecimal rate, int per) {
        BigDecimal units = quantity.multiply(rate);
        BigDecimal year = BigDecimal.valueOf(per);
        return payoff instanceof Payoff.Inverse inverse
                ? units.multiply(big(inverse.multiplier()))
                        .divide(price.multiply(year), CHARGES, RoundingMode.HALF_EVEN)
                : units.multiply(size()).multiply(price).divide(year, CHARGES, RoundingMode.HALF_EVEN);
    }

    BigDecimal dividend(BigDecimal each) {
        return payoff.isInverse()
                ? BigDecimal.ZERO
                : quantity().multiply(size()).multiply(each);
    }

    BigDecimal held(int sign) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Parcel parcel : parcels) {
            sum = parcel.quantity.signum() == sign ? sum.add(parcel.quantity.abs()) : sum;
        }
        return sum;
    }

    boolean isFlat() {
        return parcels.isEmpty();
    }

    BigDecimal quantity() {
        return held(1).subtract(held(-1));
    }

    BigDecimal cost() {
        BigDecimal sum = BigDecimal.ZERO;
        for (Parcel parcel : parcels) {
            sum = sum.add(parcel.cost);
        }
        return sum;
    }

    /** What it adds to equity at a price. */
    BigDecimal worth(BigDecimal price) {
        if (isFlat() || price.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal value = value(quantity(), price);
        return payoff.isExchange() ? value : value.subtract(cost());
    }

    /** What its changes have brought in money, and what paid for ones still cost. */
    BigDecimal booked() {
        BigDecimal earned = realized.subtract(fees).add(funding).add(financing).add(dividends);
        return payoff.isExchange() ? earned.subtract(cost()) : earned;
    }

    void check(String name, Position position) {
        LedgerAudit.require("quantity" + name, quantity(), position.quantity());
        LedgerAudit.require("fees" + name, fees, position.fees());
        BigDecimal rest = cost().subtract(realized);
        LedgerAudit.require("cost less result" + name, rest, position.cost().minus(position.realizedPnl()));
        LedgerAudit.require("funding" + name, funding, position.carry().funding());
        LedgerAudit.require("financing" + name, financing, position.carry().financing());
        LedgerAudit.require("dividends" + name, dividends, position.carry().dividends());
        if (position.isFlat() && position.mark() != 0) {
            throw new AssertionError("mark" + name + " must be zero while it is flat, but was " + position.mark());
        }
        int expected = payoff.isInverse()
                ? -position.quantity().signum()
                : position.quantity().signum();
        if (!hedged && position.cost().signum() != expected) {
            throw new AssertionError("cost" + name + " must have the sign of the quantity, but was " + position);
        }
        LedgerAudit.require("result" + name, realized, position.realizedPnl());
        if (!position.lots().isEmpty()) {
            LedgerAudit.require("long lots" + name, held(1), position.held(Side.BUY));
            LedgerAudit.require("short lots" + name, held(-1), position.held(Side.SELL));
        }
    }

    private BigDecimal size() {
        return payoff instanceof Payoff.Linear linear ? big(linear.multiplier()) : BigDecimal.ONE;
    }

    private BigDecimal value(BigDecimal quantity, BigDecimal price) {
        return payoff instanceof Payoff.Inverse inverse
                ? quantity.negate()
                        .multiply(big(inverse.multiplier()))
                        .divide(price, inverse.decimals(), RoundingMode.HALF_EVEN)
                : quantity.multiply(size()).multiply(price);
    }

    private static BigDecimal big(Decimal value) {
        return value.toBigDecimal();
    }

    /** What is traded, and whether it may only close. */
    record Deal(Side side, BigDecimal quantity, BigDecimal price, boolean closing, long orderId) {}

    /** What one fill opened, or all of one side where an average is kept. */
    private static final class Parcel {

        private final long orderId;
        private BigDecimal quantity;
        private BigDecimal cost;

        private Parcel(long orderId, BigDecimal quantity, BigDecimal cost) {
            this.orderId = orderId;
            this.quantity = quantity;
            this.cost = cost;
        }
    }
}
