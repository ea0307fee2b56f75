package io.aqts.core.ledger;

import io.aqts.config.AccountConfig;
import io.aqts.config.Deposit;
import io.aqts.config.PositionMode;
import io.aqts.market.Contract;
import io.aqts.market.Instrument;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketEvent;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Universe;
import io.aqts.trade.Carry;
import io.aqts.trade.Decimal;
import io.aqts.trade.Position;
import io.aqts.trade.Rate;
import io.aqts.trade.Side;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The state of a ledger: the money, the positions, their round trips and prices. Every change goes through here. */
final class Books {

    private static final List<?> NONE = List.of();

    private final Universe universe;
    private final boolean isHedged;
    private final Purse purse;
    private final RateTable rates;
    private final int[] settlements;
    private final String[] currencies;
    private final Purse.Pocket[] pockets;
    private boolean isPlain;
    private final Position[] positions;
    private final @Nullable OpenTrade[] trades;
    private final double[] marks;
    private final double[] quantities;
    private final Purse.Pocket home;
    private @Nullable Daybook daybook;
    private int held;
    private @Nullable List<Position> view;
    private long version;

    Books(AccountConfig account, Universe universe) {
        int size = universe.size();
        this.universe = universe;
        this.isHedged = account.positions() == PositionMode.HEDGING;
        this.rates = new RateTable(account.currency(), universe, account.rates());
        this.purse = new Purse(rates);
        this.home = purse.pocket(purse.indexOf(account.currency()));
        this.settlements = new int[size];
        this.currencies = new String[size];
        this.pockets = new Purse.Pocket[size];
        this.positions = new Position[size];
        this.trades = new OpenTrade[2 * size];
        this.marks = new double[size];
        this.quantities = new double[size];
        boolean foreign = false;
        for (int i = 0; i < size; i++) {
            Instrument instrument = universe.instrument(i);
            currencies[i] = instrument.settlementCurrency();
            settlements[i] = purse.indexOf(currencies[i]);
            pockets[i] = purse.pocket(settlements[i]);
            positions[i] = Position.flat(instrument.contract().payoff());
            foreign |= settlements[i] != 0 || !instrument.contract().payoff().isExchange();
        }
        home.open(account.initialCash());
        for (Deposit deposit : account.deposits()) {
            purse.pocket(purse.indexOf(deposit.currency())).open(deposit.amount());
        }
        this.isPlain = !foreign && purse.size() == 1;
    }

    int size() {
        return positions.length;
    }

    Purse purse() {
        return purse;
    }

    RateTable rates() {
        return rates;
    }

    Decimal cash() {
        return home.cash();
    }

    Instrument instrument(int i) {
        return universe.instrument(i);
    }

    Universe universe() {
        return universe;
    }

    Contract contract(int i) {
        return universe.instrument(i).contract();
    }

    /** {@return the number of the currency an instrument settles in} */
    int settlement(int i) {
        return settlements[i];
    }

    /** {@return the name of that currency} */
    String currency(int i) {
        return currencies[i];
    }

    /** {@return whether all is in the currency of the account and was paid for} */
    boolean isPlain() {
        return isPlain;
    }

    double[] marks() {
        return marks;
    }

    Position position(int i) {
        return positions[i];
    }

    /** {@return a number that grows with every change of money, quantities and what has a price} */
    long version() {
        return version;
    }

    boolean isFlat() {
        return held == 0;
    }

    @Nullable
    OpenTrade trade(int instrument, Side leg) {
        return trades[slot(instrument, leg)];
    }

    void trade(int instrument, Side leg, @Nullable OpenTrade trade) {
        trades[slot(instrument, leg)] = trade;
    }

    private int slot(int instrument, Side leg) {
        return isHedged && leg == Side.SELL ? 2 * instrument + 1 : 2 * instrument;
    }

    void listen(PostingListener listener) {
        daybook = new Daybook(this, listener);
        daybook.opening();
    }

    /** Replaces a position and moves the money that goes with it, or throws and changes nothing. */
    void commit(long epochNanos, int instrument, Position after, Decimal received) {
        pay(epochNanos, instrument, after, received.negate());
    }

    /** The same for what is paid instead of received. */
    void pay(long epochNanos, int instrument, Position after, Decimal paid) {
        Purse.Pocket pocket = pockets[instrument];
        Position before = positions[instrument];
        pocket.set(pocket.cash().minus(paid));
        boolean isFlat = after.isFlat();
        held += (before.isFlat() ? 1 : 0) - (isFlat ? 1 : 0);
        double mark = isFlat ? 0 : marks[instrument];
        positions[instrument] = after.mark() == mark ? after : after.withMark(mark);
        quantities[instrument] = after.quantity().toDouble();
        view = null;
        version++;
        if (daybook != null) {
            daybook.booked(epochNanos, instrument, before, paid.negate());
        }
    }

