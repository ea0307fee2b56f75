package io.aqts.core.risk.rule;

import static io.aqts.core.risk.rule.Stage.ALL;
import static io.aqts.core.risk.rule.Stage.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aqts.Randomness;
import io.aqts.RiskRule;
import io.aqts.config.CapConfig;
import io.aqts.config.TailConfig;
import io.aqts.config.TailMethod;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketEvent;
import io.aqts.market.Quote;
import io.aqts.trade.Decimal;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TailTest {

    private final Stage stage = new Stage();

    @Test
    void takesTheLossAtItsPlaceFromTheWorst() {
        assertThat(HistoricalLoss.place(24, 0.05)).isEqualTo(2);
        assertThat(HistoricalLoss.place(100, 0.05)).isEqualTo(5);
        assertThat(HistoricalLoss.place(101, 0.05)).isEqualTo(6);
        assertThat(HistoricalLoss.place(30, 0.001)).isEqualTo(1);
    }

    @Test
    void correctsTheQuantileAsPublished() {
        double z = -1.6448536269514722;
        assertThat(CornishFisher.quantile(z, 0, 0)).isEqualTo(z);
        assertThat(CornishFisher.quantile(z, 0, 3)).isCloseTo(z + (z * z * z - 3 * z) * 3 / 24, within(1e-15));
        assertThat(CornishFisher.quantile(z, -1, 2))
                .isCloseTo(
                        z - (z * z - 1) / 6 + (z * z * z - 3 * z) / 12 - (2 * z * z * z - 5 * z) / 36, within(1e-14));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, true",
        "0, 3, true",
        "-1, 2, true",
        "-0.5, 1, true",
        "0.5, 1, true",
        "0, 8, false",
        "0, 7.9, true",
        "0, -0.1, false",
        "1, 0, false",
        "0.1, 0, false",
        "-1, 1.3, false",
        "2, 2, false"
    })
    void refusesTheCorrectionWhereItIsNoQuantile(double skew, double excess, boolean valid) {
        assertThat(CornishFisher.isValid(skew, excess)).isEqualTo(valid);
    }

    @Property(tries = 300)
    void callsTheCorrectionValidExactlyWhereTheQuantileRises(@ForAll long seed) {
        Randomness chance = Randomness.of(seed);
        double skew = chance.nextDouble(-2, 2);
        double excess = chance.nextDouble(-1, 10);
        double steepest = Double.POSITIVE_INFINITY;
        for (double z = -60; z <= 60; z += 0.01) {
            double slope = CornishFisher.quantile(z + 1e-3, skew, excess) - CornishFisher.quantile(z, skew, excess);
            steepest = Math.min(steepest, slope);
        }
        if (Math.abs(steepest) > 1e-6) {
            assertThat(CornishFisher.isValid(skew, excess)).isEqualTo(steepest > 0);
        }
    }

    @Test
    void takesTheMeanOfTheTailWithTheLastSampleInPart() {
        TailMean mean = new TailMean(lines(1, 5, -3, 4, 2, 9, 0, -1, -2, 8));
        assertThat(mean.at(1, 0.1)).isCloseTo(9, within(1e-9));
        assertThat(mean.at(1, 0.25)).isCloseTo((9 + 8 + 0.5 * 5) / 2.5, within(1e-9));
        assertThat(mean.at(1, 0.3)).isCloseTo(22.0 / 3, within(1e-9));
        assertThat(mean.at(1, 0.05)).isCloseTo(9, within(1e-9));
    }

    @Test
    void solvesASquareForTheLargestQuantityWithin() {
        Quadratic square = new Quadratic(4, -1, 1);
        assertThat(square.mostWithin(1, 4)).isEqualTo(1);
        assertThat(square.mostWithin(9, 4)).isEqualTo(2);
        assertThat(square.mostWithin(9, 3.5)).isCloseTo(1 + Math.sqrt(0.5), within(1e-12));
        assertThat(square.mostWithin(9, 2.9)).isZero();
        assertThat(new Quadratic(4, 0, 0).mostWithin(9, 3)).isZero();
        assertThat(new Quadratic(4, 1, 1).mostWithin(9, 3)).isZero();
        assertThat(square.at(1)).isEqualTo(3);
        assertThat(new Quadratic(-1, 0, 0).at(1)).isZero();
    }

    @Test
    void samplesReturnsOfAllInstrumentsAtStepsWithABar() {
        ReturnWindow window = new ReturnWindow(3, Duration.ZERO, 3);
        assertThat(window.spacingNanos()).isZero();
        window.onStep(stage.at(0));
        assertThat(window.count()).isZero();
        window.onStep(stage.at(0).bar(0, 100));
        window.onStep(stage.at(MINUTE).bar(0, 110));
        stage.prices[1] = 50;
        window.onStep(stage.at(3 * MINUTE).bar(0, 110));
        assertThat(window.count()).isEqualTo(2);
        assertThat(window.spacingNanos()).isEqualTo(1.5 * MINUTE);
        assertThat(row(window, 0)).containsExactly(0.10000000000000009, 0, 0);
        assertThat(row(window, 1)).containsExactly(0, -0.5, 0);
        assertThat(window.deviation(1)).isEqualTo(0.25);
        window.onStep(stage.at(4 * MINUTE).bar(0, 220));
        window.onStep(stage.at(5 * MINUTE).bar(0, 110));
        assertThat(window.count()).isEqualTo(3);
        assertThat(row(window, 0)).containsExactly(-0.5, 0, 1);
        assertThat(window.place(0)).isZero();
        assertThat(window.place(1)).isEqualTo(2);
        assertThat(window.place(2)).isEqualTo(1);
        stage.prices[0] = Double.NaN;
        window.onStep(stage.at(6 * MINUTE).bar(1, 50));
        assertThat(row(window, 0)[1]).as("no price, no return").isZero();
    }

    @Test
    void samplesNoOftenerThanTheInterval() {
        ReturnWindow window = new ReturnWindow(30, Duration.ofMinutes(2), 3);
        for (int minute = 0; minute <= 7; minute++) {
            window.onStep(stage.at(minute * MINUTE).bar(0, 100 + minute));
        }
        assertThat(window.count()).isEqualTo(3);
        assertThat(row(window, 0)[0]).isEqualTo(102.0 / 100 - 1);
    }

    @Test
    void aSplitIsNoReturn() {
        ReturnWindow window = new ReturnWindow(2, Duration.ofMinutes(2), 3);
        window.onStep(stage.at(0).bar(0, 100));
        stage.at(MINUTE).bar(0, 50);
        stage.markets[0] = stage.markets[0].withEvents(List.of(new MarketEvent.Split(MINUTE, Decimal.of(2))));
        window.onStep(stage);
        window.onStep(stage.at(2 * MINUTE).bar(0, 51));

        assertThat(window.count()).isEqualTo(1);
        assertThat(row(window, 0)[0]).isEqualTo(51.0 / 50 - 1);
    }

    @ParameterizedTest
    @EnumSource(TailMethod.class)
    void opensNothingBeforeThereAreEnoughSamples(TailMethod method) {
        ReturnWindow window = filled(TailConfig.LEAST_SAMPLES - 1, 7);
        ValueAtRiskGate risk = new ValueAtRiskGate(config(method, 100), window);
        ExpectedShortfallGate mean = new ExpectedShortfallGate(config(method, 100), window);
        StressGate stress = new StressGate(Settings.stress(s -> s), 0.1, window, new MarketMemory(3, 1, 0));

        assertThat(stage.allowed(risk)).isZero();
        assertThat(risk.reasonFor(stage.buying(1))).isEqualTo(ReasonCode.TAIL_UNKNOWN);
        assertThat(stage.allowed(mean)).isZero();
        assertThat(mean.reasonFor(stage.buying(1))).isEqualTo(ReasonCode.TAIL_UNKNOWN);
        assertThat(stage.allowed(stress)).isZero();
        assertThat(stress.reasonFor(stage.buying(1))).isEqualTo(ReasonCode.TAIL_UNKNOWN);
    }

    @Test
    void holdsTheHistoricalLossToTheLimitExactly() {
        ReturnWindow window = filled(200, 7);
        ValueAtRiskGate gate = new ValueAtRiskGate(config(TailMethod.HISTORICAL, 1_000), window);
        assertThat(gate.reason()).isEqualTo(ReasonCode.VALUE_AT_RISK);
        double most = stage.allowed(gate);

        double[] returns = row(window, 0);
        Arrays.sort(returns);
        assertThat(most * stage.prices[0]).isCloseTo(1_000 / -returns[9], within(1e-6));
        assertThat(gate.allowedQuantity(stage.buying(most))).isEqualTo(most);
        assertThat(gate.allowedQuantity(stage.buying(most * 1.001))).isLessThan(most * 1.0001);
        assertThat(gate.reasonFor(stage.buying(1e9))).isEqualTo(ReasonCode.VALUE_AT_RISK);
        stage.holding(0, most * stage.prices[0]);
        assertThat(stage.allowed(gate)).isCloseTo(0, within(1e-6));
    }

    @Test
    void weighsRecentReturnsMoreAndFallsBackToThatWithAThinTail() {
        ReturnWindow window = filled(99, 7);
        ValueAtRiskGate thin = new ValueAtRiskGate(config(TailMethod.HISTORICAL, 1_000), window);
        ValueAtRiskGate weighted = new ValueAtRiskGate(config(TailMethod.EWMA, 1_000), window);
        assertThat(thin.reasonFor(stage.buying(1))).isEqualTo(ReasonCode.VALUE_AT_RISK_FALLBACK);
        assertThat(weighted.reasonFor(stage.buying(1))).isEqualTo(ReasonCode.VALUE_AT_RISK);
        assertThat(stage.allowed(thin)).isEqualTo(stage.allowed(weighted));

        double squares = 0;
        double weights = 0;
        double weight = 1;
        for (int age = 0; age < 99; age++) {
            double change = row(window, 0)[window.place(age)];
            squares += weight * change * change;
            weights += weight;
            weight *= 0.94;
        }
        double deviation = Math.sqrt(squares / weights);
        assertThat(stage.allowed(weighted) * stage.prices[0])
                .isCloseTo(1_000 / (1.6448536269514722 * deviation), within(1e-6));
        assertThat(new ValueAtRiskGate(config(TailMethod.HISTORICAL, 1), filled(100, 7)).reasonFor(stage.buying(1)))
                .isEqualTo(ReasonCode.VALUE_AT_RISK);
    }

    @Test
    void correctsForSkewWhereThatIsValidAndSaysWhereItIsNot() {
        ReturnWindow mild = cycle(240, 0.01, -0.01, 0.02, -0.02, 0.045, -0.045, 0.01, -0.01, 0.005, -0.005);
        ValueAtRiskGate gate = new ValueAtRiskGate(config(TailMethod.CORNISH_FISHER, 1_000), mild);
        double most = stage.allowed(gate);
        double[] returns = row(mild, 0);
        double second = Arrays.stream(returns).map(r -> r * r).average().orElseThrow();
        double mean = Arrays.stream(returns).average().orElseThrow();
        double third =
                Arrays.stream(returns).map(r -> Math.pow(r - mean, 3)).average().orElseThrow();
        double fourth =
                Arrays.stream(returns).map(r -> Math.pow(r - mean, 4)).average().orElseThrow();
        double variance = second - mean * mean;
        double skew = -third / Math.pow(variance, 1.5);
        double excess = fourth / (variance * variance) - 3;
        assertThat(CornishFisher.isValid(skew, excess)).isTrue();
        double unit = -mean + Math.sqrt(variance) * CornishFisher.quantile(1.6448536269514722, skew, excess);
        assertThat(most * stage.prices[0]).isCloseTo(1_000 / unit, within(1e-4));
        assertThat(gate.reasonFor(stage.buying(1))).isEqualTo(ReasonCode.VALUE_AT_RISK);

        ReturnWindow even = cycle(240, 0.01, -0.01);
        ValueAtRiskGate invalid = new ValueAtRiskGate(config(TailMethod.CORNISH_FISHER, 1_000), even);
        ValueAtRiskGate historical = new ValueAtRiskGate(config(TailMethod.HISTORICAL, 1_000), even);
        assertThat(invalid.reasonFor(stage.buying(1))).isEqualTo(ReasonCode.VALUE_AT_RISK_FALLBACK);
        assertThat(stage.allowed(invalid)).isCloseTo(stage.allowed(historical), within(1e-6));
    }

    @Test
    void holdsTheMeanOfTheTailToTheLimit() {
        ReturnWindow window = filled(200, 9);
        ExpectedShortfallGate gate = new ExpectedShortfallGate(config(TailMethod.HISTORICAL, 1_000), window);
        assertThat(gate.reasonFor(stage.buying(1))).isEqualTo(ReasonCode.EXPECTED_SHORTFALL);
        double[] returns = row(window, 0);
        Arrays.sort(returns);
        double mean = -Arrays.stream(returns, 0, 10).average().orElseThrow();
        assertThat(stage.allowed(gate) * stage.prices[0]).isCloseTo(1_000 / mean, within(1e-6));
        ValueAtRiskGate quantile = new ValueAtRiskGate(config(TailMethod.HISTORICAL, 1_000), window);
        assertThat(stage.allowed(gate))
                .as("the mean is never less than the quantile")
                .isLessThan(stage.allowed(quantile));
    }

    @Test
    void allowsAHedgeOfWhatIsBeyondTheLimitOnlyIfItIsWithinAfterwards() {
        Randomness chance = Randomness.of(4);
        ReturnWindow window = new ReturnWindow(200, Duration.ZERO, 3);
        for (int t = 0; t <= 200; t++) {
            stage.prices[1] = stage.prices[0];
            window.onStep(stage.at(t * MINUTE).bar(0, stage.prices[0]));
            stage.prices[0] *= 1 + 0.01 * chance.nextGaussian();
        }
        stage.prices[0] = 100;
        for (RiskRule gate : List.of(
                new ExpectedShortfallGate(config(TailMethod.HISTORICAL, 1_000), window),
                new ValueAtRiskGate(config(TailMethod.HISTORICAL, 1_000), window),
                new ValueAtRiskGate(config(TailMethod.EWMA, 1_000), window))) {
            stage.holding(1, 0);
            double most = gate.allowedQuantity(stage.selling(1e9));
            stage.holding(1, 500 * most);
            assertThat(stage.allowed(gate)).isZero();
            assertThat(gate.allowedQuantity(stage.selling(5 * most))).isEqualTo(5 * most);
            double beyond = gate.allowedQuantity(stage.selling(8 * most));
            assertThat(beyond).isBetween(5.5 * most, 6.5 * most);
            assertThat(gate.allowedQuantity(stage.selling(beyond * 0.999))).isEqualTo(beyond * 0.999);
        }
    }

    @Test
    void addsUpHeatAsReturnsCorrelate() {
        ReturnWindow window = new ReturnWindow(60, Duration.ZERO, 3);
        for (int t = 0; t <= 60; t++) {
            stage.prices[0] = t % 2 == 0 ? 100 : 110;
            stage.prices[1] = t % 2 == 0 ? 200 : 220;
            stage.prices[2] = t % 4 < 2 ? 100 : 110;
            window.onStep(stage.at(t * MINUTE).bar(0, stage.prices[0]));
        }
        CorrelatedHeat rule = new CorrelatedHeat(CapConfig.amount(1_000), window);
        assertThat(rule.reason()).isEqualTo(ReasonCode.CORRELATED_HEAT);
        assertThat(rule.allowedQuantity(stage.buying(1)))
                .as("nothing is said without a stop")
                .isEqualTo(ALL);
        assertThat(heatAllowed(rule, Side.BUY)).isCloseTo(100, within(1e-9));
        stage.longHeat[1] = 400;
        assertThat(heatAllowed(rule, Side.BUY)).as("as one").isCloseTo(60, within(1e-6));
        assertThat(heatAllowed(rule, Side.SELL)).as("against one another").isCloseTo(140, within(1e-6));
        stage.longHeat[1] = 0;
        stage.shortHeat[1] = 400;
        assertThat(heatAllowed(rule, Side.BUY)).isCloseTo(140, within(1e-6));
        stage.shortHeat[1] = 0;
        stage.longHeat[2] = 600;
        double rho = correlation(row(window, 0), row(window, 2));
        double expected = (-600 * rho + Math.sqrt(1e6 - 600 * 600 * (1 - rho * rho))) / 10;
        assertThat(heatAllowed(rule, Side.BUY)).isCloseTo(expected, within(1e-6));
        stage.longHeat[0] = 300;
        assertThat(heatAllowed(rule, Side.BUY)).isCloseTo(expected - 30, within(1e-6));
    }

    @Test
    void takesHeatForOneWhereCorrelationsAreUnknown() {
        CorrelatedHeat cold = new CorrelatedHeat(CapConfig.amount(1_000), filled(29, 3));
        stage.prices[0] = 100;
        stage.longHeat[1] = 300;
        stage.shortHeat[2] = 200;
        assertThat(heatAllowed(cold, Side.BUY)).isEqualTo(50);
        ReturnWindow still = cycle(60, 0);
        CorrelatedHeat flat = new CorrelatedHeat(CapConfig.amount(1_000), still);
        stage.prices[0] = 100;
        assertThat(heatAllowed(flat, Side.BUY)).isEqualTo(50);
        stage.longHeat[1] = 900;
        stage.shortHeat[2] = 200;
        assertThat(heatAllowed(flat, Side.BUY)).isNegative();
    }

    @Test
    void survivesAGapWithMoreThanTheEquityThatHalts() {
        ReturnWindow window = cycle(60, 0.01, -0.01);
        double sigma = window.deviation(0);
        StressGate gate = stress(window, Settings.stress(s -> s.crashSigmas(1e-9)), 0);
        assertThat(gate.reasonFor(stage.buying(1))).isEqualTo(ReasonCode.STRESS);
        double expected = 10_000 / (10 * sigma) / stage.prices[0];
        assertThat(stage.allowed(gate))
                .isCloseTo(expected, within(expected * 1e-8))
                .isLessThan(expected);
        assertThat(gate.allowedQuantity(stage.selling(1e9))).isCloseTo(expected, within(expected * 1e-8));
        stage.holding(1, -20_000);
        assertThat(gate.allowedQuantity(stage.selling(1e9)))
                .as("instrument 1 does not move")
                .isCloseTo(expected, within(expected * 1e-8));
        gate.onStep(stage.equity(90_000));
        assertThat(stage.allowed(gate)).isZero();
        gate.onResume();
        gate.onStep(stage);
        assertThat(stage.allowed(gate)).as("counted anew").isPositive();
    }

    @Test
    void losesNoMoreThanThePriceInAFallButMoreInARise() {
        ReturnWindow window = cycle(60, 0.5, -0.5);
        StressGate gate = stress(window, Settings.stress(s -> s.crashSigmas(1e-9)), 0);
        double price = stage.prices[0];
        assertThat(stage.allowed(gate)).isCloseTo(10_000 / price, within(1e-3));
        assertThat(gate.allowedQuantity(stage.selling(1e9)))
                .isCloseTo(10_000 / (10 * window.deviation(0)) / price, within(1e-3));
    }

    @Test
    void survivesACrashAnOutageAWideSpreadAndAThinBook() {
        ReturnWindow window = cycle(60, 0.01, -0.01);
        double sigma = window.deviation(0);
        double price = stage.prices[0];
        StressGate crash = stress(window, Settings.stress(s -> s.gapSigmas(1e-9).outage(Duration.ofSeconds(1))), 0);
        assertThat(stage.allowed(crash) * price).isCloseTo(10_000 / (5 * sigma), within(1.0));
        StressGate outage =
                stress(window, Settings.stress(s -> s.gapSigmas(1e-9).outage(Duration.ofMinutes(4))), 0);
        assertThat(stage.allowed(outage) * price).isCloseTo(10_000 / (5 * sigma * 2), within(1.0));
        StressGate stale = stress(
                window,
                Settings.stress(
                        s -> s.gapSigmas(1e-9).outage(Duration.ofSeconds(1)).stale(Duration.ofMinutes(9))),
                0);
        assertThat(stage.allowed(stale) * price).isCloseTo(10_000 / (5 * sigma * 3), within(1.0));
        StressGate spread =
                stress(window, Settings.stress(s -> s.gapSigmas(1e-9).crashSigmas(1e-9)), 0.01);
        assertThat(stage.allowed(spread) * price).isCloseTo(10_000 / 0.05, within(1.0));
        stage.holding(1, -100_000);
        assertThat(stage.allowed(spread) * price).isCloseTo((10_000 - 5_000) / 0.05, within(1.0));
    }

    @Test
    void leavesPositionsInWhatIsLeftOfTheDepth() {
        ReturnWindow window = cycle(60, 0.01, -0.01);
        MarketMemory memory = new MarketMemory(3, 1, 0);
        stage.prices[0] = 100;
        stage.markets[0] = new InstrumentMarket(
                null, List.of(new Quote(0, 0, 99.95, 400, 100.05, 100, 0, 0)), List.of(), List.of());
        memory.onStep(stage);
        StressGate gate = new StressGate(
                Settings.stress(s -> s.gapSigmas(1e-9).crashSigmas(1e-9).spreadMultiple(1)), 0.1, window, memory);
        gate.onStep(stage);
        double impact = 0.5 * 0.001 / (400 * 0.1 * 100);
        assertThat(stage.allowed(gate)).isCloseTo(Math.sqrt(10_000 / impact) / 100, within(1e-2));
        stage.holding(0, 100_000);
        assertThat(stage.allowed(gate)).isCloseTo(Math.sqrt(10_000 / impact) / 100 - 1_000, within(1e-2));
        stage.holding(0, 0);
        double shortImpact = 0.5 * 0.001 / (100 * 0.1 * 100);
        assertThat(gate.allowedQuantity(stage.selling(1e9)))
                .isCloseTo(Math.sqrt(10_000 / shortImpact) / 100, within(1e-2));
        stage.holding(0, 1e6);
        assertThat(gate.allowedQuantity(stage.candidate(1, Side.BUY, 1))).isZero();
    }

    private StressGate stress(ReturnWindow window, io.aqts.config.StressConfig config, double spread) {
        StressGate gate = new StressGate(config, 0.1, window, new MarketMemory(3, 1, spread));
        gate.onStep(stage);
        return gate;
    }

    private double heatAllowed(CorrelatedHeat rule, Side side) {
        return rule.allowedQuantity(stage.stopped(side, 1e9, stage.prices[0] - side.sign() * 10));
    }

    private static double correlation(double[] one, double[] other) {
        double mean = Arrays.stream(one).average().orElseThrow();
        double otherMean = Arrays.stream(other).average().orElseThrow();
        double both = 0;
        double squares = 0;
        double otherSquares = 0;
        for (int t = 0; t < one.length; t++) {
            both += (one[t] - mean) * (other[t] - otherMean);
            squares += (one[t] - mean) * (one[t] - mean);
            otherSquares += (other[t] - otherMean) * (other[t] - otherMean);
        }
        return both / Math.sqrt(squares * otherSquares);
    }

    private static TailConfig config(TailMethod method, double limit) {
        return Settings.tail(
                t -> t.method(method).valueAtRisk(CapConfig.amount(limit)).expectedShortfall(CapConfig.amount(limit)));
    }

    /** Losses of one unit, as lines through zero. */
    private LossLines lines(double... losses) {
        ReturnWindow window = new ReturnWindow(losses.length, Duration.ZERO, 3);
        fill(window, losses.length, t -> -losses[t] / 100);
        LossLines lines = new LossLines(window);
        stage.prices[0] = 100;
        lines.draw(stage.buying(1));
        return lines;
    }

    private ReturnWindow cycle(int samples, double... changes) {
        ReturnWindow window = new ReturnWindow(samples, Duration.ZERO, 3);
        fill(window, samples, t -> changes[t % changes.length]);
        return window;
    }

    private ReturnWindow filled(int samples, long seed) {
        Randomness chance = Randomness.of(seed);
        ReturnWindow window = new ReturnWindow(Math.max(samples, 30), Duration.ZERO, 3);
        fill(window, samples, t -> 0.01 * chance.nextGaussian());
        return window;
    }

    private void fill(ReturnWindow window, int samples, java.util.function.IntToDoubleFunction changes) {
        stage.prices[0] = 100;
        window.onStep(stage.at(0).bar(0, 100));
        for (int t = 0; t < samples; t++) {
            window.onStep(stage.at((t + 1) * MINUTE).bar(0, stage.prices[0] * (1 + changes.applyAsDouble(t))));
        }
    }

    private static double[] row(ReturnWindow window, int instrument) {
        double[] row = new double[window.size()];
        window.addTo(row, instrument, 1);
        return Arrays.copyOf(row, Math.max(window.count(), Math.min(3, window.size())));
    }
}
