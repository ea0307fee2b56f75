package io.aqts.core.fuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aqts.Predictor;
import io.aqts.config.AqtsConfig;
import io.aqts.config.FusionConfig;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Reading;
import io.aqts.market.SentimentReading;
import io.aqts.signal.Action;
import io.aqts.signal.Contribution;
import io.aqts.signal.Decision;
import io.aqts.signal.Evidence;
import io.aqts.signal.Prediction;
import io.aqts.signal.Proposal;
import io.aqts.signal.Signal;
import io.aqts.trade.ReasonCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class WeightedEnsembleTest {

    private static final double ENSEMBLE = 0.25313876663847895;

    /** A model that always says the same. */
    private record Stub(String name, double score, long outcomes, List<List<Signal>> heard) implements Predictor {

        Stub(String name, double score, long outcomes) {
            this(name, score, outcomes, new ArrayList<>());
        }

        @Override
        public Optional<Prediction> predict(MarketSnapshot snapshot, List<Signal> signals) {
            heard.add(signals);
            double up = 0.5 + score / 4;
            return outcomes < 0
                    ? Optional.empty()
                    : Optional.of(new Prediction(name, score, up, score / 100, 0.01, Tape.MINUTE, outcomes));
        }
    }

    @Test
    void weighsModelsMoodAndEventLikeTheWorkedExample() {
        Proposal proposal = propose(
                c -> c, List.of(new Stub("stub", ENSEMBLE, 100)), moods(0.4, -0.1, 0.3), List.of(signal(0, 0.62)));

        assertThat(proposal.action()).isEqualTo(Action.GO_LONG);
        assertThat(proposal.forecast().score()).isCloseTo(0.31588325998308736, within(1e-15));
        assertThat(proposal.forecast().confidence()).isCloseTo(0.43988325998308736, within(1e-15));
        assertThat(proposal.sizeHint()).isCloseTo(0.354, within(5e-4));
        assertThat(proposal.forecast().probability()).isCloseTo(0.5 + ENSEMBLE / 4, within(1e-15));
        assertThat(proposal.forecast().expectedReturn()).isCloseTo(ENSEMBLE / 100, within(1e-15));
        assertThat(proposal.forecast().horizonNanos()).isEqualTo(Tape.MINUTE);
        assertThat(proposal.reasons()).containsExactly(ReasonCode.SIGNAL);
    }

    @Test
    void isNotSureEnoughWithoutTheEventOfTheWorkedExample() {
        Proposal proposal = propose(c -> c, List.of(new Stub("stub", ENSEMBLE, 100)), moods(0.4, -0.1, 0.3), List.of());

        assertThat(proposal.forecast().score()).isCloseTo(0.19188325998308736, within(1e-15));
        assertThat(proposal.action()).isEqualTo(Action.HOLD);
        assertThat(proposal.sizeHint()).isZero();
        assertThat(proposal.reasons()).containsExactly(ReasonCode.LOW_CONFIDENCE);
    }

    @Test
    void takesANeutralEventForNothing() {
        Signal neutral = new Signal("qgita", 0, Tape.MINUTE, 0, 0.9, Evidence.NONE);
        Proposal without = propose(c -> c, List.of(new Stub("stub", 0.5, 100)), moods(0.1), List.of());
        Proposal with = propose(c -> c, List.of(new Stub("stub", 0.5, 100)), moods(0.1), List.of(neutral));

        assertThat(with).isEqualTo(without);
    }

    @Test
    void isNotSurerForADetectorThatContradicts() {
        Signal contradicting = new Signal("qgita", 0, Tape.MINUTE, -0.001, 0.9, Evidence.NONE);
        Signal agreeing = new Signal("qgita", 0, Tape.MINUTE, 0.001, 0.9, Evidence.NONE);
        List<Stub> models = List.of(new Stub("stub", 0.5, 100));

        Proposal against = propose(c -> c, models, moods(), List.of(contradicting));
        Proposal along = propose(c -> c, models, moods(), List.of(agreeing));

        double weight = against.contributions().get(2).weight();
        assertThat(against.forecast().confidence()).isEqualTo(against.forecast().score());
        assertThat(along.forecast().confidence()).isEqualTo(along.forecast().score() + 0.9 * weight);
    }

    @Test
    void putsTheThresholdsOutsideOfWhatActs() {
        UnaryOperator<FusionConfig.Builder> modelsAlone =
                c -> c.weights(w -> w.ensemble(1).sentiment(0).detectors(0)).minimumConfidence(0);

        assertThat(model(modelsAlone, 0.15).action()).isEqualTo(Action.HOLD);
        assertThat(model(modelsAlone, 0.15).reasons()).containsExactly(ReasonCode.BELOW_THRESHOLD);
        assertThat(model(modelsAlone, Math.nextUp(0.15)).action()).isEqualTo(Action.GO_LONG);
        assertThat(model(modelsAlone, -0.15).action()).isEqualTo(Action.HOLD);
        assertThat(model(modelsAlone, Math.nextDown(-0.15)).action()).isEqualTo(Action.GO_SHORT);
    }

    @Test
    void actsAtExactlyTheLeastConfidenceAndNotBelow() {
        UnaryOperator<FusionConfig.Builder> modelsAlone =
                c -> c.weights(w -> w.ensemble(1).sentiment(0).detectors(0)).minimumConfidence(0.5);

        assertThat(model(modelsAlone, 0.5).action()).isEqualTo(Action.GO_LONG);
        assertThat(model(modelsAlone, Math.nextDown(0.5)).action()).isEqualTo(Action.HOLD);
        assertThat(model(modelsAlone, -0.5).action()).isEqualTo(Action.GO_SHORT);
    }

    @Test
    void statesTheChanceOfTheDirectionItProposes() {
        Proposal fall = model(c -> c, -0.8);

        assertThat(fall.forecast().probability()).isCloseTo(0.5 + 0.8 / 4, within(1e-15));
        assertThat(fall.forecast().expectedReturn()).isNegative();
    }

    @Test
    void weighsEachModelByTheLengthOfItsRecord() {
        List<Predictor> models =
                List.of(new Stub("young", 1, 250), new Stub("old", -1, 1_000), new Stub("mute", 1, -1));
        Proposal proposal = propose(c -> c, models, List.of(), List.of());

        double young = 250 / 1_250.0;
        double old = 1_000 / 2_000.0;
        List<Contribution> contributions = proposal.contributions();
        assertThat(contributions)
                .extracting(Contribution::input)
                .containsExactly("young", "old", "mute", "sentiment", "detectors");
        assertThat(contributions.get(0).weight()).isCloseTo(0.75 * young / (young + old), within(1e-15));
        assertThat(contributions.get(1).weight()).isCloseTo(0.75 * old / (young + old), within(1e-15));
        assertThat(contributions.get(2).weight()).isZero();
    }

    @Test
    void leavesSentimentOutUntilItIsHeardAndKeepsItThen() {
        WeightedEnsemble ensemble = ensemble(c -> c, List.of(new Stub("stub", 0.5, 100)));

        assertThat(weights(ensemble.fuse(snapshot(0, List.of()), List.of()))).containsExactly(0.75, 0.0, 0.25);
        assertThat(weights(ensemble.fuse(snapshot(1, moods(0)), List.of()))).containsExactly(0.6, 0.2, 0.2);
        assertThat(weights(ensemble.fuse(snapshot(2, List.of()), List.of()))).containsExactly(0.6, 0.2, 0.2);
    }

    @Test
    void averagesTheFreshestScoreOfEachSourceOfSentiment() {
        WeightedEnsemble ensemble = ensemble(c -> c, List.of(new Stub("stub", 0, 100)));

        ensemble.fuse(snapshot(0, moods(1, -1)), List.of());
        Decision later = ensemble.fuse(snapshot(1, moods(0.5)), List.of());
        assertThat(mood(later)).isEqualTo((0.5 - 1) / 2);
        Decision twice = ensemble.fuse(
                snapshot(
                        2,
                        List.of(
                                SentimentReading.of(1, "BTC", "source 0", -0.9),
                                SentimentReading.of(2, "BTC", "source 0", 0.2))),
                List.of());
        assertThat(mood(twice)).isEqualTo((0.2 - 1) / 2);
    }

    @Test
    void hearsForEachInstrumentWhatIsSaidOfItsBaseAndOfTheMarket() {
        WeightedEnsemble ensemble = new WeightedEnsemble(
                Tape.context(AqtsConfig.defaults(), "BTC/USDT", "ETH/USDT", "BTC/EUR", "SOL/USDT"),
                List.of(instrument -> new Stub("stub", 0, 100)));
        MarketSnapshot bars = Tape.snapshot(0, 100, 100, 100, 100);

        List<Reading> first = List.of(
                SentimentReading.of(1, "BTC", "crowd", 0.8),
                SentimentReading.of(1, "ETH", "crowd", -0.6),
                SentimentReading.of(1, "DOGE", "crowd", 1));
        Decision own = ensemble.fuse(new MarketSnapshot(bars.epochNanos(), bars.instruments(), first), List.of());
        assertThat(moods(own)).containsExactly(0.8, -0.6, 0.8, 0.0);
        assertThat(own.proposals().get(3).contributions().get(1).weight()).isZero();

        List<Reading> later = List.of(SentimentReading.of(2, Reading.MARKET, "crowd", 0.2));
        Decision both = ensemble.fuse(new MarketSnapshot(bars.epochNanos(), bars.instruments(), later), List.of());
        assertThat(moods(both)).containsExactly((0.8 + 0.2) / 2, (-0.6 + 0.2) / 2, (0.8 + 0.2) / 2, 0.2);
    }

    /** Otherwise a detector that was wrong for a while would sell by what it says in favor of buying. */
    @Test
    void neverFallsWhenASignalRisesThoughSignalsWereFollowedByTheOpposite() {
        double[] returns = Tape.autoregressive(600, 0, 11);
        double[] closes = Tape.closes(returns);
        double last = -1;
        for (int k = -10; k <= 10; k++) {
            WeightedEnsemble ensemble = new WeightedEnsemble(Tape.context(
                    AqtsConfig.defaults()
                            .with(c -> c.fusion(
                                    f -> f.logistic(l -> l.horizonBars(1).minimumOutcomes(20)))),
                    "BTC/USDT"));
            for (int i = 0; i < closes.length - 1; i++) {
                ensemble.fuse(Tape.snapshot(i, closes[i]), List.of(signal(0, -Math.signum(returns[i + 1]))));
            }
            Decision decision = ensemble.fuse(
                    Tape.snapshot(closes.length - 1, closes[closes.length - 1]), List.of(signal(0, k / 10.0)));
            double score = decision.proposals().get(0).forecast().score();

            assertThat(score).as("score with a signal of %s tenths", k).isGreaterThanOrEqualTo(last);
            last = score;
        }
    }

    @Test
    void countsModelsWithoutARecordAsUndecided() {
        Proposal proposal = propose(c -> c, List.of(new Stub("mute", 1, -1)), moods(0.5), List.of(signal(0, 1)));

        assertThat(proposal.forecast().score()).isCloseTo(0.2 * 0.5 + 0.2, within(1e-15));
        assertThat(proposal.forecast().probability()).isEqualTo(0.5);
    }

    @Test
    void holdsWhileItKnowsNothing() {
        Proposal proposal = propose(c -> c, List.of(new Stub("mute", 1, -1)), moods(1), List.of());

        assertThat(proposal).isEqualTo(Proposal.hold(0, ReasonCode.WARMING_UP));
    }

    @Test
    void saysOfAnInstrumentWithoutABarThatItHasNone() {
        WeightedEnsemble ensemble = new WeightedEnsemble(Tape.context(
                AqtsConfig.defaults()
                        .with(c -> c.fusion(f -> f.momentum(
                                m -> m.fastBars(3).slowBars(12).horizonBars(2).minimumOutcomes(20)))),
                "BTC/USDT",
                "ETH/USDT"));
        double[] closes = Tape.closes(Tape.autoregressive(120, 0, 3));
        for (int i = 0; i < closes.length; i++) {
            ensemble.fuse(Tape.snapshot(i, closes[i], closes[i]), List.of());
        }
        MarketSnapshot both = Tape.snapshot(closes.length, 100, 100);
        List<InstrumentMarket> first = List.of(both.instrument(0), InstrumentMarket.QUIET);
        Decision decision = ensemble.fuse(MarketSnapshot.of(both.epochNanos(), first), List.of());

        assertThat(decision.proposals().get(0).reasons()).doesNotContain(ReasonCode.NO_NEW_BAR, ReasonCode.WARMING_UP);
        assertThat(decision.proposals().get(1)).isEqualTo(Proposal.hold(1, ReasonCode.NO_NEW_BAR));
        assertThat(ensemble.fuse(Tape.snapshot(closes.length + 1, 100, 100), List.of())
                        .proposals()
                        .get(1)
                        .reasons())
                .doesNotContain(ReasonCode.NO_NEW_BAR, ReasonCode.WARMING_UP);
    }

    @Test
    void givesEachInstrumentItsOwnSignalsAndModels() {
        List<Stub> made = new ArrayList<>();
        AqtsConfig config = AqtsConfig.defaults();
        WeightedEnsemble ensemble =
                new WeightedEnsemble(Tape.context(config, "BTC/USDT", "ETH/USDT"), List.of(instrument -> {
                    made.add(new Stub("stub", instrument == 0 ? 0.9 : -0.9, 100));
                    return made.get(instrument);
                }));
        Signal first = signal(0, 0.8);
        Signal second = signal(1, -0.8);

        Decision decision = ensemble.fuse(Tape.snapshot(0, 100, 10), List.of(second, first));
        assertThat(decision.proposals()).extracting(Proposal::instrument).containsExactly(0, 1);
        assertThat(decision.proposals()).extracting(Proposal::action).containsExactly(Action.GO_LONG, Action.GO_SHORT);
        assertThat(made.get(0).heard()).containsExactly(List.of(first));
        assertThat(made.get(1).heard()).containsExactly(List.of(second));
    }

    @Property(tries = 500)
    void neverFallsWhenAnInputRises(
            @ForAll("scores") double model,
            @ForAll("scores") double mood,
            @ForAll("scores") double event,
            @ForAll("scores") double other) {
        double before = fused(model, mood, event);

        assertThat(fused(Math.max(model, other), mood, event)).isGreaterThanOrEqualTo(before);
        assertThat(fused(model, Math.max(mood, other), event)).isGreaterThanOrEqualTo(before);
        assertThat(fused(model, mood, Math.max(event, other))).isGreaterThanOrEqualTo(before);
    }

    @Property(tries = 500)
    void addsUpToItsScoreWithWeightsThatAddUpToOne(
            @ForAll("scores") double model,
            @ForAll("scores") double event,
            @ForAll boolean isMoodKnown,
            @ForAll @DoubleRange(min = 0.01, max = 50) double weight) {
        List<Predictor> models = List.of(new Stub("a", model, 70), new Stub("b", -model, 7_000));
        Proposal proposal = propose(
                c -> c.weights(w -> w.ensemble(weight).sentiment(3).detectors(0.5)),
                models,
                isMoodKnown ? moods(0.7) : List.of(),
                List.of(signal(0, event)));

        double weights = 0;
        double amounts = 0;
        for (Contribution contribution : proposal.contributions()) {
            assertThat(contribution.weight()).isNotNegative();
            weights += contribution.weight();
            amounts += contribution.amount();
        }
        assertThat(weights).isCloseTo(1, within(1e-12));
        assertThat(amounts).isCloseTo(proposal.forecast().score(), within(1e-12));
        assertThat(proposal.forecast().confidence()).isLessThanOrEqualTo(1);
    }

    @Property(tries = 200)
    void mirrorsItself(@ForAll("scores") double model, @ForAll("scores") double mood, @ForAll("scores") double event) {
        assertThat(fused(-model, -mood, -event)).isEqualTo(-fused(model, mood, event) + 0.0);
    }

    @Provide
    Arbitrary<Double> scores() {
        return Arbitraries.oneOf(
                Arbitraries.doubles().between(-1, 1), Arbitraries.of(-1.0, 1.0, 0.0, 0.15, -0.15, Double.MIN_VALUE));
    }

    private static double fused(double model, double mood, double event) {
        return propose(c -> c, List.of(new Stub("stub", model, 50)), moods(mood), List.of(signal(0, event)))
                .forecast()
                .score();
    }

    private static Proposal model(UnaryOperator<FusionConfig.Builder> change, double score) {
        return propose(change, List.of(new Stub("stub", score, 100)), List.of(), List.of());
    }

    private static Proposal propose(
            UnaryOperator<FusionConfig.Builder> change,
            List<? extends Predictor> models,
            List<Reading> readings,
            List<Signal> signals) {
        return ensemble(change, models)
                .fuse(snapshot(0, readings), signals)
                .proposals()
                .get(0);
    }

    private static WeightedEnsemble ensemble(
            UnaryOperator<FusionConfig.Builder> change, List<? extends Predictor> models) {
        AqtsConfig config = AqtsConfig.defaults().with(c -> c.fusion(change));
        List<PredictorFactory> factories = new ArrayList<>();
        for (Predictor model : models) {
            factories.add(instrument -> model);
        }
        return new WeightedEnsemble(Tape.context(config, "BTC/USDT"), factories);
    }

    private static MarketSnapshot snapshot(int index, List<Reading> readings) {
        MarketSnapshot bars = Tape.snapshot(index, 100);
        return new MarketSnapshot(bars.epochNanos(), bars.instruments(), readings);
    }

    private static List<Reading> moods(double... scores) {
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            readings.add(SentimentReading.of(1, "BTC", "source " + i, scores[i]));
        }
        return readings;
    }

    private static Signal signal(int instrument, double score) {
        return new Signal("qgita", instrument, Tape.MINUTE, score, Math.abs(score), Evidence.NONE);
    }

    private static List<Double> weights(Decision decision) {
        return decision.proposals().get(0).contributions().stream()
                .map(Contribution::weight)
                .map(weight -> StrictMath.rint(weight * 1e12) / 1e12)
                .toList();
    }

    private static List<Double> moods(Decision decision) {
        return decision.proposals().stream()
                .map(proposal -> proposal.contributions().get(1).score())
                .toList();
    }

    private static double mood(Decision decision) {
        return decision.proposals().get(0).contributions().get(1).score();
    }
}
