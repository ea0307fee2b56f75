package io.aqts.core.fuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aqts.Predictor;
import io.aqts.config.LogisticConfig;
import io.aqts.config.MomentumConfig;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketSnapshot;
import io.aqts.signal.Prediction;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What both models that ship promise about learning: when they do, from what, and how sure they get. */
class LearningTest {

    /** A model for each horizon, which speaks as soon as it may. */
    static Stream<Named<IntFunction<Predictor>>> models() {
        return Stream.of(
                Named.of("logistic", horizon -> new LogisticPredictor(0, logistic(horizon, 1))),
                Named.of("momentum", horizon -> new MomentumPredictor(0, momentum(horizon, 1))));
    }

    @ParameterizedTest
    @MethodSource("models")
    void countsAnOutcomeOnlyWhenItsWholeHorizonHasPassed(IntFunction<Predictor> model) {
        for (int horizon : new int[] {1, 2, 7, 90}) {
            double[] closes = Tape.closes(Tape.autoregressive(400, 0, horizon));
            List<Optional<Prediction>> predictions = Tape.predictions(model.apply(horizon), closes);

            for (int i = 0; i < closes.length; i++) {
                int bar = i;
                predictions.get(i).ifPresent(prediction -> {
                    assertThat(prediction.outcomes()).isEqualTo(bar - horizon + 1L);
                    assertThat(prediction.horizonNanos()).isEqualTo(horizon * Tape.MINUTE);
                });
            }
            assertThat(predictions.get(399)).isPresent();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void judgesAtTheHorizonAndNotABarEarlier(IntFunction<Predictor> model) {
        double[] closes = new double[600];
        for (int i = 0; i < closes.length; i++) {
            closes[i] = 100 * StrictMath.exp(0.001 * (i + (i % 2 == 0 ? 0 : 3)));
        }

        double atTheHorizon =
                Tape.predictions(model.apply(2), closes).get(599).orElseThrow().probabilityUp();
        double aBarEarlier =
                Tape.predictions(model.apply(1), closes).get(599).orElseThrow().probabilityUp();
        assertThat(atTheHorizon).as("two bars later it is always higher").isGreaterThan(0.75);
        assertThat(aBarEarlier).as("one bar later it is lower, from here").isLessThan(0.5);
    }

    @ParameterizedTest
    @MethodSource("models")
    void knowsNothingOfWhatComesLater(IntFunction<Predictor> model) {
        double[] closes = Tape.closes(Tape.autoregressive(500, 0.5, 11));
        double[] other = closes.clone();
        for (int i = 300; i < other.length; i++) {
            other[i] = 1e6 / closes[i];
        }

        List<Optional<Prediction>> known = Tape.predictions(model.apply(3), closes);
        List<Optional<Prediction>> changed = Tape.predictions(model.apply(3), other);
        assertThat(changed.subList(0, 300)).isEqualTo(known.subList(0, 300));
        assertThat(changed.subList(300, 500)).isNotEqualTo(known.subList(300, 500));
    }

    @ParameterizedTest
    @MethodSource("models")
    void learnsNothingFromPricesThatStandStill(IntFunction<Predictor> model) {
        double[] closes = new double[500];
        java.util.Arrays.fill(closes, 100);

        assertThat(Tape.predictions(model.apply(2), closes)).allMatch(Optional::isEmpty);
    }

    @ParameterizedTest
    @MethodSource("models")
    void saysNothingWhereNoBarIs(IntFunction<Predictor> model) {
        Predictor predictor = model.apply(1);
        double[] closes = Tape.closes(Tape.autoregressive(300, 0, 5));
        Predictor undisturbed = model.apply(1);

        for (int i = 0; i < closes.length; i++) {
            MarketSnapshot silence = MarketSnapshot.of((i + 1) * Tape.MINUTE, List.of(InstrumentMarket.QUIET));
            assertThat(predictor.predict(silence, List.of())).isEmpty();
            assertThat(predictor.predict(Tape.snapshot(i, closes[i]), List.of()))
                    .isEqualTo(undisturbed.predict(Tape.snapshot(i, closes[i]), List.of()));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void staysNearOneHalfWhereNothingCanBeForetold(IntFunction<Predictor> model) {
        for (long seed = 1; seed <= 3; seed++) {
            double[] closes = Tape.closes(Tape.autoregressive(20_000, 0, seed));
            Hindsight hindsight = Hindsight.of(Tape.predictions(model.apply(1), closes), closes, 1);

            assertThat(hindsight.outcomes()).isGreaterThan(9_900);
            assertThat(hindsight.meanDistanceFromOneHalf()).isLessThan(0.02);
            assertThat(hindsight.skill()).isGreaterThan(-0.005);
        }
    }

    @Test
    void findsThePlantedMemoryOfReturnsAndIsCalibrated() {
        for (double phi : new double[] {0.3, -0.3}) {
            double[] closes = Tape.closes(Tape.autoregressive(20_000, phi, 7));
            Hindsight hindsight =
                    Hindsight.of(Tape.predictions(new LogisticPredictor(0, logistic(1, 200)), closes), closes, 1);

            assertThat(hindsight.skill()).as("Brier skill, of at most 0.06").isGreaterThan(0.03);
            assertThat(hindsight.usedBuckets()).isGreaterThanOrEqualTo(4);
            assertThat(hindsight.worstBucket()).as("standard errors off").isLessThan(4);
        }
    }

    @Test
    void findsThePlantedReturnToTheTrendAndIsCalibrated() {
        double[] closes = Tape.closes(Tape.autoregressive(20_000, -0.3, 3));
        MomentumPredictor predictor = new MomentumPredictor(0, momentum(1, 200));
        Hindsight hindsight = Hindsight.of(Tape.predictions(predictor, closes), closes, 1);

        assertThat(hindsight.skill()).isGreaterThan(0.01);
        assertThat(hindsight.usedBuckets()).isGreaterThanOrEqualTo(2);
        assertThat(hindsight.worstBucket()).isLessThan(4);
    }

    @Test
    void expectsMoreWhereItIsSurer() {
        double[] closes = Tape.closes(Tape.autoregressive(5_000, 0.4, 9));
        for (Optional<Prediction> answer : Tape.predictions(new LogisticPredictor(0, logistic(1, 200)), closes)) {
            answer.ifPresent(prediction -> {
                double edge = 2 * prediction.probabilityUp() - 1;
                assertThat(Math.signum(prediction.score())).isEqualTo(Math.signum(edge));
                assertThat(prediction.score()).isCloseTo(5 * edge / Math.sqrt(1 + 25 * edge * edge), within(1e-12));
                assertThat(Math.abs(prediction.expectedReturn())).isLessThanOrEqualTo(prediction.deviation());
                assertThat(prediction.deviation()).isLessThan(0.005);
            });
        }
    }

    @Test
    void waitsForItsLeastRecordAndItsSlowestAverage() {
        double[] closes = Tape.closes(Tape.autoregressive(400, 0, 2));

        assertThat(firstAnswer(new LogisticPredictor(0, logistic(3, 1)), closes))
                .isEqualTo(60);
        assertThat(firstAnswer(new LogisticPredictor(0, logistic(3, 100)), closes))
                .isEqualTo(102);
        assertThat(firstAnswer(new MomentumPredictor(0, momentum(3, 1)), closes))
                .isEqualTo(30);
        assertThat(firstAnswer(new MomentumPredictor(0, momentum(3, 100)), closes))
                .isEqualTo(102);
    }

    private static int firstAnswer(Predictor predictor, double[] closes) {
        List<Optional<Prediction>> predictions = Tape.predictions(predictor, closes);
        int first = 0;
        while (predictions.get(first).isEmpty()) {
            first++;
        }
        return first;
    }

    private static LogisticConfig logistic(int horizon, int leastOutcomes) {
        return LogisticConfig.defaults().toBuilder()
                .horizonBars(horizon)
                .minimumOutcomes(leastOutcomes)
                .build();
    }

    private static MomentumConfig momentum(int horizon, int leastOutcomes) {
        return MomentumConfig.defaults().toBuilder()
                .fastBars(5)
                .slowBars(30)
                .horizonBars(horizon)
                .minimumOutcomes(leastOutcomes)
                .build();
    }
}
