package io.aqts.config;

import io.aqts.internal.Checks;
import io.aqts.trade.Decimal;

/**
 * A rate of exchange that no instrument tells.
 *
 * @param from the currency whose worth is told; not blank
 * @param to the currency it is told in; not blank, not {@code from}
 * @param rate what one unit is worth; more than zero
 */
public record GivenRate(String from, String to, Decimal rate) {

    private static final String PATH = "risk.account.rates[].";

    public GivenRate {
        Checks.notBlank(PATH + "from", from);
        Checks.notBlank(PATH + "to", to);
        Checks.that(!from.equals(to), PATH + "to", "differ from " + PATH + "from", to);
        Checks.that(rate.isPositive(), PATH + "rate", "be more than zero", rate);
    }
}
