package io.aqts.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aqts.config.Scenario;
import io.aqts.config.SimulatedInstrument;
import io.aqts.market.Bar;
import io.aqts.trade.Decimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnsTest {

    private static final int LONG = 200_000;
    private static final double MINUTES_PER_YEAR = 525_600;

    @ParameterizedTest
    @EnumSource(
            value = Scenario.class,
            names = {"SIDEWAYS", "REGIME_SWITCHING", "ILLIQUID"})
    void theExpectedPriceIsTodaysWhereThereIsNoDrift(Scenario scenario) {
        double[] gross = growth(scenario, 4_000, 365);

        double error = Math.sqrt(Markets.variance(gross) / gross.length);
        assertThat(error).isLessThan(0.015);
        assertThat(Markets.mean(gross)).isCloseTo(1, within(3 * error));
    }

    @Test
    void bullMarketsRiseAndBearMarketsFallOnAverage() {
        double[] up = growth(Scenario.BULL, 500, 365);
        double[] down = growth(Scenario.BEAR, 500, 365);

        assertThat(Markets.mean(up)).isCloseTo(StrictMath.exp(1.2), within(0.8));
        assertThat(Markets.mean(down)).isCloseTo(StrictMath.exp(-1.2), within(0.07));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 42, 2025})
    void aCrashTakesAFifthOffWithinTheFirstDay(long seed) {
        SimulatedMarket market = Markets.market(seed, c -> Markets.bare(c, Scenario.CRASH));
        double peak = 0;
        double worst = 0;
        for (int i = 0; i < 1_440; i++) {
            Bar bar = Markets.bar(market.next().orElseThrow(), 0);
            peak = Math.max(peak, bar.close());
            worst = Math.max(worst, 1 - bar.close() / peak);
        }

        assertThat(worst).isBetween(0.2, 0.6);
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 1_440})
    void longBarsCrashTooAndRecoverInPart(int minutes) {
        double[] low = new double[50];
        double[] after = new double[50];
        for (int seed = 0; seed < low.length; seed++) {
            SimulatedMarket market =
                    Markets.market(seed, c -> Markets.bare(c, Scenario.CRASH).interval(Duration.ofMinutes(minutes)));
            low[seed] = Double.POSITIVE_INFINITY;
            for (int i = 0; i < 90; i++) {
                after[seed] = Markets.bar(market.next().orElseThrow(), 0).close() / 42_000;
                low[seed] = Math.min(low[seed], after[seed]);
            }
        }

        assertThat(Markets.mean(low)).isBetween(0.4, 0.75);
        assertThat(Markets.mean(after)).isBetween(Markets.mean(low) + 0.03, 0.9);
    }

    @Test
    void crashesComeBackButRarely() {
        SimulatedMarket market = Markets.market(5, c -> Markets.bare(c, Scenario.CRASH));
        int days = 365;
        int crashes = 0;
        for (int day = 0; day < days; day++) {
            double peak = 0;
            double worst = 0;
            for (int i = 0; i < 1_440; i++) {
                Bar bar = Markets.bar(market.next().orElseThrow(), 0);
                peak = Math.max(peak, bar.close());
                worst = Math.max(worst, 1 - bar.close() / peak);
            }
            crashes += worst > 0.2 ? 1 : 0;
        }

        assertThat(crashes).isBetween(5, 25);
    }

    @ParameterizedTest
    @EnumSource(value = Scenario.class, names = "CRASH", mode = EnumSource.Mode.EXCLUDE)
    void realizesTheConfiguredVolatility(Scenario scenario) {
        for (int instrument = 0; instrument < 2; instrument++) {
            double[] returns = Markets.returns(Markets.market(11, c -> Markets.bare(c, scenario)), instrument, LONG);
            double annual = Math.sqrt(Markets.variance(returns) * MINUTES_PER_YEAR);
            double configured = instrument == 0 ? 0.6 : 0.75;
            assertThat(annual).isCloseTo(configured, within(0.15 * configured));
        }
    }

    @Test
    void volatilityDoesNotDependOnTheInterval() {
        double[] hourly = Markets.returns(
                Markets.market(11, c -> Markets.bare(c, Scenario.BULL).interval(Duration.ofHours(1))), 0, LONG);

        assertThat(Math.sqrt(Markets.variance(hourly) * 8_760)).isCloseTo(0.6, within(0.06));
    }

    @ParameterizedTest
    @EnumSource(value = Scenario.class, names = "CRASH", mode = EnumSource.Mode.EXCLUDE)
    void volatilityClustersWhileReturnsDoNot(Scenario scenario) {
        double[] returns = Markets.returns(Markets.market(12, c -> Markets.bare(c, scenario)), 0, LONG);
        double[] sizes = Markets.sizes(returns);

        assertThat(Markets.autocorrelation(sizes, 1)).isGreaterThan(0.04);
        assertThat(Markets.autocorrelation(sizes, 20)).isGreaterThan(0.02);
        assertThat(Markets.autocorrelation(returns, 1)).isCloseTo(0, within(0.02));
    }

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void returnsHaveFatTails(Scenario scenario) {
        double[] returns = Markets.returns(Markets.market(13, c -> Markets.bare(c, scenario)), 0, LONG);
        double variance = Markets.variance(returns);
        double fourth = 0;
        for (double value : returns) {
            fourth += value * value * value * value;
        }

        assertThat(fourth / LONG / (variance * variance)).isGreaterThan(4);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.6, 0.95})
    void instrumentsCorrelateAsConfigured(double correlation) {
        SimulatedMarket market = Markets.market(
                14, c -> Markets.bare(c, Scenario.REGIME_SWITCHING).correlation(correlation));
        double[] first = new double[LONG];
        double[] second = new double[LONG];
        for (int i = 0; i < LONG; i++) {
            var snapshot = market.next().orElseThrow();
            first[i] = change(Markets.bar(snapshot, 0));
            second[i] = change(Markets.bar(snapshot, 1));
        }

        assertThat(Markets.correlation(first, second)).isCloseTo(correlation, within(0.05));
    }

    @Test
    void sidewaysPricesKeepComingBack() {
        double[] distance = new double[2_000];
        for (int seed = 0; seed < distance.length; seed++) {
            SimulatedMarket market = Markets.market(seed, c -> Markets.daily(c, Scenario.SIDEWAYS));
            distance[seed] = StrictMath.log(Markets.finalPrice(market, 365) / 42_000);
        }

        double freeVariance = 0.36;
        assertThat(Markets.variance(distance)).isLessThan(0.3 * freeVariance);
    }

    @Test
    void aStillMarketStandsStill() {
        SimulatedInstrument still = SimulatedInstrument.defaults().get(0).toBuilder()
                .annualVolatility(0)
                .build();
        double[] returns = Markets.returns(
                Markets.market(1, c -> Markets.bare(c, Scenario.BULL).instruments(List.of(still))), 0, 100);

        assertThat(returns).containsOnly(0.0);
    }

    @Test
    void aCoarseTickDoesNotHoldThePriceBack() {
        SimulatedInstrument coarse = SimulatedInstrument.defaults().get(0).toBuilder()
                .tickSize(Decimal.of(100))
                .build();
        double rough = Markets.finalPrice(
                Markets.market(1, c -> Markets.bare(c, Scenario.BULL).instruments(List.of(coarse))), 5_000);
        double fine = Markets.finalPrice(Markets.market(1, c -> Markets.bare(c, Scenario.BULL)), 5_000);

        assertThat(rough).isCloseTo(fine, within(50.01));
    }

    private static double[] growth(Scenario scenario, int seeds, int days) {
        double[] growth = new double[seeds];
        for (int seed = 0; seed < seeds; seed++) {
            SimulatedMarket market = Markets.market(seed, c -> Markets.daily(c, scenario));
            growth[seed] = Markets.finalPrice(market, days) / 42_000;
        }
        return growth;
    }

    private static double change(Bar bar) {
        return StrictMath.log(bar.close() / bar.open());
    }
}
