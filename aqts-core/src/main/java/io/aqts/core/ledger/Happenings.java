package io.aqts.core.ledger;

import io.aqts.market.ExpirySettlement;
import io.aqts.market.Financing;
import io.aqts.market.Instrument;
import io.aqts.performance.ClosedTrade;
import io.aqts.trade.Carry;
import io.aqts.trade.Decimal;
import io.aqts.trade.Fill;
import io.aqts.trade.FillContext;
import io.aqts.trade.Liquidity;
import io.aqts.trade.Lot;
import io.aqts.trade.Payoff;
import io.aqts.trade.Position;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import java.util.List;
import java.util.function.Consumer;

/** Books what happens to positions without a fill of ours. */
final class Happenings {

    private static final List<Side> LEGS = List.of(Side.BUY, Side.SELL);

    private final Books books;
    private final Clerk clerk;
    private final Agenda agenda;

    Happenings(Books books, Clerk clerk, Agenda agenda) {
        this.books = books;
        this.clerk = clerk;
        this.agenda = agenda;
    }

    /** Books one of them, and passes on the round trips it ends. */
    void happen(Happening it, Consumer<ClosedTrade> closed) {
        int i = it.instrument();
        if (it.kind() == Happening.Kind.SETTLEMENT) {
            if (!agenda.isOver(i)) {
                agenda.end(i);
                settle(it, closed);
            }
        } else if (!books.position(i).isFlat()) {
            switch (it.kind()) {
                case SPLIT -> split(it);
                case DIVIDEND -> payDividend(it);
                case FUNDING -> payFunding(it);
                default -> payFinancing(it);
            }
        }
    }

    /** Each unit becomes several or a part of one; what it cost stays, and a part of a lot stays as dust. */
    private void split(Happening it) {
        Position before = books.position(it.instrument());
        List<Lot> lots = before.lots().stream()
                .map(lot -> lot.with(lot.quantity().times(it.amount()), lot.cost()))
                .toList();
        Position after = new Position(
                before.quantity().times(it.amount()),
                before.cost(),
                before.realizedPnl(),
                before.fees(),
                before.mark(),
                before.carry(),
                before.payoff(),
                lots);
        books.commit(it.epochNanos(), it.instrument(), after, Decimal.ZERO);
    }

    private void payDividend(Happening it) {
        if (payoff(it).isInverse()) {
            return;
        }
        Decimal sum = Decimal.ZERO;
        for (Side leg : LEGS) {
            Decimal held = books.position(it.instrument()).held(leg);
            Decimal paid = payoff(it).value(held, it.amount());
            sum = sum.plus(receive(it, leg, leg == Side.BUY ? paid : paid.negate()));
        }
        carry(it, new Carry(Decimal.ZERO, Decimal.ZERO, sum), sum);
    }

    private void payFunding(Happening it) {
        Decimal sum = Decimal.ZERO;
        for (Side leg : LEGS) {
            Decimal held = books.position(it.instrument()).held(leg);
            Decimal charge = payoff(it).charge(held, it.price(), it.amount(), Decimal.ONE);
            sum = sum.plus(receive(it, leg, leg == Side.BUY ? charge.negate() : charge));
        }
        carry(it, new Carry(sum, Decimal.ZERO, Decimal.ZERO), sum);
    }

    private void payFinancing(Happening it) {
        if (!it.price().isPositive()) {
            return;
        }
        Financing terms = books.contract(it.instrument()).financing();
        Decimal year = Decimal.of(terms.dayCount().days());
        Decimal sum = Decimal.ZERO;
        for (Side leg : LEGS) {
            Decimal held = books.position(it.instrument()).held(leg);
            Decimal rate = (leg == Side.BUY ? terms.longRate() : terms.shortRate()).times(it.amount());
            sum = sum.plus(receive(
                    it, leg, payoff(it).charge(held, it.price(), rate, year).negate()));
        }
        carry(it, new Carry(Decimal.ZERO, sum, Decimal.ZERO), sum);
    }

