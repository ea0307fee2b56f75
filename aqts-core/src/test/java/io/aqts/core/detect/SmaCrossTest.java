package io.aqts.core.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.aqts.LayerContext;
import io.aqts.Randomness;
import io.aqts.config.AqtsConfig;
import io.aqts.market.Bar;
import io.aqts.market.Instrument;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Universe;
import io.aqts.signal.Evidence;
import io.aqts.signal.Signal;
import io.aqts.trade.Decimal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SmaCrossTest {

    /** The comparison from the texts of the prices, afresh for every bar. */
    private static List<Integer> reference(List<Double> prices, int fast, int slow) {
        List<Integer> stances = new ArrayList<>();
        int stance = 0;
        for (int i = 0; i < prices.size(); i++) {
            if (i + 1 >= slow) {
                BigDecimal slowMean = sum(prices, i, slow).multiply(BigDecimal.valueOf(fast));
                int order =
                        sum(prices, i, fast).multiply(BigDecimal.valueOf(slow)).compareTo(slowMean);
                stance = order == 0 ? stance : order;
            }
            stances.add(stance);
        }
        return stances;
    }

    private static BigDecimal sum(List<Double> prices, int last, int count) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = last - count + 1; i <= last; i++) {
            sum = sum.add(Decimal.fromDouble(prices.get(i)).toBigDecimal());
        }
        return sum;
    }

    private static List<Integer> pair(List<Double> prices, int fast, int slow) {
        AveragePair pair = new AveragePair(fast, slow);
        return prices.stream().map(pair::add).toList();
    }

    private static int ties(List<Double> prices, int fast, int slow) {
        int ties = 0;
        for (int i = slow - 1; i < prices.size(); i++) {
            BigDecimal slowMean = sum(prices, i, slow).multiply(BigDecimal.valueOf(fast));
            ties += sum(prices, i, fast).multiply(BigDecimal.valueOf(slow)).compareTo(slowMean) == 0 ? 1 : 0;
        }
        return ties;
    }

    private static List<Double> walk(long seed, int count, int decimals) {
        Randomness chance = Randomness.of(seed).split("walk");
        List<Double> prices = new ArrayList<>();
        long ticks = 500;
        for (int i = 0; i < count; i++) {
            ticks = Math.max(1, ticks + chance.nextInt(3) - 1);
            prices.add(BigDecimal.valueOf(ticks, decimals).doubleValue());
        }
        return prices;
    }

    @Provide
    Arbitrary<List<Double>> prices() {
        Arbitrary<Double> tenths = Arbitraries.integers().between(1, 8).map(i -> i / 10.0);
        Arbitrary<Double> decimals = Arbitraries.of(
                0.1,
                0.2,
                0.3,
                1.0,
                1.1,
                0.15,
                0.125,
                0.3333333,
                1e-8,
                3e-12,
                1e-13,
                0.1 + 0.2,
                1e15,
                1e16,
                123456.789,
                99999999.99999999,
                5e-324 * 0x1p1000,
                1e22,
                7.0,
                Math.PI);
        return Arbitraries.frequencyOf(Tuple.of(8, tenths), Tuple.of(2, decimals))
                .list()
                .ofMinSize(1)
                .ofMaxSize(80);
    }

    @Property(tries = 1_000)
    void agreesWithDecimalArithmeticOnAnyPrices(
            @ForAll("prices") List<Double> prices,
            @ForAll @IntRange(min = 1, max = 6) int fast,
            @ForAll @IntRange(min = 1, max = 6) int more) {
        List<Double> readable = prices.stream().filter(p -> p > 1e-40).toList();

        assertThat(pair(readable, fast, fast + more)).isEqualTo(reference(readable, fast, fast + more));
    }

    @Test
    void agreesWithDecimalArithmeticThroughThousandsOfTies() {
        int ties = 0;
        for (int decimals = 0; decimals <= 15; decimals++) {
            List<Double> prices = walk(decimals, 800, decimals);
            for (int[] lengths : new int[][] {{1, 2}, {2, 3}, {3, 7}, {5, 20}}) {
                ties += ties(prices, lengths[0], lengths[1]);
                assertThat(pair(prices, lengths[0], lengths[1])).isEqualTo(reference(prices, lengths[0], lengths[1]));
            }
        }

        assertThat(ties).isGreaterThan(3_000);
    }

    @Test
    void seesTiesThatDoublesMiss() {
        assertThat(0.1 + 0.7 + 0.4).isNotEqualTo(0.4 * 3);

        assertThat(pair(List.of(0.1, 0.7, 0.4), 1, 3)).containsExactly(0, 0, 0);
        assertThat(pair(List.of(0.1, 0.7, 0.5, 0.1, 0.3), 1, 3)).containsExactly(0, 0, 1, -1, -1);
    }

    @Test
    void findsFinerTicksOnTheWay() {
        List<Double> prices = new ArrayList<>(walk(1, 100, 0));
        prices.addAll(walk(2, 100, 2));
        prices.addAll(walk(3, 100, 7));
        prices.addAll(walk(4, 100, 12));
        prices.addAll(walk(5, 100, 0));

        assertThat(pair(prices, 3, 10)).isEqualTo(reference(prices, 3, 10));
    }

    @Test
    void leavesAndRegainsWholeNumbersWithoutLosingAnything() {
        List<Double> prices = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            prices.addAll(walk(i, 30, 2));
            prices.add(i % 2 == 0 ? 0.1 + 0.2 : 5e15);
            if (i % 3 == 0) {
                prices.addAll(List.of(1e-12, 9e14, 1e-12, 9e14));
            }
        }

        assertThat(pair(prices, 3, 10)).isEqualTo(reference(prices, 3, 10));
    }

    @Test
    void comparesSumsThatNeedMoreThanSixtyFourBits() {
        List<Double> prices = new ArrayList<>();
        for (double price : walk(6, 1_200, 0)) {
            prices.add((prices.size() / 170 % 2 == 0 ? 9e14 : 1e14) + price);
        }

        assertThat(pair(prices, 100, 600)).isEqualTo(reference(prices, 100, 600));
    }

    @Test
    void speaksOnEveryBarOnceTheSlowAverageExists() {
        SmaCross cross = new SmaCross(2, 4);
        List<Signal> all = new ArrayList<>();
        for (Bar bar : Walks.flats(1, 2, 3, 4, 5, 1, 1, 1, 1)) {
            all.addAll(cross.detect(Walks.snapshot(bar)));
        }

        assertThat(all).extracting(Signal::score).containsExactly(1.0, 1.0, -1.0, -1.0, -1.0, -1.0);
        assertThat(all).allSatisfy(signal -> {
            assertThat(signal.source()).isEqualTo("sma-cross");
            assertThat(signal.confidence()).isEqualTo(1);
            assertThat(signal.evidence()).isSameAs(Evidence.NONE);
        });
        assertThat(all.get(0).knownAtNanos()).isEqualTo(Walks.START + 3 * Walks.MINUTE);
    }

    @Test
    void saysNothingWhileTheAveragesWereNeverApart() {
        SmaCross cross = new SmaCross(2, 4);

        for (Bar bar : Walks.flats(0.1, 0.1, 0.1, 0.1, 0.1, 0.1)) {
            assertThat(cross.detect(Walks.snapshot(bar))).isEmpty();
        }
        assertThat(cross.detect(Walks.snapshot(Walks.flat(Walks.START + 9 * Walks.MINUTE, 0.2))))
                .hasSize(1);
    }

    @Test
    void watchesEachInstrumentForItself() {
        SmaCross cross = new SmaCross(1, 2);
        List<Signal> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            long now = Walks.START + i * Walks.MINUTE;
            InstrumentMarket rising = InstrumentMarket.of(Walks.flat(now, 10 + i));
            InstrumentMarket falling =
                    i % 2 == 0 ? InstrumentMarket.QUIET : InstrumentMarket.of(Walks.flat(now, 10 - i));
            all.addAll(cross.detect(MarketSnapshot.of(now, List.of(rising, InstrumentMarket.QUIET, falling))));
        }

        assertThat(all.stream().filter(s -> s.instrument() == 0)).hasSize(5).allMatch(s -> s.score() == 1);
        assertThat(all.stream().filter(s -> s.instrument() == 2)).hasSize(2).allMatch(s -> s.score() == -1);
        assertThat(all.stream().filter(s -> s.instrument() == 1)).isEmpty();
    }

    @Test
    void takesItsLengthsFromTheConfiguration() {
        AqtsConfig config = AqtsConfig.defaults()
                .with(c -> c.detection(d -> d.smaCross(s -> s.fast(1).slow(3))));
        SmaCross cross = new SmaCross(new LayerContext(config, Universe.of(Instrument.of("A/B")), "sma"));
        int signals = 0;
        for (Bar bar : Walks.flats(1, 2, 3)) {
            signals += cross.detect(Walks.snapshot(bar)).size();
        }

        assertThat(signals).isEqualTo(1);
    }

    @Test
    void refusesAveragesThatCannotCross() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SmaCross(5, 5))
                .withMessageContaining("detection.smaCross.fast must be less than detection.smaCross.slow");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SmaCross(0, 5))
                .withMessageContaining("detection.smaCross.fast");
    }
}
