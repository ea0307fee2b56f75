package io.aqts.core.ledger;

import io.aqts.trade.Decimal;

/**
 * One line of a booking. The lines of a booking add up to zero in each currency.
 *
 * @param booking the number of the booking, from 1
 * @param epochNanos when, in nanoseconds since 1970-01-01T00:00Z; zero for the opening balances
 * @param account where it goes
 * @param instrument the index of the instrument in the universe, or -1 where it concerns none
 * @param currency of the amount
 * @param amount positive for assets and expenses, negative for what is owed and earned
 */
public record Posting(
        long booking, long epochNanos, PostingAccount account, int instrument, String currency, Decimal amount) {}
