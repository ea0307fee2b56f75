package io.aqts.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.aqts.config.Scenario;
import io.aqts.config.SimulatedInstrument;
import io.aqts.config.SimulatedVenue;
import io.aqts.market.Bar;
import io.aqts.market.Instrument;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketSnapshot;
import io.aqts.trade.Decimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SimulatedMarketTest {

    private static final int STEPS = 2_000;

    private static final SimulatedInstrument THIRD = new SimulatedInstrument(
            "SOL/USDT", 100, Decimal.parse("0.25"), Decimal.parse("0.01"), Decimal.parse("5"), 0.9);

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void repeatsItselfForTheSameSeed(Scenario scenario) {
        List<MarketSnapshot> once = Markets.take(Markets.market(42, c -> c.scenario(scenario)), STEPS);
        List<MarketSnapshot> again = Markets.take(Markets.market(42, c -> c.scenario(scenario)), STEPS);

        assertThat(again).isEqualTo(once);
    }

    @Test
    void differsForAnotherSeed() {
        MarketSnapshot one = Markets.market(1, c -> c).next().orElseThrow();
        MarketSnapshot other = Markets.market(2, c -> c).next().orElseThrow();

        assertThat(one.instruments()).isNotEqualTo(other.instruments());
        assertThat(one.readings()).isNotEqualTo(other.readings());
    }

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void anotherInstrumentMovesNothingOfTheOthers(Scenario scenario) {
        List<SimulatedInstrument> more = new ArrayList<>(SimulatedInstrument.defaults());
        more.add(THIRD);
        SimulatedMarket two = Markets.market(42, c -> c.scenario(scenario));
        SimulatedMarket three = Markets.market(42, c -> c.scenario(scenario).instruments(more));

        for (int i = 0; i < STEPS; i++) {
            MarketSnapshot few = two.next().orElseThrow();
            MarketSnapshot many = three.next().orElseThrow();
            assertThat(many.instruments().subList(0, 2)).isEqualTo(few.instruments());
            assertThat(many.readings()).isEqualTo(few.readings());
        }
    }

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void alternativeDataMovesNoPrice(Scenario scenario) {
        SimulatedMarket with = Markets.market(42, c -> c.scenario(scenario));
        SimulatedMarket without = Markets.market(42, c -> c.scenario(scenario).alternativeData(false));

        for (int i = 0; i < STEPS; i++) {
            MarketSnapshot rich = with.next().orElseThrow();
            MarketSnapshot poor = without.next().orElseThrow();
            assertThat(poor.instruments()).isEqualTo(rich.instruments());
            assertThat(rich.readings()).hasSizeGreaterThanOrEqualTo(5);
            assertThat(poor.readings()).isEmpty();
        }
    }

    @Test
    void booksMoveNoQuoteAndVenuesNoPrice() {
        List<SimulatedVenue> more = new ArrayList<>(SimulatedVenue.defaults());
        more.add(more.get(0).toBuilder().name("Elsewhere").build());
        SimulatedMarket with = Markets.market(42, c -> c);
        SimulatedMarket without = Markets.market(42, c -> c.bookLevels(0));
        SimulatedMarket wider = Markets.market(42, c -> c.venues(more));

        for (int i = 0; i < STEPS; i++) {
            InstrumentMarket deep = with.next().orElseThrow().instrument(0);
            InstrumentMarket flat = without.next().orElseThrow().instrument(0);
            InstrumentMarket wide = wider.next().orElseThrow().instrument(0);
            assertThat(flat.quotes()).isEqualTo(deep.quotes());
            assertThat(flat.books()).isEmpty();
            assertThat(flat.bar()).isEqualTo(deep.bar());
            assertThat(close(wide)).isEqualTo(close(deep));
            assertThat(wide.quotes()).hasSize(6);
        }
    }

    @Test
    void theOrderOfInstrumentsMovesNoPrice() {
        List<SimulatedInstrument> swapped = List.of(
                SimulatedInstrument.defaults().get(1),
                SimulatedInstrument.defaults().get(0));
        SimulatedMarket one = Markets.market(42, c -> c);
        SimulatedMarket other = Markets.market(42, c -> c.instruments(swapped));

        for (int i = 0; i < STEPS; i++) {
            assertThat(other.next().orElseThrow().instrument(1))
                    .isEqualTo(one.next().orElseThrow().instrument(0));
        }
    }

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void barsOpenAtTheCloseBeforeAndLieOnTheTick(Scenario scenario) {
        SimulatedMarket market = Markets.market(
                7,
                c -> Markets.bare(c, scenario)
                        .instruments(List.of(SimulatedInstrument.defaults().get(0), THIRD)));
        double[] before = {42_000, 100};

        for (int i = 0; i < STEPS; i++) {
            MarketSnapshot snapshot = market.next().orElseThrow();
            for (int k = 0; k < 2; k++) {
                Bar bar = Markets.bar(snapshot, k);
                Instrument instrument = market.universe().instrument(k);
                assertThat(bar.open()).isEqualTo(before[k]);
                for (double price : new double[] {bar.open(), bar.high(), bar.low(), bar.close()}) {
                    assertThat(Decimal.fromDouble(price).isMultipleOf(instrument.tickSize()))
                            .isTrue();
                }
                assertThat(Decimal.fromDouble(bar.volume()).isMultipleOf(instrument.lotSize()))
                        .isTrue();
                before[k] = bar.close();
            }
        }
    }

    @Test
    void highsAndLowsReachBeyondOpenAndClose() {
        SimulatedMarket market = Markets.market(7, c -> Markets.bare(c, Scenario.BULL));
        int beyond = 0;
        double ranges = 0;
        double squares = 0;
        for (int i = 0; i < 20_000; i++) {
            Bar bar = Markets.bar(market.next().orElseThrow(), 0);
            beyond += bar.high() > Math.max(bar.open(), bar.close()) ? 1 : 0;
            double range = StrictMath.log(bar.high() / bar.low());
            double change = StrictMath.log(bar.close() / bar.open());
            ranges += range * range;
            squares += change * change;
        }

        assertThat(beyond).isGreaterThan(19_900);
        // Parkinson: the squared range of a Brownian motion is 4 ln 2 times its variance when extremes are joint; ours
        // are independent given the close, which adds a little.
        assertThat(ranges / squares).isBetween(2.5, 3.1);
    }

    @Test
    void stampsTheFirstSnapshotWithTheEndOfTheFirstBar() {
        Instant start = Instant.parse("2024-03-01T00:00:00Z");
        SimulatedMarket market = Markets.market(42, c -> c.start(start).interval(Duration.ofMinutes(5)));

        long first = market.next().orElseThrow().epochNanos();
        long second = market.next().orElseThrow().epochNanos();

        assertThat(first).isEqualTo(start.plusSeconds(300).getEpochSecond() * 1_000_000_000L);
        assertThat(second - first).isEqualTo(300_000_000_000L);
    }

    @Test
    void endsAfterItsStepsAndStaysEnded() {
        SimulatedMarket market = new SimulatedMarket(Markets.context(42, c -> c), 3);

        assertThat(Markets.take(market, 3)).hasSize(3);
        assertThat(market.next()).isEmpty();
        assertThat(market.next()).isEmpty();
        assertThat(new SimulatedMarket(Markets.context(42, c -> c), 0).next()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SimulatedMarket(Markets.context(42, c -> c), -1))
                .withMessage("simulation.steps must be at least 0, but was -1");
    }

    @Test
    void endsWhereTimeDoes() {
        SimulatedMarket market = Markets.market(
                42,
                c -> Markets.daily(c, Scenario.SIDEWAYS)
                        .start(Instant.parse("2261-12-30T00:00:00Z"))
                        .interval(Duration.ofDays(60)));

        assertThat(market.next()).isPresent();
        assertThat(market.next()).isEmpty();
    }

    @Test
    void describesItself() {
        SimulatedMarket market = Markets.market(42, c -> c.scenario(Scenario.CRASH));

        assertThat(market.scenario()).isEqualTo(Scenario.CRASH);
        assertThat(market.description()).isEqualTo("simulated CRASH, instruments 2, venues 5, bars 1m, seed 42");
        assertThat(market.universe().instrument(0).symbol()).isEqualTo("BTC/USDT");
        assertThat(market.universe().venues().get(0).latencyNanos()).isEqualTo(25_000_000);
    }

    @Test
    void refusesAPriceThatItsTickCannotResolve() {
        SimulatedInstrument absurd =
                THIRD.toBuilder().tickSize(Decimal.parse("1e-30")).build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Markets.market(1, c -> c.instruments(List.of(absurd))))
                .withMessageStartingWith("simulation.instruments[].initialPrice must be at most");
    }

    @Property(tries = 60)
    void survivesAnySettings(
            @ForAll long seed,
            @ForAll Scenario scenario,
            @ForAll @DoubleRange(max = 10) double volatility,
            @ForAll @IntRange(min = 1, max = 366) int days) {
        SimulatedInstrument coarse =
                new SimulatedInstrument("PENNY/USD", 1, Decimal.ONE, Decimal.parse("1000"), Decimal.ZERO, volatility);
        SimulatedInstrument fine = THIRD.toBuilder()
                .tickSize(Decimal.parse("0.000001"))
                .annualVolatility(volatility)
                .build();
        SimulatedMarket market = Markets.market(
                seed,
                c -> c.scenario(scenario)
                        .instruments(List.of(coarse, fine))
                        .correlation(0.99)
                        .interval(Duration.ofDays(days)));

        for (int i = 0; i < 200; i++) {
            assertThat(market.next().orElseThrow().instruments()).hasSize(2);
        }
    }

    @Test
    void staysValidOverAMillionBars() {
        SimulatedMarket market = Markets.market(
                3, c -> Markets.bare(c, Scenario.REGIME_SWITCHING).alternativeData(true));

        for (int i = 0; i < 1_000_000; i++) {
            Bar bar = Markets.bar(market.next().orElseThrow(), 0);
            if (!(bar.low() > 0 && bar.low() <= bar.close() && bar.high() < 1e9)) {
                throw new AssertionError(bar);
            }
        }
    }

    private static double close(InstrumentMarket market) {
        Bar bar = market.bar();
        return bar == null ? 0 : bar.close();
    }
}
