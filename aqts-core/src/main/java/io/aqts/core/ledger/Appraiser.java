package io.aqts.core.ledger;

import io.aqts.market.MarginSchedule;
import io.aqts.performance.ClosedTrade;
import io.aqts.trade.Account;
import io.aqts.trade.Balance;
import io.aqts.trade.Conversion;
import io.aqts.trade.Decimal;
import io.aqts.trade.Margin;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.Order;
import io.aqts.trade.OrderSize;
import io.aqts.trade.OrderType;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Position;
import io.aqts.trade.Rate;
import io.aqts.trade.RiskState;
import io.aqts.trade.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the books are worth, what is free, and what must be held against positions. */
final class Appraiser {

    private final Books books;
    private final Agenda agenda;
    private final boolean isMargined;
    private Account known = Account.PLAIN;
    private @Nullable List<OpenOrder> knownOrders;
    private long knownVersion = -1;
    private @Nullable Portfolio last;

    Appraiser(Books books, Agenda agenda, boolean isMargined) {
        this.books = books;
        this.agenda = agenda;
        this.isMargined = isMargined;
    }

    /** {@return the whole account, the same one until something in it changes} */
    @SuppressWarnings("ReferenceEquality")
    Portfolio portfolio(List<OpenOrder> orders, RiskState riskState) {
        Account account = account(orders);
        List<Position> positions = books.positions();
        Decimal cash = books.cash();
        double equity = books.markedEquity();
        Portfolio before = last;
        if (before != null
                && before.account() == account
                && before.positions() == positions
                && before.openOrders() == orders
                && before.cash() == cash
                && before.riskState() == riskState
                && Double.compare(before.markedEquity(), equity) == 0) {
            return before;
        }
        Portfolio now = new Portfolio(books.rates().home(), cash, positions, orders, equity, riskState, account);
        if (books.isFlat()) {
            last = now;
        }
        return now;
    }

    /**
     * {@return what a portfolio says besides positions} Where prices do not matter, the same until something changes.
     */
    @SuppressWarnings("ReferenceEquality")
    Account account(List<OpenOrder> orders) {
        if (knownVersion != books.version() || knownOrders != orders) {
            known = appraise(orders);
            knownOrders = orders;
            knownVersion = books.isPlain() && !isMargined ? books.version() : -1;
        }
        return known;
    }

    private Account appraise(List<OpenOrder> orders) {
        List<String> unpriced = unpriced();
        boolean isBare = orders.isEmpty() && !books.purse().isWaiting() && unpriced.isEmpty();
        if (isBare && books.isPlain() && !isMargined) {
            return Account.PLAIN;
        }
        return new Account(
                balances(orders), books.isPlain() ? List.of() : rates(), isMargined ? margin() : Margin.NONE, unpriced);
    }

    private List<Rate> rates() {
        List<Rate> rates = new ArrayList<>(books.size());
        for (int i = 0; i < books.size(); i++) {
            rates.add(books.rate(i));
        }
        return rates;
    }

    /** {@return the margin, by mark prices where they are told} */
    Margin margin() {
        Conversion equity = new Conversion();
        Conversion initial = new Conversion();
        Conversion maintenance = new Conversion();
        Purse purse = books.purse();
        for (int c = 0; c < purse.size(); c++) {
            equity.add(purse.cash(c), purse.rate(c, books.marks()));
        }
        for (int i = 0; !books.isFlat() && i < books.size(); i++) {
            Position position = books.position(i);
            double price = agenda.marginPrice(i);
            if (!position.isFlat() && price > 0) {
                Rate rate = books.rate(i);
                MarginSchedule schedule = books.contract(i).margin();
                equity.add(position.marketValue(price), rate);
                for (Side side : Side.values()) {
                    Decimal notional = position.payoff()
                            .value(position.held(side), Decimal.fromDouble(price))
                            .abs();
                    initial.add(schedule.initial(notional), rate);
                    maintenance.add(schedule.maintenance(notional), rate);
                }
            }
        }
        return new Margin(
                equity.total(),
                initial.total(),
                maintenance.total(),
                purse.pocket(0).insured());
    }

