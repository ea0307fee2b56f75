package io.aqts.config;

import io.aqts.internal.Checks;
import io.aqts.trade.Decimal;

/**
 * Money of another currency to begin with.
 *
 * @param currency which; not blank
 * @param amount how much; more than zero
 */
public record Deposit(String currency, Decimal amount) {

    private static final String PATH = "risk.account.deposits[].";

    public Deposit {
        Checks.notBlank(PATH + "currency", currency);
        Checks.that(amount.isPositive(), PATH + "amount", "be more than zero", amount);
    }
}
