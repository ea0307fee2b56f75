package io.aqts.trade;

import io.aqts.internal.Lists;
import java.util.List;

/**
 * What a portfolio holds besides positions: the money of each currency, the margin, and what nothing gives a price.
 *
 * @param balances one for each currency there is, that of the account first; none where the portfolio's cash is all
 * @param rates what one unit of the currency each instrument settles in is worth in that of the account, in the order
 *     of the universe; none where all are the same
 * @param margin what must be held against the positions
 * @param unpriced the currencies with a balance but no rate, and the symbols of positions without a price: they count
 *     as nothing until they have one
 */
public record Account(List<Balance> balances, List<Rate> rates, Margin margin, List<String> unpriced) {

    /** One currency, everything free and priced. */
    public static final Account PLAIN = new Account(List.of(), List.of(), Margin.NONE, List.of());

    /** Copies the lists. */
    public Account {
        balances = Lists.frozen(balances);
        rates = Lists.frozen(rates);
        unpriced = Lists.frozen(unpriced);
    }
}