    /** {@return what there was at the start by the prices of now, or nothing while a rate is not known} */
    Optional<Decimal> opening() {
        Conversion sum = new Conversion();
        Purse purse = books.purse();
        for (int c = 0; c < purse.size(); c++) {
            Decimal money = purse.pocket(c).opening();
            Rate rate = purse.rate(c, books.marks());
            if (!money.isZero() && !rate.isKnown()) {
                return Optional.empty();
            }
            sum.add(money, rate);
        }
        return Optional.of(sum.total());
    }

    private List<String> unpriced() {
        List<String> names = List.of();
        Purse purse = books.purse();
        for (int c = 1; c < purse.size(); c++) {
            if (isUsed(c) && !purse.rate(c, books.marks()).isKnown()) {
                names = with(names, purse.name(c));
            }
        }
        for (int i = 0; !books.isFlat() && i < books.size(); i++) {
            if (!books.position(i).isFlat() && !(books.marks()[i] > 0)) {
                names = with(names, books.instrument(i).symbol());
            }
        }
        return names;
    }

    private boolean isUsed(int currency) {
        boolean isUsed = !books.purse().cash(currency).isZero();
        for (int i = 0; !isUsed && i < books.size(); i++) {
            isUsed = books.settlement(i) == currency && !books.position(i).isFlat();
        }
        return isUsed;
    }

    private static List<String> with(List<String> names, String name) {
        List<String> more = names.isEmpty() ? new ArrayList<>() : names;
        more.add(name);
        return more;
    }

    private List<Balance> balances(List<OpenOrder> orders) {
        if (books.purse().size() == 1) {
            Decimal sum = Decimal.ZERO;
            for (int i = 0; i < orders.size(); i++) {
                sum = sum.plus(need(orders.get(i)));
            }
            return List.of(balance(0, sum));
        }
        Purse purse = books.purse();
        Decimal[] locked = new Decimal[purse.size()];
        Arrays.fill(locked, Decimal.ZERO);
        for (OpenOrder order : orders) {
            int currency = books.settlement(order.approved().order().instrument());
            locked[currency] = locked[currency].plus(need(order));
        }
        List<Balance> balances = new ArrayList<>();
        for (int c = 0; c < locked.length; c++) {
            balances.add(balance(c, locked[c]));
        }
        return balances;
    }

    private Balance balance(int currency, Decimal locked) {
        Purse purse = books.purse();
        return new Balance(
                purse.name(currency),
                purse.cash(currency),
                locked,
                purse.unsettled(currency),
                purse.pocket(currency).otherFees(),
                purse.rate(currency, books.marks()));
    }

    /** What an order may still need, without fees: its price for what is bought, the initial margin for a contract. */
    private Decimal need(OpenOrder open) {
        Order order = open.approved().order();
        int i = order.instrument();
        Decimal price = order.type() instanceof OrderType.Limit limit
                ? limit.price()
                : open.approved().reference();
        if (order.reduceOnly()) {
            return Decimal.ZERO;
        }
        if (order.size() instanceof OrderSize.Spend spend) {
            return spend.amount().minus(open.filled().times(price)).max(Decimal.ZERO);
        }
        Decimal left = ((OrderSize.Units) order.size()).quantity().minus(open.filled());
        Decimal notional =
                books.contract(i).payoff().value(left.max(Decimal.ZERO), price).abs();
        if (books.contract(i).payoff().isExchange()) {
            return order.side() == Side.BUY ? notional : Decimal.ZERO;
        }
        return books.contract(i).margin().initial(notional);
    }

    /**
     * {@return what the open round trips would be if they were closed at the marks, at a cost that is a share of the
     * notional}
     */
    List<ClosedTrade> openTrades(long epochNanos, Decimal cost) {
        List<ClosedTrade> open = new ArrayList<>();
        for (int i = 0; i < books.size(); i++) {
            Position position = books.positions().get(i);
            for (Side leg : Side.values()) {
                OpenTrade trade = position.held(leg).isZero() ? null : books.trade(i, leg);
                if (trade != null && position.mark() > 0) {
                    Decimal price = Decimal.fromDouble(position.mark());
                    Decimal earned = Happenings.earned(position, leg, price);
                    Decimal fee = position.payoff().charge(position.held(leg), price, cost, Decimal.ONE);
                    open.add(trade.settled(position.held(leg), earned)
                            .charged(fee)
                            .end(i, epochNanos));
                }
            }
        }
        return open;
    }
}
