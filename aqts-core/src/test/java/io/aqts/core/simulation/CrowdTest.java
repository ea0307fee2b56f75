package io.aqts.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aqts.config.Scenario;
import io.aqts.market.Bar;
import io.aqts.market.MacroReading;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.NewsItem;
import io.aqts.market.OnChainReading;
import io.aqts.market.Quote;
import io.aqts.market.Reading;
import io.aqts.market.SentimentReading;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CrowdTest {

    private static final int STEPS = 400_000;
    private static final double NOISE = 4 / Math.sqrt(STEPS);

    private static final double[] RETURNS = new double[STEPS];
    private static final double[][] SCORES = new double[3][STEPS];
    private static final double[] FEAR_GREED = new double[STEPS];
    private static final double[] FLOWS = new double[STEPS];
    private static final double[] LIQUIDATIONS = new double[STEPS];
    private static final double[] IMPACTS = new double[STEPS];

    @BeforeAll
    static void listen() {
        SimulatedMarket market = Markets.market(
                31, c -> Markets.bare(c, Scenario.REGIME_SWITCHING).alternativeData(true));
        for (int i = 0; i < STEPS; i++) {
            MarketSnapshot snapshot = market.next().orElseThrow();
            Bar bar = Markets.bar(snapshot, 0);
            List<Reading> readings = snapshot.readings();
            RETURNS[i] = StrictMath.log(bar.close() / bar.open());
            for (int k = 0; k < 3; k++) {
                SCORES[k][i] = ((SentimentReading) readings.get(k)).score();
            }
            FLOWS[i] = ((OnChainReading) readings.get(3)).exchangeFlow();
            FEAR_GREED[i] = ((MacroReading) readings.get(4)).fearGreed();
            LIQUIDATIONS[i] = ((MacroReading) readings.get(4)).liquidations24h();
            IMPACTS[i] = readings.size() > 5 ? ((NewsItem) readings.get(5)).impact() : 0;
        }
    }

    @Test
    void noReadingForetellsTheNextReturn() {
        for (double[] scores : SCORES) {
            assertThat(ahead(scores, 1)).isCloseTo(0, within(NOISE));
        }
        assertThat(ahead(FEAR_GREED, 1)).isCloseTo(0, within(NOISE));
        assertThat(ahead(FLOWS, 1)).isCloseTo(0, within(NOISE));
        assertThat(ahead(LIQUIDATIONS, 1)).isCloseTo(0, within(NOISE));
        assertThat(ahead(IMPACTS, 1)).isCloseTo(0, within(NOISE));
    }

    @Test
    void sentimentFollowsPricesWeakly() {
        for (double[] scores : SCORES) {
            assertThat(Markets.correlation(scores, summed(50))).isBetween(0.1, 0.7);
        }
        assertThat(Markets.correlation(FEAR_GREED, summed(200))).isBetween(0.2, 0.95);
        assertThat(Markets.correlation(FLOWS, summed(200))).isNegative();
    }

    @Test
    void sentimentPersistsAndItsSourcesDiffer() {
        for (double[] scores : SCORES) {
            assertThat(Markets.autocorrelation(scores, 1)).isBetween(0.8, 0.999);
            assertThat(Markets.variance(scores)).isBetween(0.01, 0.3);
        }
        assertThat(Markets.correlation(SCORES[0], SCORES[1])).isLessThan(0.8);
    }

    @Test
    void newsIsRareAndOfBothKinds() {
        double[] told = Arrays.stream(IMPACTS).filter(impact -> impact != 0).toArray();

        assertThat(told.length / (double) STEPS).isCloseTo(6.0 / 1_440, within(0.0005));
        assertThat(Arrays.stream(told).filter(impact -> impact > 0).count() / (double) told.length)
                .isCloseTo(0.5, within(0.05));
    }

    @Test
    void liquidationsRiseWithVolatility() {
        double[] sizes = Markets.sizes(RETURNS);

        assertThat(Markets.correlation(LIQUIDATIONS, sizes)).isGreaterThan(0.15);
    }

    @Test
    void everyReadingIsKnownInTimeAndNamesItsAssetAndSource() {
        for (MarketSnapshot snapshot : Markets.take(Markets.market(32, c -> c), 3_000)) {
            List<Reading> readings = snapshot.readings();
            assertThat(readings).allMatch(reading -> reading.knownAtNanos() <= snapshot.epochNanos());
            assertThat(readings)
                    .allMatch(reading ->
                            reading.asset().equals(reading instanceof MacroReading ? Reading.MARKET : "BTC"));
            assertThat(readings.subList(0, 3))
                    .extracting(reading -> ((SentimentReading) reading).source())
                    .containsExactly("twitter", "reddit", "telegram");
            double funding = snapshot.instrument(0).quotes().stream()
                    .mapToDouble(Quote::fundingRate)
                    .average()
                    .orElseThrow();
            assertThat(((MacroReading) readings.get(4)).fundingRateAverage()).isCloseTo(funding, within(1e-15));
        }
    }

    private static double ahead(double[] readings, int steps) {
        double[] early = Arrays.copyOfRange(readings, 0, STEPS - steps);
        double[] late = Arrays.copyOfRange(RETURNS, steps, STEPS);
        return Markets.correlation(early, late);
    }

    /** The return over a number of bars up to and with each. */
    private static double[] summed(int bars) {
        double[] sums = new double[STEPS];
        double sum = 0;
        for (int i = 0; i < STEPS; i++) {
            sum += RETURNS[i] - (i >= bars ? RETURNS[i - bars] : 0);
            sums[i] = sum;
        }
        return sums;
    }
}
