package io.aqts.core.ledger;

import io.aqts.config.AccountConfig;
import io.aqts.config.AccountKind;
import io.aqts.internal.Checks;
import io.aqts.market.Instrument;
import io.aqts.market.MarginSchedule;
import io.aqts.market.SettlementCycle;
import io.aqts.performance.ClosedTrade;
import io.aqts.trade.Decimal;
import io.aqts.trade.FeePayment;
import io.aqts.trade.Fill;
import io.aqts.trade.Position;
import io.aqts.trade.Rate;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Enters fills into the books. */
final class Clerk {

    private static final int DECIMALS = 18;

    private final AccountConfig account;
    private final Books books;
    private final Orders orders;
    private final boolean isCash;
    private final boolean isMargined;
    private final boolean areDelayed;
    private long lastLot;

    Clerk(AccountConfig account, Books books) {
        this.account = account;
        this.books = books;
        this.orders = new Orders(account.lots(), account.positions());
        this.isCash = account.kind() == AccountKind.CASH;
        boolean delayed = false;
        for (int i = 0; i < books.size(); i++) {
            delayed |= books.contract(i).settlement().days() > 0;
        }
        this.areDelayed = delayed;
        this.isMargined = account.kind() == AccountKind.MARGIN;
    }

    Orders orders() {
        return orders;
    }

    /** A balance that is only there for fees and the like is not overdrawn by them. */
    boolean canPay(Fill fill, FeePayment.InOther fee) {
        String currency = fee.currency();
        boolean isMain = currency.equals(account.currency()) || currency.equals(books.currency(fill.instrument()));
        return isHeld(currency)
                && (isMain
                        || !books.purse()
                                .cash(books.purse().indexOf(currency))
                                .minus(fee.amount())
                                .isNegative());
    }

    private boolean isHeld(String currency) {
        return currency.equals(account.currency())
                || account.deposits().stream()
                        .anyMatch(deposit -> deposit.currency().equals(currency));
    }

    /** Books a fill whose fee is in a currency, and answers the round trip it ended. */
    @Nullable
    ClosedTrade enter(Fill fill, String feeCurrency) {
        if (books.purse().isWaiting()) {
            books.release(fill.epochNanos());
        }
        Fill own = isMargined ? withLiquidationFee(fill) : fill;
        if (feeCurrency.equals(books.currency(fill.instrument()))) {
            return enter(own, own.fee());
        }
        Instrument instrument = books.instrument(fill.instrument());
        if (instrument.contract().payoff().isExchange() && feeCurrency.equals(instrument.base())) {
            Fill inQuote = feeFromQuantity(own, fill.fee());
            return enter(inQuote, inQuote.fee());
        }
        int currency = books.purse().indexOf(feeCurrency);
        Decimal extra = own.fee().minus(fill.fee());
        Decimal converted = converted(fill.fee(), currency, books.settlement(fill.instrument()));
        ClosedTrade closed = enter(copy(own, fill.quantity(), extra), extra.plus(converted));
        books.payFee(fill.epochNanos(), currency, fill.fee());
        return closed;
    }

    private @Nullable ClosedTrade enter(Fill fill, Decimal tradeFee) {
        int i = fill.instrument();
        Position before = books.position(i);
        LotChoice choice = orders.areAveraged() ? null : orders.choice(fill);
        Side leg = choice != null && choice.closing() ? fill.side().opposite() : fill.side();
        OpenTrade trade = books.trade(i, leg);
        Booking booking = choice == null
                ? Booking.of(before, trade, fill, tradeFee)
                : LotBooking.of(before, trade, new Entry(fill, tradeFee, choice), lastLot + 1);
        Decimal paid = booking.paid().plus(fill.fee());
        if (isCash) {
            requireOwned(fill, booking.position(), paid.negate());
        }
        books.pay(fill.epochNanos(), i, booking.position(), paid);
        books.trade(i, leg, booking.open());
        lastLot += choice == null ? 0 : 1;
        if (areDelayed && paid.isNegative()) {
            awaitProceeds(fill, paid.negate());
        }
        return booking.closed();
    }

    private void awaitProceeds(Fill fill, Decimal proceeds) {
        SettlementCycle cycle = books.contract(fill.instrument()).settlement();
        if (cycle.days() > 0) {
            books.purse().await(books.settlement(fill.instrument()), proceeds, cycle.settles(fill.epochNanos()));
        }
    }

    /** A cash account owes nothing: neither instruments, nor money that is not there or not settled. */
    private void requireOwned(Fill fill, Position after, Decimal flow) {
        int currency = books.settlement(fill.instrument());
        if (after.payoff().isExchange() && after.held(Side.SELL).isPositive()) {
            throw new IllegalStateException("ledger: a cash account must hold what it sells, but after " + fill
                    + " it would hold " + after.quantity());
        }
        Decimal free = books.purse()
                .cash(currency)
                .minus(books.purse().unsettled(currency))
                .plus(flow);
        if (flow.isNegative() && free.isNegative()) {
            throw new IllegalStateException(
                    "ledger: a cash account must have a free balance of zero or more, but after " + fill
                            + " it would have " + free + " " + books.purse().name(currency));
        }
    }

    private Fill withLiquidationFee(Fill fill) {
        MarginSchedule margin = books.contract(fill.instrument()).margin();
        if (!fill.context().cause().equals(ReasonCode.LIQUIDATION)
                || margin.liquidationFee().isZero()) {
            return fill;
        }
        Decimal extra = books.contract(fill.instrument())
                .payoff()
                .charge(fill.quantity(), fill.price(), margin.liquidationFee(), Decimal.ONE);
        return copy(fill, fill.quantity(), fill.fee().plus(extra));
    }

    /**
     * What is bought and kept as a fee is not received, and what is sold for one leaves too: it is a fee at the price.
     */
    private static Fill feeFromQuantity(Fill fill, Decimal fee) {
        Decimal quantity = fill.side() == Side.BUY
                ? fill.quantity().minus(fee)
                : fill.quantity().plus(fee);
        Checks.that(quantity.isPositive(), "fill.fee", "be less than the quantity it is taken from", fee);
        return copy(fill, quantity, fill.fee().minus(fee).plus(fee.times(fill.price())));
    }

    private Decimal converted(Decimal fee, int from, int to) {
        Rate worth = books.purse().rate(from, books.marks());
        Rate price = books.purse().rate(to, books.marks());
        if (fee.isZero() || !worth.isKnown() || !price.isKnown()) {
            return Decimal.ZERO;
        }
        Decimal numerator = fee.times(worth.numerator()).times(price.denominator());
        return numerator.dividedBy(worth.denominator().times(price.numerator()), DECIMALS, RoundingMode.HALF_EVEN);
    }

    /** {@return the fill with another quantity and fee} */
    static Fill copy(Fill fill, Decimal quantity, Decimal fee) {
        return new Fill(
                fill.orderId(),
                fill.epochNanos(),
                fill.instrument(),
                fill.side(),
                quantity,
                fill.price(),
                fee,
                fill.context());
    }
}
