package io.aqts.testkit;

import io.aqts.config.AccountConfig;
import io.aqts.config.GivenRate;
import io.aqts.market.Instrument;
import io.aqts.market.Universe;
import io.aqts.trade.Decimal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What currencies are worth in that of the account, found by trying chains of growing length. */
final class AuditedRates {

    private final String target;
    private final List<Pair> pairs = new ArrayList<>();

    AuditedRates(AccountConfig account, Universe universe) {
        target = account.currency();
        List<Pair> inverse = new ArrayList<>();
        for (int i = 0; i < universe.size(); i++) {
            Instrument instrument = universe.instrument(i);
            Pair pair = new Pair(instrument.base(), instrument.quote(), i, BigDecimal.ZERO);
            if (instrument.contract().payoff().isExchange()) {
                pairs.add(pair);
            } else if (instrument.contract().payoff().isInverse()) {
                inverse.add(pair);
            }
        }
        pairs.addAll(inverse);
        for (GivenRate given : account.rates()) {
            pairs.add(new Pair(given.from(), given.to(), -1, given.rate().toBigDecimal()));
        }
    }

    /** {@return the rate as numerator and denominator, or null if a price or a chain is missing} */
    @Nullable
    Fraction rate(String currency, double[] prices) {
        for (int length = 0; length <= pairs.size(); length++) {
            List<String> chain = chain(currency, length, List.of(currency));
            if (chain != null) {
                return along(chain, prices);
            }
        }
        return null;
    }

    private @Nullable List<String> chain(String at, int length, List<String> been) {
        if (length == 0) {
            return at.equals(target) ? been : null;
        }
        for (Pair pair : pairs) {
            String next = pair.from.equals(at) ? pair.to : pair.to.equals(at) ? pair.from : at;
            if (!been.contains(next)) {
                List<String> longer = new ArrayList<>(been);
                longer.add(next);
                List<String> found = chain(next, length - 1, longer);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private @Nullable Fraction along(List<String> chain, double[] prices) {
        Fraction rate = new Fraction(BigDecimal.ONE, BigDecimal.ONE);
        for (int i = 1; i < chain.size(); i++) {
            Pair pair = between(chain.get(i - 1), chain.get(i));
            BigDecimal price = pair.instrument < 0
                    ? pair.given
                    : Decimal.fromDouble(prices[pair.instrument]).toBigDecimal();
            if (price.signum() == 0) {
                return null;
            }
            rate = pair.from.equals(chain.get(i - 1))
                    ? new Fraction(rate.numerator.multiply(price), rate.denominator)
                    : new Fraction(rate.numerator, rate.denominator.multiply(price));
        }
        return rate;
    }

    private Pair between(String one, String other) {
        for (Pair pair : pairs) {
            boolean forth = pair.from.equals(one) && pair.to.equals(other);
            if (forth || (pair.from.equals(other) && pair.to.equals(one))) {
                return pair;
            }
        }
        throw new AssertionError(one + " and " + other + " must be a pair");
    }

    record Fraction(BigDecimal numerator, BigDecimal denominator) {

        Fraction plus(BigDecimal amount, @Nullable Fraction rate) {
            if (rate == null || amount.signum() == 0) {
                return this;
            }
            BigDecimal value = amount.multiply(rate.numerator);
            return rate.denominator.compareTo(denominator) == 0
                    ? new Fraction(numerator.add(value), denominator)
                    : new Fraction(
                            numerator.multiply(rate.denominator).add(value.multiply(denominator)),
                            denominator.multiply(rate.denominator));
        }
    }

    private record Pair(String from, String to, int instrument, BigDecimal given) {}
}
