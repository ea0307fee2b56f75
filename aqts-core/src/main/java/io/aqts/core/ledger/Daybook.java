package io.aqts.core.ledger;

import io.aqts.trade.Carry;
import io.aqts.trade.Decimal;
import io.aqts.trade.Position;
import java.util.ArrayList;
import java.util.List;

/** Tells a listener what was posted, and draws up the trial balance. */
final class Daybook {

    private final Books books;
    private final PostingListener listener;
    private long booking;

    Daybook(Books books, PostingListener listener) {
        this.books = books;
        this.listener = listener;
    }

    /** The opening balances, each a booking of its own. */
    void opening() {
        for (int c = 0; c < books.purse().size(); c++) {
            Decimal amount = books.purse().pocket(c).opening();
            if (!amount.isZero()) {
                booking++;
                post(0, PostingAccount.CASH, c, amount);
                post(0, PostingAccount.OPENING, c, amount.negate());
            }
        }
    }

    /** What changed one position, and the money it settles in. */
    void booked(long epochNanos, int instrument, Position before, Decimal flow) {
        booking++;
        int currency = books.settlement(instrument);
        Position after = books.position(instrument);
        post(epochNanos, PostingAccount.CASH, currency, flow);
        List<Posting> lines = new ArrayList<>();
        addPosition(lines, instrument, before, -1);
        addPosition(lines, instrument, after, 1);
        for (PostingAccount account : PostingAccount.values()) {
            Decimal sum = new TrialBalance(lines).sum(account, books.purse().name(currency));
            if (!sum.isZero()) {
                listener.onPosting(new Posting(
                        booking, epochNanos, account, instrument, books.purse().name(currency), sum));
            }
        }
    }

    /** What was paid or received besides, such as a fee in a currency of its own. */
    void moved(long epochNanos, PostingAccount against, int currency, Decimal received) {
        booking++;
        post(epochNanos, PostingAccount.CASH, currency, received);
        post(epochNanos, against, currency, received.negate());
    }

    private void post(long epochNanos, PostingAccount account, int currency, Decimal amount) {
        if (!amount.isZero()) {
            listener.onPosting(
                    new Posting(booking, epochNanos, account, -1, books.purse().name(currency), amount));
        }
    }

    /** {@return the sums of all accounts} */
    static TrialBalance balance(Books books) {
        List<Posting> lines = new ArrayList<>();
        Purse purse = books.purse();
        for (int c = 0; c < purse.size(); c++) {
            Purse.Pocket pocket = purse.pocket(c);
            String name = purse.name(c);
            add(lines, line(PostingAccount.CASH, -1, name, purse.cash(c)));
            add(lines, line(PostingAccount.OPENING, -1, name, pocket.opening().negate()));
            add(lines, line(PostingAccount.FEES, -1, name, pocket.otherFees()));
            add(lines, line(PostingAccount.INSURANCE, -1, name, pocket.insured().negate()));
        }
        for (int i = 0; i < books.size(); i++) {
            addPosition(lines, books, i);
        }
        return new TrialBalance(lines);
    }

    private static void addPosition(List<Posting> lines, Books books, int instrument) {
        addPosition(lines, books.purse().name(books.settlement(instrument)), instrument, books.position(instrument));
    }

    private void addPosition(List<Posting> lines, int instrument, Position position, int sign) {
        String currency = books.purse().name(books.settlement(instrument));
        List<Posting> own = new ArrayList<>();
        addPosition(own, currency, instrument, position);
        for (Posting line : own) {
            Decimal amount = sign > 0 ? line.amount() : line.amount().negate();
            add(lines, line(line.account(), instrument, currency, amount));
        }
    }

    private static void addPosition(List<Posting> lines, String currency, int instrument, Position position) {
        Carry carry = position.carry();
        Decimal cost = position.payoff().isExchange() ? position.cost() : Decimal.ZERO;
        add(lines, line(PostingAccount.POSITION, instrument, currency, cost));
        add(
                lines,
                line(
                        PostingAccount.REALIZED,
                        instrument,
                        currency,
                        position.realizedPnl().negate()));
        add(lines, line(PostingAccount.FEES, instrument, currency, position.fees()));
        add(
                lines,
                line(
                        PostingAccount.FUNDING,
                        instrument,
                        currency,
                        carry.funding().negate()));
        add(
                lines,
                line(
                        PostingAccount.FINANCING,
                        instrument,
                        currency,
                        carry.financing().negate()));
        add(
                lines,
                line(
                        PostingAccount.DIVIDENDS,
                        instrument,
                        currency,
                        carry.dividends().negate()));
    }

    private static void add(List<Posting> lines, Posting line) {
        if (!line.amount().isZero()) {
            lines.add(line);
        }
    }

    private static Posting line(PostingAccount account, int instrument, String currency, Decimal amount) {
        return new Posting(0, 0, account, instrument, currency, amount);
    }
}
