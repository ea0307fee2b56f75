package io.aqts.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aqts.market.Bar;
import io.aqts.market.MacroReading;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.OnChainReading;
import io.aqts.market.Quote;
import io.aqts.market.Reading;
import io.aqts.market.SentimentReading;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeedMarketTest {

    private static final int STEPS = 20_000;

    @Test
    void repeatsItselfForTheSameSeed() {
        List<MarketSnapshot> once = Markets.take(new SeedMarket(Markets.context(42, c -> c)), 1_000);
        List<MarketSnapshot> again = Markets.take(new SeedMarket(Markets.context(42, c -> c)), 1_000);

        assertThat(again).isEqualTo(once);
        assertThat(Markets.take(new SeedMarket(Markets.context(43, c -> c)), 1_000))
                .isNotEqualTo(once);
    }

    @Test
    void risesByATenthOfAPercentPerBarAndGapsAtTheOpen() {
        SeedMarket market = new SeedMarket(Markets.context(1, c -> c.alternativeData(false)));
        double before = 42_000;
        double sum = 0;
        int gaps = 0;
        for (int i = 0; i < STEPS; i++) {
            Bar bar = Markets.bar(market.next().orElseThrow(), 0);
            double change = bar.close() / before - 1;
            double drift = 1 - bar.open() / bar.close();
            assertThat(drift).isBetween(-0.0040001, 0.0060001);
            assertThat(change - drift).isBetween(-0.0060001, 0.0060001);
            gaps += bar.open() == before ? 0 : 1;
            sum += change / STEPS;
            before = bar.close();
        }

        assertThat(sum).isCloseTo(0.001, within(0.0001));
        assertThat(gaps).isGreaterThan(STEPS - 10);
    }

    @Test
    void highsAndLowsLieOneAndAHalfVolatilitiesOutside() {
        SeedMarket market = new SeedMarket(Markets.context(2, c -> c));
        for (MarketSnapshot snapshot : Markets.take(market, 1_000)) {
            Bar bar = Markets.bar(snapshot, 0);
            double above = bar.high() / Math.max(bar.open(), bar.close()) - 1;
            double below = 1 - bar.low() / Math.min(bar.open(), bar.close());
            assertThat(above).isBetween(0.00299, 0.01801).isCloseTo(below, within(1e-12));
        }
    }

    @Test
    void eachVenueHasANoisyPriceWhoseNoiseIsItsSpread() {
        SeedMarket market = new SeedMarket(Markets.context(3, c -> c));
        double[] weights = {1.0, 0.8, 0.6, 0.9, 0.5};
        for (MarketSnapshot snapshot : Markets.take(market, 1_000)) {
            Bar bar = Markets.bar(snapshot, 0);
            double turnover = 0;
            for (Quote quote : snapshot.instrument(0).quotes()) {
                double size = 1 + 0.5 * weights[quote.venue()];
                double noise = Math.abs(quote.mid() / bar.close() - 1);
                assertThat(noise).isLessThan(0.001 / size + 1e-12);
                assertThat(quote.spread()).isCloseTo(Math.max(noise, 0.01 / quote.mid()), within(1e-9));
                assertThat(quote.volume24h() / size / (1 + 0.05 * quote.venue()))
                        .isBetween(49.99e6, 500.01e6);
                assertThat(Math.abs(quote.fundingRate())).isLessThan(0.02 / size);
                turnover += quote.volume24h();
            }
            assertThat(bar.volume()).isCloseTo(turnover / 24, within(1e-3));
        }
    }

    @Test
    void readingsHaveTheOriginalsRanges() {
        SeedMarket market = new SeedMarket(Markets.context(4, c -> c));
        for (MarketSnapshot snapshot : Markets.take(market, 1_000)) {
            assertThat(snapshot.instruments()).hasSize(1);
            assertThat(snapshot.readings()).hasSize(5).allMatch(r -> r.knownAtNanos() == snapshot.epochNanos());
            assertThat(Math.abs(((SentimentReading) snapshot.readings().get(1)).score()))
                    .isLessThan(0.8);
            assertThat(Math.abs(((SentimentReading) snapshot.readings().get(2)).score()))
                    .isLessThan(0.6);
            assertThat(snapshot.readings())
                    .extracting(Reading::asset)
                    .containsExactly("BTC", "BTC", "BTC", "BTC", Reading.MARKET);
            OnChainReading chain = (OnChainReading) snapshot.readings().get(3);
            MacroReading macro = (MacroReading) snapshot.readings().get(4);
            assertThat(chain.whaleAlerts()).isBetween(5.0, 30.0);
            assertThat(Math.abs(chain.exchangeFlow())).isLessThan(2_000);
            assertThat(macro.fearGreed()).isBetween(10.0, 90.0);
            assertThat(macro.liquidations24h()).isBetween(50e6, 250e6);
        }
    }

    @Test
    void keepsItsFloorAndItsEnd() {
        SeedMarket market = new SeedMarket(
                Markets.context(
                        5,
                        c -> c.instruments(c.build().instruments().stream()
                                .map(i -> i.toBuilder().initialPrice(1).build())
                                .toList())),
                2);

        assertThat(Markets.bar(market.next().orElseThrow(), 0).close()).isEqualTo(1_000);
        assertThat(market.next()).isPresent();
        assertThat(market.next()).isEmpty();
        assertThat(market.next()).isEmpty();
    }
}
