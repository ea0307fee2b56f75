package io.aqts.testkit;

import io.aqts.trade.FeePayment;
import io.aqts.trade.Fill;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** The fees that were paid in another currency than an instrument settles in, of which the account holds a balance. */
final class AuditedFees {

    private final Map<String, BigDecimal> cash;
    private final String home;
    private final TreeMap<String, BigDecimal> opening;
    private final Map<String, BigDecimal> paid = new TreeMap<>();

    /**
     * No fees yet.
     *
     * @param cash the balances, which fees are taken from
     * @param home the currency of the account, the one that may be owed
     */
    AuditedFees(Map<String, BigDecimal> cash, String home) {
        this.cash = cash;
        this.home = home;
        this.opening = new TreeMap<>(cash);
    }

    /** {@return the fee in the currency of settlement; one that another balance pays is taken from there instead} */
    BigDecimal inSettlement(Fill fill, String settlement) {
        if (!(fill.context().payment() instanceof FeePayment.InOther other) || !opening.containsKey(other.currency())) {
            return fill.fee().toBigDecimal();
        }
        BigDecimal amount = other.amount().toBigDecimal();
        if (other.currency().equals(settlement)) {
            return amount;
        }
        if (!other.currency().equals(home)
                && cash.getOrDefault(other.currency(), BigDecimal.ZERO).compareTo(amount) < 0) {
            return fill.fee().toBigDecimal();
        }
        cash.merge(other.currency(), amount.negate(), BigDecimal::add);
        paid.merge(other.currency(), amount, BigDecimal::add);
        return BigDecimal.ZERO;
    }

    /** {@return what balances come to without these fees, in a map of its own} */
    Map<String, BigDecimal> deductedFrom(Map<String, BigDecimal> balances) {
        Map<String, BigDecimal> left = new TreeMap<>(balances);
        paid.forEach((currency, sum) -> left.merge(currency, sum.negate(), BigDecimal::add));
        return left;
    }

    /** Counts them among what was earned, as losses. */
    void deductFrom(AuditedChange.Figures figures) {
        paid.forEach((currency, sum) -> figures.earned(sum.negate(), currency));
    }
}
