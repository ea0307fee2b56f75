package io.aqts.testkit;

import static io.aqts.testkit.Proof.caught;

import io.aqts.LayerContext;
import io.aqts.Predictor;
import io.aqts.market.Bar;
import io.aqts.market.MarketSnapshot;
import io.aqts.signal.Prediction;
import io.aqts.signal.Signal;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PredictorContractTest {

    @Test
    void passesAPredictorThatKeepsItsPromises() {
        Proof.keepsEveryPromise(Sound.class);
    }

    @TestFactory
    Stream<DynamicTest> catches() {
        return Stream.of(
                caught(Guesses.class, "isDeterministic"),
                caught(KnowsTheOutcome.class, "doesNotLookAhead"),
                caught(Hasty.class, "isSilentWhenCold"),
                caught(CountsTheBarAtHand.class, "countsOnlyOutcomesThatHavePassed"),
                caught(CountsLongOutcomesAtOnce.class, "countsOnlyOutcomesThatHavePassed"),
                caught(ChangesItsName.class, "signsWithItsName"),
                caught(SignsForAnother.class, "signsWithItsName"),
                caught(AlwaysSure.class, "isNotSureOfARandomWalk"),
                caught(SharesItsRecord.class, "sharesNothingWithOthers"));
    }

    static class Sound implements PredictorContract {

        @Override
        public Predictor create(LayerContext context, int instrument) {
            return new BarCounter(instrument);
        }

        @Override
        public int warmUpBars() {
            return BarCounter.BARS;
        }
    }

    static final class Guesses extends Sound {

        private static int guesses;

        @Override
        public Predictor create(LayerContext context, int instrument) {
            return changed(instrument, sound -> with(sound, guesses++ % 100 / 100.0, sound.outcomes()));
        }
    }

    static final class KnowsTheOutcome extends Sound {

        private static final TreeMap<Long, Double> SEEN = new TreeMap<>();

        @Override
        public Predictor create(LayerContext context, int instrument) {
            return new BarCounter(instrument) {
                @Override
                public Optional<Prediction> predict(MarketSnapshot snapshot, List<Signal> signals) {
                    Bar bar = snapshot.instrument(instrument).bar();
                    if (bar == null) {
                        return Optional.empty();
                    }
                    SEEN.put(snapshot.epochNanos(), bar.close());
                    Long next = SEEN.higherKey(snapshot.epochNanos());
                    return next == null || SEEN.get(next) <= bar.close()
                            ? super.predict(snapshot, signals)
                            : super.predict(snapshot, signals).map(sound -> with(sound, 1, sound.outcomes()));
                }
            };
        }
    }

    static final class Hasty extends Sound {

        @Override
        public int warmUpBars() {
            return BarCounter.BARS + 1;
        }
    }

    static final class CountsTheBarAtHand extends Sound {

        @Override
        public Predictor create(LayerContext context, int instrument) {
            return changed(instrument, sound -> with(sound, 0.5, sound.outcomes() + 1));
        }
    }

    static final class CountsLongOutcomesAtOnce extends Sound {

        @Override
        public Predictor create(LayerContext context, int instrument) {
            return changed(
                    instrument,
                    sound -> BarCounter.prediction(sound.model(), 0.5, 3 * sound.horizonNanos(), sound.outcomes()));
        }
    }

    static final class ChangesItsName extends Sound {

        @Override
        public Predictor create(LayerContext context, int instrument) {
            int[] asked = {0};
            return new BarCounter(instrument) {
                @Override
                public String name() {
                    return "counter-" + asked[0]++ / 9;
                }
            };
        }
    }

    static final class SignsForAnother extends Sound {

        @Override
        public Predictor create(LayerContext context, int instrument) {
            return changed(
                    instrument, sound -> BarCounter.prediction("expert", 0.5, sound.horizonNanos(), sound.outcomes()));
        }
    }

    static final class AlwaysSure extends Sound {

        @Override
        public Predictor create(LayerContext context, int instrument) {
            return changed(instrument, sound -> with(sound, 0.9, sound.outcomes()));
        }
    }

    static final class SharesItsRecord extends Sound {

        private static Predictor shared = new BarCounter(0);

        @Override
        public Predictor create(LayerContext context, int instrument) {
            shared = super.create(context, instrument);
            return new Predictor() {
                @Override
                public String name() {
                    return shared.name();
                }

                @Override
                public Optional<Prediction> predict(MarketSnapshot snapshot, List<Signal> signals) {
                    return snapshot.instruments().size() > instrument
                            ? new Guard(shared).predict(snapshot, signals)
                            : Optional.empty();
                }
            };
        }
    }

    /** Answers nothing where the shared record is about an instrument the snapshot lacks. */
    private record Guard(Predictor shared) {

        Optional<Prediction> predict(MarketSnapshot snapshot, List<Signal> signals) {
            try {
                return shared.predict(snapshot, signals);
            } catch (IndexOutOfBoundsException e) {
                return Optional.empty();
            }
        }
    }

    private static Predictor changed(int instrument, UnaryOperator<Prediction> change) {
        return new BarCounter(instrument) {
            @Override
            public Optional<Prediction> predict(MarketSnapshot snapshot, List<Signal> signals) {
                return super.predict(snapshot, signals).map(change);
            }
        };
    }

    private static Prediction with(Prediction sound, double probability, long outcomes) {
        return BarCounter.prediction(sound.model(), probability, sound.horizonNanos(), outcomes);
    }
}
