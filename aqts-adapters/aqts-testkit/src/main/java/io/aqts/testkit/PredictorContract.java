package io.aqts.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.LayerContext;
import io.aqts.Predictor;
import io.aqts.config.AqtsConfig;
import io.aqts.market.Bar;
import io.aqts.market.MarketSnapshot;
import io.aqts.signal.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** What every {@link Predictor} promises, however it comes to its expectations. */
public interface PredictorContract {

    /**
     * Makes the predictor under test, without history.
     *
     * @param context the run it is for
     * @param instrument the index of the instrument it looks at
     * @return the predictor
     */
    Predictor create(LayerContext context, int instrument);

    /** {@return the configuration of the runs, the defaults unless overridden} */
    default AqtsConfig config() {
        return AqtsConfig.defaults();
    }

    /** {@return how many bars of its instrument it must have seen before it may predict, with the bar at hand} */
    default int warmUpBars() {
        return 1;
    }

    /** {@return how many snapshots the longest markets have; enough for it to predict often} */
    default int longestMarket() {
        return Math.max(250, 3 * warmUpBars());
    }

    /** {@return the names of the detectors whose signals it hears, at least one} */
    default List<String> sources() {
        return List.of("qgita", "sma-cross");
    }

    /** {@return the markets it is tried on} */
    @Provide
    default Arbitrary<Market> markets() {
        return Markets.any(longestMarket());
    }

    /** The same snapshots and signals give the same predictions, bit for bit. */
    @Property(tries = 30)
    default void isDeterministic(@ForAll("markets") Market market) {
        probe(market).answersTheSameTwice(turns(market), FusionTurn::copy);
    }

    /** What it expected at a moment stays the same if the data ends there, or goes on in any other way. */
    @Property(tries = 30)
    default void doesNotLookAhead(@ForAll("markets") Market market, @ForAll @IntRange(max = 100) int percent) {
        int cut = market.size() * percent / 100;
        List<List<FusionTurn>> others = new ArrayList<>();
        for (Future future : Future.values()) {
            others.add(turns(future.of(market, cut)));
        }
        probe(market).answersTheSameBefore(cut, turns(market), others);
    }

    /** It expects nothing before it has seen enough bars. */
    @Property(tries = 30)
    default void isSilentWhenCold(@ForAll("markets") Market market) {
        int seen = 0;
        List<Optional<Prediction>> predictions = probe(market).answers(turns(market));
        for (int i = 0; i < predictions.size(); i++) {
            seen += bar(market.snapshots().get(i), market) == null ? 0 : 1;
            if (seen < warmUpBars()) {
                assertThat(predictions.get(i))
                        .as("prediction at step %s, after %s bars", i, seen)
                        .isEmpty();
            }
        }
    }

    /** Its record holds no more outcomes than there were bars whose whole horizon has passed. */
    @Property(tries = 30)
    default void countsOnlyOutcomesThatHavePassed(@ForAll("markets") Market market) {
        List<Long> ends = new ArrayList<>();
        List<Optional<Prediction>> predictions = probe(market).answers(turns(market));
        for (int i = 0; i < predictions.size(); i++) {
            MarketSnapshot snapshot = market.snapshots().get(i);
            Bar bar = bar(snapshot, market);
            if (bar != null) {
                ends.add(bar.epochNanos());
            }
            Optional<Prediction> prediction = predictions.get(i);
            if (prediction.isPresent()) {
                long latest = snapshot.epochNanos() - prediction.get().horizonNanos();
                long passed = ends.stream().filter(end -> end <= latest).count();
                assertThat(prediction.get().outcomes())
                        .as("outcomes in %s, with %s horizons passed since the first bar", prediction.get(), passed)
                        .isLessThanOrEqualTo(passed);
            }
        }
    }

    /** It keeps its name, and its predictions bear it. */
    @Property(tries = 10)
    default void signsWithItsName(@ForAll("markets") Market market) {
        Predictor predictor = create(market.context(config()), instrument(market));
        String name = predictor.name();
        assertThat(name).as("name").isNotBlank();
        for (FusionTurn turn : turns(market)) {
            predictor
                    .predict(turn.snapshot(), turn.signals())
                    .ifPresent(prediction -> assertThat(prediction.model())
                            .as("model of %s", prediction)
                            .isEqualTo(name));
            assertThat(predictor.name()).as("name after a prediction").isEqualTo(name);
        }
    }

    /** Where nothing can be foretold it is not sure: on random walks its probability is about as good as one half. */
    @Example
    default void isNotSureOfARandomWalk() {
        double squares = 0;
        int outcomes = 0;
        for (long seed = 0; seed < 4; seed++) {
            Market market = Market.bars(MarketKind.CALM, seed, 1, 4 * longestMarket());
            List<Optional<Prediction>> predictions = probe(market).answers(turns(market));
            for (int i = 0; i < predictions.size(); i++) {
                int later = predictions.get(i).isEmpty()
                        ? -1
                        : after(market, i, predictions.get(i).get());
                if (later > 0) {
                    double rise = close(market, later) - close(market, i);
                    double outcome = rise > 0 ? 1 : rise < 0 ? 0 : 0.5;
                    double miss = predictions.get(i).get().probabilityUp() - outcome;
                    squares += miss * miss;
                    outcomes++;
                }
            }
        }
        if (outcomes > 0) {
            assertThat(squares / outcomes)
                    .as("mean squared error of the probability on random walks, where one half scores 0.25")
                    .isLessThan(0.30);
        }
    }

    /** Two predictors side by side do not notice one another. */
    @Property(tries = 30)
    default void sharesNothingWithOthers(@ForAll("markets") Market market, @ForAll("markets") Market foreign) {
        probe(market).answersTheSameAmong(turns(market), probe(foreign), turns(foreign));
    }

    private List<FusionTurn> turns(Market market) {
        int instrument = instrument(market);
        return FusionTurn.of(market, sources()).stream()
                .map(turn -> turn.about(instrument))
                .toList();
    }

    private Probe<FusionTurn, Optional<Prediction>> probe(Market market) {
        return new Probe<>("the predictor", () -> {
            Predictor predictor = create(market.context(config()), instrument(market));
            return turn -> predictor.predict(turn.snapshot(), turn.signals());
        });
    }

    private static int instrument(Market market) {
        return market.universe().size() - 1;
    }

    private static @Nullable Bar bar(MarketSnapshot snapshot, Market market) {
        return snapshot.instrument(instrument(market)).bar();
    }

    private static int after(Market market, int from, Prediction prediction) {
        long due = market.snapshots().get(from).epochNanos() + prediction.horizonNanos();
        for (int i = from + 1; i < market.size(); i++) {
            if (market.snapshots().get(i).epochNanos() >= due) {
                return i;
            }
        }
        return -1;
    }

    private static double close(Market market, int step) {
        Bar bar = bar(market.snapshots().get(step), market);
        return bar == null ? 0 : bar.close();
    }
}
