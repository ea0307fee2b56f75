package io.aqts.core.ledger;

import io.aqts.config.AccountConfig;
import io.aqts.config.AccountKind;
import io.aqts.internal.Checks;
import io.aqts.market.Instrument;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Universe;
import io.aqts.performance.ClosedTrade;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Conversion;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.FeePayment;
import io.aqts.trade.Fill;
import io.aqts.trade.Margin;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Position;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The books of one account: what every fill does to money and positions, and what they are worth.
 *
 * <ul>
 *   <li><b>Double entry.</b> Money, cost, result, fees, funding, financing and dividends are decimals, and every
 *       booking adds up to zero in each currency, which {@link #verify()} proves at any time and
 *       {@link #trialBalance()} shows.
 *   <li><b>Average cost</b>, unless the account keeps lots. Only an increase moves the average price. A decrease takes
 *       out its share of the cost, rounded to 18 decimals, half to even; what was rounded off stays with the rest.
 *   <li><b>Turning round.</b> A fill that goes beyond flat closes the old position and opens the new one at its own
 *       price; its fee is paid once and shared by quantity between the two round trips.
 *   <li><b>Fees</b> in the currency of settlement are paid from it; a fee in the base of what is owned is taken from
 *       the quantity, at the price of the fill; any other is paid from a balance of its own.
 *   <li><b>Order of events.</b> A split, a dividend, funding and interest meet who held before their moment: a fill of
 *       {@linkplain Fill#sinceNanos() news} of the same moment comes after them. So what fills within a bar comes after
 *       what had happened when the bar began, and before all that happened while it lasted. The final settlement comes
 *       after all fills of its snapshot; later ones are refused.
 *   <li><b>Rounding.</b> Funding, interest and liquidation fees are rounded once to 8 decimals, values of inverse
 *       contracts once to those of their payoff, half to even; sums over currencies once to 18. Nothing else is
 *       rounded.
 *   <li><b>All or nothing.</b> A fill whose sums do not fit a {@link Decimal} is refused and changes nothing.
 * </ul>
 *
 * <p>Unless it is a cash account it forbids nothing: that money may be owed is for the risk gate to prevent. A cash
 * account refuses fills that would leave it short of an instrument or of money, settled money only. Not for use by
 * several threads.
 */
public final class Ledger {

    private final AccountConfig account;
    private final Books books;
    private final Clerk clerk;
    private final Agenda agenda;
    private final Happenings happenings;
    private final Appraiser appraiser;
    private final boolean isMargined;

    /**
     * The books of one currency at the start, for instruments that are paid for.
     *
     * @param currency the currency of everything in them
     * @param initialCash the money to begin with
     * @param instruments how many instruments there are, one or more
     */
    public Ledger(String currency, Decimal initialCash, int instruments) {
        this(
                AccountConfig.defaults().toBuilder()
                        .currency(currency)
                        .initialCash(initialCash)
                        .build(),
                unnamed(currency, (int) Checks.atLeast("ledger.instruments", instruments, 1)));
    }

    /**
     * The books of an account at the start.
     *
     * @param account its money, and how its books are kept
     * @param universe the instruments
     */
    public Ledger(AccountConfig account, Universe universe) {
        this.account = account;
        this.books = new Books(account, universe);
        this.clerk = new Clerk(account, books);
        this.agenda = new Agenda(books);
        this.happenings = new Happenings(books, clerk, agenda);
        this.isMargined = account.kind() == AccountKind.MARGIN;
        this.appraiser = new Appraiser(books, agenda, isMargined);
    }

    private static Universe unnamed(String currency, int instruments) {
        List<Instrument> all = new ArrayList<>();
        IntStream.range(0, instruments)
                .forEach(i -> all.add(
                        new Instrument("#" + i, "#" + i, currency, Decimal.of(1, 8), Decimal.of(1, 8), Decimal.ZERO)));
        return new Universe(all, List.of());
    }

    /**
     * Sends every posting to a listener from now on, the opening balances first.
     *
     * @param listener gets the postings
     */
    public void listen(PostingListener listener) {
        books.listen(listener);
    }

    /**
     * Tells the books of an order before any of its fills, so that in books with lots they know which fills only close:
     * those of reduce-only orders, and those on the other side than their order, which are protective exits.
     *
     * @param order the order
     */
    public void expect(ApprovedOrder order) {
        clerk.orders().expect(order);
    }

    /**
     * Names the lots an order closes, for books with {@link io.aqts.config.LotMethod#SPECIFIC} lots.
     *
     * @param orderId the approval
     * @param lots the numbers of the lots in the order they are to be closed
     */
    public void nameLots(long orderId, List<Long> lots) {
        clerk.orders().name(orderId, lots);
    }

    /**
     * Books a fill. A fee that was withheld from a purchase is booked as received less. One in another currency leaves
     * the balance of that currency, if the account began with one and there is enough left; else it is paid at its
     * worth, as though that currency had been bought for it.
     *
     * @param fill what was traded
     * @return the round trip it ended, if it made a position flat or turned it round
     * @throws ArithmeticException if a sum does not fit; the books then stay as they were
     * @throws IllegalArgumentException if it may only close and is for more than is open
     * @throws IllegalStateException if a cash account does not own what it sells or pays, or if the instrument is over
     */
    public Optional<ClosedTrade> book(Fill fill) {
        Fill settled = fill.settled();
        return settled.context().payment() instanceof FeePayment.InOther other && clerk.canPay(settled, other)
                ? book(Clerk.copy(settled, settled.quantity(), other.amount()), other.currency())
                : book(settled, books.currency(fill.instrument()));
    }

    /**
     * Books a fill whose fee is in a currency of its own.
     *
     * @param fill what was traded; its fee is in {@code feeCurrency}
     * @param feeCurrency the currency of the fee
     * @return the round trip it ended
     * @throws ArithmeticException if a sum does not fit
     * @throws IllegalArgumentException if it may only close and is for more than is open
     * @throws IllegalStateException if a cash account does not own what it sells or pays, or if the instrument is over
     */
    public Optional<ClosedTrade> book(Fill fill, String feeCurrency) {
        agenda.requireNotOver(fill);
        ClosedTrade closed = clerk.enter(fill, feeCurrency);
        if (books.purse().isWaiting()) {
            agenda.expectMoney();
        }
        if (isMargined && fill.context().cause().equals(ReasonCode.LIQUIDATION)) {
            insure(fill);
        }
        return Optional.ofNullable(closed);
    }

    /** What a liquidation lost beyond all equity is borne by the insurance, if there is one. */
    private void insure(Fill fill) {
        if (books.isFlat() && books.contract(fill.instrument()).margin().insured()) {
            Decimal lost = appraiser.margin().deficit();
            if (lost.isPositive()) {
                books.insure(fill.epochNanos(), lost);
            }
        }
    }

    /**
     * Takes the prices of a snapshot: of each instrument the close of its bar, without one the mean of the venues'
     * mids, and without both the price it had.
     *
     * @param snapshot the market now
     * @return whether there may be more to book of it than fills, which {@link #settle} does
     */
    public boolean mark(MarketSnapshot snapshot) {
        boolean isDue = agenda.isDue(snapshot.epochNanos());
        if (isDue) {
            agenda.rememberPrices();
        }
        boolean hasEvents = books.mark(snapshot);
        return hasEvents || isDue;
    }

    /**
     * Books what happened up to a snapshot whose prices were taken: fills, and splits, dividends, funding, interest and
     * settlements, each in its turn.
     *
     * @param snapshot the market now
     * @param events what the venue reported
     * @return the round trips that ended
     */
    public List<ClosedTrade> settle(MarketSnapshot snapshot, List<ExecutionEvent> events) {
        List<ClosedTrade> closed = new ArrayList<>();
        List<Happening> due = agenda.due(snapshot);
        Turns turns = new Turns(events);
        due.sort(Comparator.comparingInt(turns::of));
        int next = 0;
        for (int n = 0; n < turns.fills().size(); n++) {
            while (next < due.size() && turns.of(due.get(next)) <= n) {
                happenings.happen(due.get(next++), closed::add);
            }
            book(turns.fills().get(n)).ifPresent(closed::add);
        }
        while (next < due.size()) {
            happenings.happen(due.get(next++), closed::add);
        }
        if (books.purse().isWaiting()) {
            books.release(snapshot.epochNanos());
            agenda.expectMoney();
        }
        return closed;
    }

    /** {@return cash and positions at their marks, as a double} A position without a price yet counts as nothing. */
    public double markedEquity() {
        return books.markedEquity();
    }

    /**
     * The last known price of an instrument.
     *
     * @param instrument the index of the instrument
     * @return its price in quote currency, zero until there is one
     */
    public double mark(int instrument) {
        return books.marks()[instrument];
    }

    /**
     * The price an order would be judged by.
     *
     * @param instrument the index of the instrument
     * @return the last known price; zero until there is one, and once the instrument is settled for good
     */
    public double tradablePrice(int instrument) {
        return agenda.isOver(instrument) ? 0 : books.marks()[instrument];
    }

    /**
     * What one unit or contract moves: its notional in the currency of the account.
     *
     * @param instrument the index of the instrument
     * @return its value, more than zero; zero while a price or a rate is not known
     */
    public double unitValue(int instrument) {
        double price = books.marks()[instrument];
        double value = price > 0 ? books.contract(instrument).payoff().value(1, price) : 0;
        return Math.abs(value) * books.purse().approximateRate(books.settlement(instrument), books.marks());
    }

    /**
     * An amount in the currency an instrument settles in, in that of the account, rounded once to 18 decimals.
     *
     * @param instrument the index of the instrument
     * @param amount in its currency of settlement
     * @return the amount in the currency of the account; zero while the rate is not known
     */
    public Decimal converted(int instrument, Decimal amount) {
        if (books.settlement(instrument) == 0) {
            return amount;
        }
        Conversion sum = new Conversion();
        sum.add(amount, books.rate(instrument));
        return sum.total();
    }

    /**
     * What the account began with, deposits at their worth by the last known prices.
     *
     * @return the sum in the currency of the account, or nothing while the rate of a deposit is not known
     */
    public Optional<Decimal> openingEquity() {
        return appraiser.opening();
    }

    /** {@return the currency of the account} */
    public String currency() {
        return account.currency();
    }

    /** {@return the money in the currency of the account; negative when borrowed} */
    public Decimal cash() {
        return books.cash();
    }

    /**
     * What is held of each instrument. The list is the same one until something in it changes.
     *
     * <p>A position that is open carries the current mark, and one that is flat none; {@link #mark(int)} has the
     * current price of every instrument.
     *
     * @return the positions in the order of the universe
     */
    public List<Position> positions() {
        return books.positions();
    }

    /**
     * What is held of one instrument.
     *
     * @param instrument the index of the instrument
     * @return its position
     */
    public Position position(int instrument) {
        return positions().get(instrument);
    }

    /**
     * {@return what a margin account must hold, by mark prices; of other accounts too, though nothing follows from it}
     */
    public Margin margin() {
        return appraiser.margin();
    }

    /** {@return whether it is a margin account whose equity has come down to the maintenance margin} */
    public boolean isCalled() {
        return isMargined && !books.isFlat() && appraiser.margin().isCalled();
    }

    /**
     * Whether an instrument is settled for good: it expired or was delisted.
     *
     * @param instrument the index of the instrument
     * @return whether nothing of it can be held any more
     */
    public boolean isOver(int instrument) {
        return agenda.isOver(instrument);
    }

    /**
     * Makes sure that everything can be converted into the currency of the account, as soon as there are prices.
     *
     * @throws IllegalArgumentException if no chain of instruments and given rates leads from the currency of an
     *     instrument or a deposit to that of the account
     */
    public void requireRates() {
        books.rates().require(account, books.universe());
    }

    /**
     * What the open round trips would be if they were closed at the marks.
     *
     * @param epochNanos the moment they would end
     * @param cost what closing would cost, as a share of the notional
     * @return one for each, in the order of the universe, long before short
     */
    public List<ClosedTrade> openTrades(long epochNanos, Decimal cost) {
        return appraiser.openTrades(epochNanos, cost);
    }

    /**
     * The whole account at this moment.
     *
     * @param openOrders the orders that have not ended, oldest first
     * @param riskState how far the circuit breaker lets trading go
     * @return the portfolio
     */
    public Portfolio portfolio(List<OpenOrder> openOrders, RiskState riskState) {
        return appraiser.portfolio(openOrders, riskState);
    }

    /** {@return the sums of all accounts} */
    public TrialBalance trialBalance() {
        return Daybook.balance(books);
    }

    /**
     * Proves that nothing was lost or made: in each currency the money is what the books began with, less what open
     * positions that were paid for cost, plus what closed ones and holding them earned, less the fees, to the last
     * digit; and what is flat cost nothing.
     *
     * @throws IllegalStateException if it is not so, with the difference
     */
    public void verify() {
        books.verify();
    }
}
