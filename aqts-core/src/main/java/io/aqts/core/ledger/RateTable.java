package io.aqts.core.ledger;

import io.aqts.config.AccountConfig;
import io.aqts.config.Deposit;
import io.aqts.config.GivenRate;
import io.aqts.internal.Checks;
import io.aqts.market.Instrument;
import io.aqts.market.Universe;
import io.aqts.trade.Decimal;
import io.aqts.trade.Rate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How currencies are converted into that of the account: by the prices of instruments that are owned when bought, else
 * by those of inverse contracts, else by rates that were given; over as few of them as possible, and of several such
 * ways by the first.
 */
final class RateTable {

    private final String target;
    private final List<Edge> edges = new ArrayList<>();

    RateTable(String target, Universe universe, List<GivenRate> given) {
        this.target = target;
        for (int i = 0; i < universe.size(); i++) {
            add(
                    universe.instrument(i),
                    i,
                    universe.instrument(i).contract().payoff().isExchange());
        }
        for (int i = 0; i < universe.size(); i++) {
            add(
                    universe.instrument(i),
                    i,
                    universe.instrument(i).contract().payoff().isInverse());
        }
        for (GivenRate rate : given) {
            edges.add(new Edge(rate.from(), rate.to(), -1, rate.rate()));
        }
    }

    /** {@return the currency everything is converted into} */
    String home() {
        return target;
    }

    private void add(Instrument instrument, int index, boolean isRate) {
        if (isRate) {
            edges.add(new Edge(instrument.base(), instrument.quote(), index, Decimal.ZERO));
        }
    }

    /** Refuses an account with something that no way leads from. */
    void require(AccountConfig account, Universe universe) {
        for (Instrument instrument : universe.instruments()) {
            String currency = instrument.settlementCurrency();
            Checks.that(
                    path(currency) != null,
                    "risk.account.currency",
                    "be the quote currency of every instrument, or one that rates lead to",
                    target + " while " + instrument.symbol() + " settles in " + currency);
        }
        for (Deposit deposit : account.deposits()) {
            boolean isKnown = path(deposit.currency()) != null;
            Checks.that(isKnown, "risk.account.deposits", "be in currencies that rates lead from", deposit.currency());
        }
    }

    /** {@return the way from a currency to that of the account, empty for that itself, or null if there is none} */
    @Nullable
    List<Hop> path(String currency) {
        List<Way> ways = new ArrayList<>(List.of(new Way(currency, List.of())));
        for (int i = 0; i < ways.size(); i++) {
            Way way = ways.get(i);
            if (way.at().equals(target)) {
                return way.hops();
            }
            for (Edge edge : edges) {
                boolean forth = edge.from().equals(way.at());
                if (forth || edge.to().equals(way.at())) {
                    String next = forth ? edge.to() : edge.from();
                    if (ways.stream().noneMatch(known -> known.at().equals(next))) {
                        ways.add(way.and(next, new Hop(edge.instrument(), edge.given(), !forth)));
                    }
                }
            }
        }
        return null;
    }

    /** {@return the rate along a way at given prices, exact; unknown if a price is missing} */
    static Rate rate(@Nullable List<Hop> path, double[] prices) {
        if (path == null) {
            return Rate.UNKNOWN;
        }
        Decimal numerator = Decimal.ONE;
        Decimal denominator = Decimal.ONE;
        for (Hop hop : path) {
            Decimal price = hop.instrument() < 0 ? hop.given() : Decimal.fromDouble(prices[hop.instrument()]);
            if (!price.isPositive()) {
                return Rate.UNKNOWN;
            }
            numerator = hop.inverted() ? numerator : numerator.times(price);
            denominator = hop.inverted() ? denominator.times(price) : denominator;
        }
        return path.isEmpty() ? Rate.ONE : new Rate(numerator, denominator);
    }

    /** {@return the same as a double; zero if it is unknown} */
    static double approximate(@Nullable List<Hop> path, double[] prices) {
        if (path == null) {
            return 0;
        }
        double rate = 1;
        for (int i = 0; i < path.size(); i++) {
            Hop hop = path.get(i);
            double price = hop.instrument() < 0 ? hop.given().toDouble() : prices[hop.instrument()];
            if (!(price > 0)) {
                return 0;
            }
            rate = hop.inverted() ? rate / price : rate * price;
        }
        return rate;
    }

    /** One step of a conversion: by the price of an instrument, or by a given rate where its index is negative. */
    record Hop(int instrument, Decimal given, boolean inverted) {}

    private record Edge(String from, String to, int instrument, Decimal given) {}

    private record Way(String at, List<Hop> hops) {

        Way and(String next, Hop hop) {
            List<Hop> longer = new ArrayList<>(hops);
            longer.add(hop);
            return new Way(next, List.copyOf(longer));
        }
    }
}
