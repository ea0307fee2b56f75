package io.aqts.core.ledger;

import io.aqts.trade.Decimal;
import java.util.List;

/**
 * The sums of all accounts at one moment. If the books are right, they add up to zero in each currency.
 *
 * @param lines one for each account, instrument and currency with a sum, in the order of the accounts; their booking
 *     and moment are zero
 */
public record TrialBalance(List<Posting> lines) {

    /** Copies the lines. */
    public TrialBalance {
        lines = List.copyOf(lines);
    }

    /**
     * The sum over all accounts.
     *
     * @param currency in which currency
     * @return zero if the books are right
     */
    public Decimal sum(String currency) {
        Decimal sum = Decimal.ZERO;
        for (Posting line : lines) {
            sum = line.currency().equals(currency) ? sum.plus(line.amount()) : sum;
        }
        return sum;
    }

    /**
     * The sum of one account.
     *
     * @param account which
     * @param currency in which currency
     * @return its sum over all instruments; positive for assets and expenses
     */
    public Decimal sum(PostingAccount account, String currency) {
        Decimal sum = Decimal.ZERO;
        for (Posting line : lines) {
            boolean counts = line.account() == account && line.currency().equals(currency);
            sum = counts ? sum.plus(line.amount()) : sum;
        }
        return sum;
    }
}