    void payFee(long epochNanos, int currency, Decimal fee) {
        purse.pocket(currency).payFee(fee);
        isPlain = false;
        version++;
        if (daybook != null) {
            daybook.moved(epochNanos, PostingAccount.FEES, currency, fee.negate());
        }
    }

    void insure(long epochNanos, Decimal amount) {
        home.insure(amount);
        version++;
        if (daybook != null) {
            daybook.moved(epochNanos, PostingAccount.INSURANCE, 0, amount);
        }
    }

    void release(long epochNanos) {
        purse.release(epochNanos);
        version++;
    }

    /** Takes the prices of a snapshot, and tells whether it brings what holders and their gate must follow. */
    @SuppressWarnings("ReferenceEquality")
    boolean mark(MarketSnapshot snapshot) {
        boolean hasEvents = false;
        for (int i = 0; i < marks.length; i++) {
            InstrumentMarket market = snapshot.instrument(i);
            double price = market.price();
            List<MarketEvent> events = market.events();
            if (events != NONE) {
                hasEvents |= mustBeFollowed(events);
            }
            if (price > 0 && price != marks[i]) {
                mark(i, price);
            }
        }
        return hasEvents;
    }

    private static boolean mustBeFollowed(List<MarketEvent> events) {
        for (int i = 0; i < events.size(); i++) {
            MarketEvent event = events.get(i);
            if (event instanceof MarketEvent.MarkPrice
                    || event instanceof MarketEvent.FundingDue
                    || event instanceof MarketEvent.Split
                    || event instanceof MarketEvent.GridChange
                    || event instanceof MarketEvent.Dividend
                    || event instanceof MarketEvent.FinalSettlement) {
                return true;
            }
        }
        return false;
    }

    void mark(int i, double price) {
        if (quantities[i] != 0 || (isHedged && !positions[i].isFlat())) {
            view = null;
            version += marks[i] == 0 ? 1 : 0;
        }
        marks[i] = price;
    }

    List<Position> positions() {
        List<Position> current = view;
        if (current == null) {
            current = positions.length == 1 ? List.of(marked(0)) : allMarked();
            view = current;
        }
        return current;
    }

    private List<Position> allMarked() {
        Position[] all = new Position[positions.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = marked(i);
        }
        return List.of(all);
    }

    private Position marked(int i) {
        Position position = positions[i];
        boolean isFlat = quantities[i] == 0 && (!isHedged || position.isFlat());
        return isFlat || position.mark() == marks[i] ? position : position.withMark(marks[i]);
    }

    double markedEquity() {
        if (!isPlain) {
            return foreignEquity();
        }
        double sum = home.approximate();
        if (held > 0) {
            for (int i = 0; i < quantities.length; i++) {
                sum += quantities[i] * marks[i];
            }
        }
        return sum;
    }

    private double foreignEquity() {
        double sum = home.approximate();
        for (int c = 1; c < purse.size(); c++) {
            double money = purse.pocket(c).approximate();
            sum += money == 0 ? 0 : money * purse.approximateRate(c, marks);
        }
        for (int i = 0; held > 0 && i < positions.length; i++) {
            if (!positions[i].isFlat() && marks[i] > 0) {
                sum += worth(i) * purse.approximateRate(settlements[i], marks);
            }
        }
        return sum;
    }

    private double worth(int i) {
        Position position = positions[i];
        double value = position.payoff().value(quantities[i], marks[i]);
        return position.payoff().isExchange() ? value : value - position.cost().toDouble();
    }

    Rate rate(int instrument) {
        return purse.rate(settlements[instrument], marks);
    }

    void verify() {
        for (int c = 0; c < purse.size(); c++) {
            verify(c);
        }
    }

    private void verify(int currency) {
        Purse.Pocket pocket = purse.pocket(currency);
        Decimal expected = pocket.opening().plus(pocket.insured()).minus(pocket.otherFees());
        for (int i = 0; i < positions.length; i++) {
            if (settlements[i] == currency) {
                expected = expected.plus(contribution(i));
            }
        }
        Decimal cash = purse.cash(currency);
        if (!expected.equals(cash)) {
            String name = currency == 0 ? "cash" : "cash in " + purse.name(currency);
            throw new IllegalStateException("ledger: " + name + " must be " + expected + ", but was " + cash
                    + ", a difference of " + cash.minus(expected));
        }
    }

    @SuppressWarnings("ReferenceEquality")
    private Decimal contribution(int i) {
        Position position = positions[i];
        if (position.isFlat() && !position.cost().isZero()) {
            throw new IllegalStateException(
                    "ledger: a flat position must have no cost, but instrument " + i + " has " + position.cost());
        }
        Decimal earned = position.realizedPnl().minus(position.fees());
        if (position.payoff().isExchange() && !position.cost().isZero()) {
            earned = earned.minus(position.cost());
        }
        return position.carry() == Carry.NONE
                ? earned
                : earned.plus(position.carry().total());
    }
}