    /** Counts what one side receives to its round trip. */
    private Decimal receive(Happening it, Side leg, Decimal amount) {
        OpenTrade trade = amount.isZero() ? null : books.trade(it.instrument(), leg);
        if (trade != null) {
            books.trade(it.instrument(), leg, trade.settled(Decimal.ZERO, amount));
        }
        return amount;
    }

    private void carry(Happening it, Carry carry, Decimal received) {
        if (!received.isZero()) {
            Position before = books.position(it.instrument());
            books.commit(it.epochNanos(), it.instrument(), before.withCarry(carry), received);
        }
    }

    /** Closes what is held at the final price, without a fee, and delivers what is to be delivered. */
    private void settle(Happening it, Consumer<ClosedTrade> closed) {
        int i = it.instrument();
        Position before = books.position(i);
        if (before.isFlat()) {
            return;
        }
        Decimal value = Decimal.ZERO;
        for (Side leg : LEGS) {
            Decimal held = signed(before.held(leg), leg);
            Decimal worth = held.isZero() ? Decimal.ZERO : before.payoff().value(held, it.price());
            value = value.plus(worth);
            OpenTrade trade = held.isZero() ? null : books.trade(i, leg);
            if (trade != null) {
                Decimal earned = worth.minus(cost(before, leg));
                books.trade(i, leg, null);
                closed.accept(trade.settled(held.abs(), earned).end(i, it.epochNanos()));
            }
        }
        Decimal earned = value.minus(before.cost());
        Position after = new Position(
                Decimal.ZERO,
                Decimal.ZERO,
                before.realizedPnl().plus(earned),
                before.fees(),
                0,
                before.carry(),
                before.payoff(),
                List.of());
        books.commit(it.epochNanos(), i, after, before.payoff().isExchange() ? value : earned);
        deliver(it, before.quantity(), closed);
    }

    /** {@return what one side of a position would earn if it were closed at a price} */
    static Decimal earned(Position position, Side leg, Decimal price) {
        return position.payoff().value(signed(position.held(leg), leg), price).minus(cost(position, leg));
    }

    private static Decimal cost(Position position, Side leg) {
        Decimal sum = Decimal.ZERO;
        for (Lot lot : position.lots()) {
            sum = lot.quantity().signum() == leg.sign() ? sum.plus(lot.cost()) : sum;
        }
        return position.lots().isEmpty() ? position.cost() : sum;
    }

    /** What a contract delivers is bought or sold at the final price, if there is an instrument for it. */
    private void deliver(Happening it, Decimal contracts, Consumer<ClosedTrade> closed) {
        Instrument over = books.instrument(it.instrument());
        boolean delivers = over.contract().expirySettlement() == ExpirySettlement.PHYSICAL
                && payoff(it) instanceof Payoff.Linear
                && it.price().isPositive()
                && !contracts.isZero();
        for (int i = 0; delivers && i < books.size(); i++) {
            Instrument other = books.instrument(i);
            if (other.contract().payoff().isExchange()
                    && other.base().equals(over.base())
                    && other.quote().equals(over.quote())) {
                Decimal units = payoff(it).value(contracts, Decimal.ONE);
                ClosedTrade ended = clerk.enter(delivery(it, i, units), other.quote());
                if (ended != null) {
                    closed.accept(ended);
                }
                return;
            }
        }
    }

    private static Fill delivery(Happening it, int instrument, Decimal units) {
        FillContext context = new FillContext("delivery", Liquidity.MAKER, ReasonCode.SETTLED, it.price(), false);
        Side side = units.isPositive() ? Side.BUY : Side.SELL;
        return new Fill(0, it.epochNanos(), instrument, side, units.abs(), it.price(), Decimal.ZERO, context);
    }

    private Payoff payoff(Happening it) {
        return books.contract(it.instrument()).payoff();
    }

    private static Decimal signed(Decimal quantity, Side leg) {
        return leg == Side.BUY ? quantity : quantity.negate();
    }
}
