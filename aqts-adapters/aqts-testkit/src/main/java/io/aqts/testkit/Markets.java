package io.aqts.testkit;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Markets for property tests. Half of them are as long as allowed, and what fails shrinks to the plainest kind, the
 * fewest instruments and the shortest market.
 */
public final class Markets {

    private Markets() {}

    /**
     * Markets of every kind, one in three with quotes.
     *
     * @param longest the most snapshots, 1 or more
     * @return the markets
     */
    public static Arbitrary<Market> any(int longest) {
        return Arbitraries.frequencyOf(Tuple.of(2, ofBars(longest)), Tuple.of(1, ofQuotes(longest)));
    }

    /**
     * Markets of every kind, of bars alone.
     *
     * @param longest the most snapshots, 1 or more
     * @return the markets
     */
    public static Arbitrary<Market> ofBars(int longest) {
        return Combinators.combine(kinds(), seeds(), instruments(), lengths(longest))
                .as(Market::bars);
    }

    /**
     * Markets of every kind, with quotes, books, trades and readings.
     *
     * @param longest the most snapshots, 1 or more
     * @return the markets
     */
    public static Arbitrary<Market> ofQuotes(int longest) {
        return Combinators.combine(kinds(), seeds(), instruments(), lengths(longest))
                .as(Market::quoted);
    }

    private static Arbitrary<MarketKind> kinds() {
        return Arbitraries.of(MarketKind.class);
    }

    private static Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    private static Arbitrary<Integer> instruments() {
        return Arbitraries.integers().between(1, 3);
    }

    private static Arbitrary<Integer> lengths(int longest) {
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.integers().between(1, longest)), Tuple.of(1, Arbitraries.just(longest)));
    }
}
