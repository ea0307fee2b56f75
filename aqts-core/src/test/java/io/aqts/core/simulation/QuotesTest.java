package io.aqts.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aqts.config.Scenario;
import io.aqts.config.SimulatedInstrument;
import io.aqts.config.SimulatedVenue;
import io.aqts.market.BookLevel;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.OrderBook;
import io.aqts.market.Quote;
import io.aqts.trade.Decimal;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QuotesTest {

    private static final Decimal TICK = Decimal.parse("0.01");
    private static final Decimal LOT = Decimal.parse("0.00001");

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void noVenuesBidReachesAnothersAsk(Scenario scenario) {
        SimulatedMarket market = Markets.market(21, c -> c.scenario(scenario));

        for (int i = 0; i < 5_000; i++) {
            market.next().orElseThrow().instruments().forEach(QuotesTest::assertUncrossed);
        }
    }

    @Property(tries = 100)
    void staysUncrossedOnCoarseTicksAndOddVenues(
            @ForAll long seed,
            @ForAll Scenario scenario,
            @ForAll @DoubleRange(min = 0.01, max = 50) double weight,
            @ForAll @IntRange(min = 1, max = 1_000) int ticks) {
        SimulatedInstrument coarse =
                new SimulatedInstrument("A/B", ticks, Decimal.ONE, Decimal.parse("0.1"), Decimal.ZERO, 3);
        List<SimulatedVenue> venues = List.of(
                new SimulatedVenue("Odd", weight, Duration.ZERO, 0, 0),
                SimulatedVenue.defaults().get(0));
        SimulatedMarket market = Markets.market(
                seed,
                c -> c.scenario(scenario)
                        .instruments(List.of(coarse))
                        .venues(venues)
                        .interval(Duration.ofHours(6)));

        for (int i = 0; i < 100; i++) {
            assertUncrossed(market.next().orElseThrow().instrument(0));
        }
    }

    @Test
    void booksBeginWithTheQuoteAndLieOnTheGrid() {
        SimulatedMarket market = Markets.market(22, c -> c.bookLevels(7));

        for (int i = 0; i < 300; i++) {
            InstrumentMarket brought = market.next().orElseThrow().instrument(0);
            assertThat(brought.quotes()).hasSize(5);
            assertThat(brought.books()).hasSize(5);
            assertThat(brought.trades()).isEmpty();
            for (int venue = 0; venue < 5; venue++) {
                Quote quote = brought.quotes().get(venue);
                OrderBook book = brought.books().get(venue);
                assertThat(quote.venue()).isEqualTo(venue);
                assertThat(book.venue()).isEqualTo(venue);
                assertThat(book.bids().get(0)).isEqualTo(new BookLevel(quote.bid(), quote.bidQuantity()));
                assertThat(book.asks().get(0)).isEqualTo(new BookLevel(quote.ask(), quote.askQuantity()));
                assertOnGrid(book.bids());
                assertOnGrid(book.asks());
            }
        }
    }

    @Test
    void booksHaveNoBidsBelowTheFirstTick() {
        SimulatedInstrument penny = new SimulatedInstrument("A/B", 8, Decimal.ONE, Decimal.ONE, Decimal.ZERO, 0.5);
        SimulatedMarket market =
                Markets.market(1, c -> c.instruments(List.of(penny)).bookLevels(20));
        OrderBook book = market.next().orElseThrow().instrument(0).books().get(0);

        assertThat(book.asks()).hasSize(20);
        assertThat(book.bids()).hasSizeLessThan(9);
        assertThat(book.bids().get(book.bids().size() - 1).price()).isGreaterThanOrEqualTo(1);
    }

    @Test
    void tightMarketsQuoteOneTickAroundTheLastTrade() {
        SimulatedInstrument coarse = new SimulatedInstrument("A/B", 100, Decimal.ONE, Decimal.ONE, Decimal.ZERO, 0.5);
        SimulatedMarket market = Markets.market(1, c -> c.instruments(List.of(coarse)));
        int atTheBid = 0;
        for (int i = 0; i < 1_000; i++) {
            MarketSnapshot snapshot = market.next().orElseThrow();
            double close = Markets.bar(snapshot, 0).close();
            for (Quote quote : snapshot.instrument(0).quotes()) {
                assertThat(quote.ask() - quote.bid()).isEqualTo(1);
                assertThat(close).isBetween(quote.bid(), quote.ask());
                atTheBid += close == quote.bid() ? 1 : 0;
            }
        }
        assertThat(atTheBid).isBetween(2_200, 2_800);
    }

    @Test
    void oneLevelIsABookToo() {
        InstrumentMarket brought =
                Markets.market(1, c -> c.bookLevels(1)).next().orElseThrow().instrument(0);

        assertThat(brought.books()).allSatisfy(book -> {
            assertThat(book.bids()).hasSize(1);
            assertThat(book.asks()).hasSize(1);
        });
    }

    @Test
    void illiquidMarketsHaveWideSpreadsThinBooksAndQuietBars() {
        Liquidity ordinary = liquidity(Scenario.SIDEWAYS);
        Liquidity scarce = liquidity(Scenario.ILLIQUID);

        assertThat(scarce.spread).isGreaterThan(8 * ordinary.spread);
        assertThat(scarce.quantity).isLessThan(0.1 * ordinary.quantity);
        assertThat(scarce.volume).isLessThan(0.1 * ordinary.volume);
        assertThat(scarce.quietShare).isBetween(0.2, 0.3);
        assertThat(ordinary.quietShare).isZero();
    }

    @Test
    void liquidVenuesAreTighterAndTradeMore() {
        SimulatedMarket market = Markets.market(23, c -> c);
        double[] spreads = new double[5];
        double[] volumes = new double[5];
        for (MarketSnapshot snapshot : Markets.take(market, 2_000)) {
            for (Quote quote : snapshot.instrument(0).quotes()) {
                spreads[quote.venue()] += quote.spread() / 2_000;
                volumes[quote.venue()] += quote.volume24h() / 2_000;
            }
        }

        assertThat(spreads[0]).isLessThan(spreads[1]).isBetween(0.5e-4, 2e-4);
        assertThat(spreads[1]).isLessThan(spreads[4]);
        assertThat(volumes[0] / volumes[4]).isCloseTo(2, within(0.05));
    }

    @Test
    void spreadsWidenWithVolatility() {
        SimulatedMarket market = Markets.market(24, c -> c.scenario(Scenario.CRASH));
        double calm = Double.POSITIVE_INFINITY;
        double widest = 0;
        for (int hour = 0; hour < 24; hour++) {
            double sum = 0;
            for (MarketSnapshot snapshot : Markets.take(market, 60)) {
                sum += snapshot.instrument(0).quotes().get(0).spread() / 60;
            }
            calm = Math.min(calm, sum);
            widest = Math.max(widest, sum);
        }

        assertThat(widest).isGreaterThan(1.5 * calm);
    }

    @Test
    void fundingStaysSmallAndDailyVolumeMovesSlowly() {
        double before = 0;
        for (MarketSnapshot snapshot : Markets.take(Markets.market(25, c -> c), 5_000)) {
            double total = 0;
            for (Quote quote : snapshot.instrument(0).quotes()) {
                assertThat(Math.abs(quote.fundingRate())).isLessThan(0.002);
                total += quote.volume24h();
            }
            if (before > 0) {
                assertThat(total / before).isBetween(0.8, 1.25);
            }
            before = total;
        }
    }

    private static void assertUncrossed(InstrumentMarket brought) {
        double bestBid = 0;
        double bestAsk = Double.POSITIVE_INFINITY;
        for (Quote quote : brought.quotes()) {
            bestBid = Math.max(bestBid, quote.bid());
            bestAsk = Math.min(bestAsk, quote.ask());
        }
        assertThat(bestBid).isPositive().isLessThan(bestAsk);
    }

    private static void assertOnGrid(List<BookLevel> levels) {
        assertThat(levels).hasSize(7).allSatisfy(level -> {
            assertThat(Decimal.fromDouble(level.price()).isMultipleOf(TICK)).isTrue();
            assertThat(Decimal.fromDouble(level.quantity()).isMultipleOf(LOT)).isTrue();
        });
    }

    private static Liquidity liquidity(Scenario scenario) {
        SimulatedMarket market = Markets.market(26, c -> Markets.bare(c, scenario));
        int steps = 10_000;
        double[] volumes = new double[steps];
        double spread = 0;
        double quantity = 0;
        for (int i = 0; i < steps; i++) {
            InstrumentMarket brought = market.next().orElseThrow().instrument(0);
            Quote quote = brought.quotes().get(0);
            spread += quote.spread() / steps;
            quantity += quote.bidQuantity() / steps;
            volumes[i] = brought.bar() == null ? 0 : brought.bar().volume();
        }
        double mean = Markets.mean(volumes);
        double quiet = 0;
        for (double volume : volumes) {
            quiet += volume < 0.1 * mean ? 1.0 / steps : 0;
        }
        return new Liquidity(spread, quantity, mean, quiet);
    }

    private record Liquidity(double spread, double quantity, double volume, double quietShare) {}
}
