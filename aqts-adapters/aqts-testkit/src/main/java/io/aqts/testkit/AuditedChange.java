package io.aqts.testkit;

import io.aqts.trade.Balance;
import io.aqts.trade.Position;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How equity changes from one report to the next, from what is reported. */
final class AuditedChange {

    private static final int DIGITS = 40;
    private static final BigDecimal TWO_ROUNDINGS = new BigDecimal("2e-18");

    private @Nullable Figures before;
    private BigDecimal equityBefore = BigDecimal.ZERO;

    /**
     * In each currency money and market value change by what was realized, what is unrealized, fees and carry; and
     * equity by that at the rates of now, and what there was before by the change of the rates.
     */
    void check(Figures now, BigDecimal equity) {
        Figures last = before;
        if (last != null) {
            BigDecimal explained = equityBefore;
            for (String currency : now.worth.keySet()) {
                BigDecimal was = last.worth.getOrDefault(currency, BigDecimal.ZERO);
                BigDecimal moved = now.worth.get(currency).subtract(was);
                BigDecimal earned = now.earned
                        .getOrDefault(currency, BigDecimal.ZERO)
                        .subtract(last.earned.getOrDefault(currency, BigDecimal.ZERO));
                if (moved.compareTo(earned) != 0) {
                    throw new AssertionError("the change of money and market value in " + currency + " must be "
                            + earned + ", what was earned, but was " + moved);
                }
                BigDecimal rate = now.rates.getOrDefault(currency, BigDecimal.ZERO);
                BigDecimal rateBefore = last.rates.getOrDefault(currency, BigDecimal.ZERO);
                explained = explained.add(moved.multiply(rate)).add(was.multiply(rate.subtract(rateBefore)));
            }
            if (explained.subtract(equity).abs().compareTo(TWO_ROUNDINGS) > 0) {
                throw new AssertionError("equity must be " + explained + " by what was earned and the change of rates,"
                        + " but was " + equity);
            }
        }
        before = now;
        equityBefore = equity;
    }

    /** What was reported at one moment, by currency. */
    static final class Figures {

        private final Map<String, BigDecimal> worth = new TreeMap<>();
        private final Map<String, BigDecimal> earned = new TreeMap<>();
        private final Map<String, BigDecimal> rates = new TreeMap<>();

        void add(String currency, Position position) {
            worth.merge(currency, position.marketValue().toBigDecimal(), BigDecimal::add);
            BigDecimal sum = position.realizedPnl()
                    .plus(position.unrealizedPnl())
                    .minus(position.fees())
                    .plus(position.carry().total())
                    .toBigDecimal();
            earned.merge(currency, sum, BigDecimal::add);
        }

        void add(Balance balance, AuditedRates.@Nullable Fraction rate) {
            worth.merge(balance.currency(), balance.total().toBigDecimal(), BigDecimal::add);
            if (rate != null) {
                rates.put(
                        balance.currency(),
                        rate.numerator().divide(rate.denominator(), DIGITS, RoundingMode.HALF_EVEN));
            }
        }

        void earned(BigDecimal amount, String currency) {
            earned.merge(currency, amount, BigDecimal::add);
        }
    }
}
