package io.aqts.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.aqts.AqtsException;
import io.aqts.DataSourceException;
import io.aqts.ExecutionVenue;
import io.aqts.Orchestrator;
import io.aqts.Step;
import io.aqts.StepException;
import io.aqts.config.Overrides;
import io.aqts.market.Bar;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Quote;
import io.aqts.market.SentimentReading;
import io.aqts.market.Universe;
import io.aqts.market.Venue;
import io.aqts.signal.Evidence;
import io.aqts.signal.Signal;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.Portfolio;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens when a layer fails in the middle of a run. */
class EngineFailureTest {

    private static final int FATAL = 4;

    /** Where a layer can fail, and what it is called in the message. */
    private enum Place {
        SOURCE("source"),
        MEET("venue"),
        FIRST_DETECTOR("detector.0"),
        SECOND_DETECTOR("detector.1"),
        FUSION("fusion"),
        RISK("risk"),
        SUBMIT("venue"),
        LISTENER("listener");

        private final String layer;

        Place(String layer) {
            this.layer = layer;
        }
    }

    private Supplier<? extends Throwable> failure = () -> new IllegalArgumentException("broken");
    private boolean armed = true;

    @ParameterizedTest
    @EnumSource(Place.class)
    void namesTheStepAndTheLayerThatFailed(Place place) {
        Orchestrator engine = failingAt(place).build();
        List<Step> steps = untilTheFailure(engine);
        StepException thrown = catchThrowableOfType(StepException.class, engine::next);

        assertThat(steps).hasSize(FATAL);
        assertThat(thrown.stepIndex()).isEqualTo(FATAL);
        assertThat(thrown.layer()).isEqualTo(place.layer);
        assertThat(thrown).hasMessage("step 4, layer " + place.layer + ": broken");
        assertThat(thrown).hasCauseInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void staysBeforeTheFailedStepUntilItIsReset(Place place) {
        Orchestrator engine = failingAt(place).build();
        List<Step> steps = untilTheFailure(engine);
        Portfolio last = engine.portfolio();
        assertThatThrownBy(engine::next).isInstanceOf(StepException.class);

        for (int i = 0; i < 3; i++) {
            assertThat(engine.portfolio())
                    .isEqualTo(last)
                    .isEqualTo(steps.get(FATAL - 1).portfolio());
            assertThatThrownBy(engine::next)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("failed at step 4, in " + place.layer)
                    .hasMessageContaining("reset");
        }
        armed = false;
        engine.reset();
        assertThat(untilTheFailure(engine)).isEqualTo(steps);
        assertThat(engine.next()).isPresent();
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void wrapsFailuresOfTheOutsideWorldUnlessTheSourceTellsOfThem(Place place) {
        failure = () -> new DataSourceException("line 7 is unreadable");
        Orchestrator engine = failingAt(place).build();
        untilTheFailure(engine);
        AqtsException thrown = catchThrowableOfType(AqtsException.class, engine::next);

        if (place == Place.SOURCE) {
            assertThat(thrown).isExactlyInstanceOf(DataSourceException.class).hasMessage("line 7 is unreadable");
        } else {
            assertThat(thrown).isExactlyInstanceOf(StepException.class).hasMessageContaining(place.layer);
        }
        assertThatThrownBy(engine::next).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void doesNotGoOnAfterAnError(Place place) {
        failure = () -> new AssertionError("an audit found a difference");
        Orchestrator engine = failingAt(place).build();
        untilTheFailure(engine);
        Portfolio last = engine.portfolio();

        assertThatThrownBy(engine::next).isInstanceOf(AssertionError.class);
        assertThatThrownBy(engine::next).isInstanceOf(IllegalStateException.class);
        assertThat(engine.portfolio()).isEqualTo(last);
    }

    /** What the venue has done by the time of the failure has happened, whatever becomes of the step. */
    @ParameterizedTest
    @EnumSource(Place.class)
    void losesNothingOfWhatTheVenueHasDone(Place place) {
        Orchestrator engine = failingAt(place).build();
        List<Step> steps = untilTheFailure(engine);
        StepException thrown = catchThrowableOfType(StepException.class, engine::next);
        armed = false;
        engine.reset();
        untilTheFailure(engine);
        Step whole = engine.next().orElseThrow();

        boolean hasMet = place != Place.SOURCE && place != Place.MEET;
        boolean isWhole = place == Place.LISTENER;
        assertThat(steps.get(FATAL - 1).orders()).isNotEmpty();
        assertThat(thrown.orders()).isEqualTo(isWhole || place == Place.SUBMIT ? whole.orders() : List.of());
        assertThat(thrown.events())
                .isEqualTo(
                        !hasMet
                                ? List.of()
                                : isWhole ? whole.events() : whole.events().subList(0, 1));
        assertThat(whole.events()).hasSize(2);
    }

    @Test
    void blamesTheVenueForACancellationThatFails() {
        ExecutionVenue stubborn = new RecordingVenue(new Desks.PlainVenue(0), new ArrayList<>()) {
            @Override
            public List<ExecutionEvent> cancel(long orderId) {
                throw new IllegalStateException("no such number");
            }
        };
        Orchestrator engine = Aqts.live(context -> Feed.of(100, 100), context -> stubborn)
                .detector(context -> snapshot -> List.of())
                .fusion(context -> (snapshot, signals) -> Desks.BUY)
                .risk(context -> (decision, snapshot, portfolio) -> Desks.buy(1))
                .build();
        engine.next();
        engine.halt();
        StepException thrown = catchThrowableOfType(StepException.class, engine::next);

        assertThat(thrown.layer()).isEqualTo("venue");
    }

    @Test
    void helpsItselfWithAResetToOtherSettings() {
        Orchestrator engine = failingAt(Place.FUSION).build();
        untilTheFailure(engine);
        assertThatThrownBy(engine::next).isInstanceOf(StepException.class);
        armed = false;
        engine.reset(Overrides.none().with("risk.maxLeverage", 2));

        assertThat(engine.next()).isPresent();
    }

    @Test
    void refusesTimeThatGoesBack() {
        List<MarketSnapshot> bars = new ArrayList<>(Feed.bars(100, 101, 102));
        bars.add(1, bars.remove(2));

        assertThat(refused(Universe.of(Feed.BTC), bars, 2))
                .hasMessageContaining("snapshot.epochNanos must not be before");
    }

    @Test
    void refusesAWrongNumberOfInstruments() {
        MarketSnapshot two = MarketSnapshot.of(Feed.MINUTE, List.of(InstrumentMarket.QUIET, InstrumentMarket.QUIET));

        assertThat(refused(Universe.of(Feed.BTC), List.of(two), 0))
                .hasMessageContaining("snapshot.instruments must be the 1");
    }

    @Test
    void refusesWhatIsKnownLaterThanItsMoment() {
        long now = Feed.MINUTE;
        Universe universe = new Universe(List.of(Feed.BTC), List.of(new Venue("v", 0, 0, 0)));
        InstrumentMarket bar = InstrumentMarket.of(new Bar(now + 1, Feed.MINUTE, 1, 1, 1, 1, 1));
        InstrumentMarket quote =
                new InstrumentMarket(null, List.of(new Quote(0, now + 1, 1, 1, 2, 1, 0, 0)), List.of(), List.of());
        MarketSnapshot mood = new MarketSnapshot(
                now, List.of(InstrumentMarket.QUIET), List.of(SentimentReading.of(now + 1, "BTC", "x", 0)));

        assertThat(refused(universe, List.of(MarketSnapshot.of(now, List.of(bar))), 0))
                .hasMessageContaining("bar");
        assertThat(refused(universe, List.of(MarketSnapshot.of(now, List.of(quote))), 0))
                .hasMessageContaining("quote");
        assertThat(refused(universe, List.of(mood), 0)).hasMessageContaining("reading");
    }

    @Test
    void refusesSignalsFromTheFutureAndOfInstrumentsItDoesNotKnow() {
        for (Signal wrong : List.of(
                new Signal("q", 0, Feed.MINUTE + 1, 0, 0, Evidence.NONE), new Signal("q", 1, 0, 0, 0, Evidence.NONE))) {
            Orchestrator engine = Aqts.backtest(context -> Feed.of(100, 101))
                    .detector(context -> snapshot -> List.of())
                    .detector(context -> snapshot -> List.of(wrong))
                    .build();
            StepException thrown = catchThrowableOfType(StepException.class, engine::next);

            assertThat(thrown.layer()).isEqualTo("detector.1");
            assertThat(thrown)
                    .hasMessageContaining(
                            wrong.instrument() == 0
                                    ? "detector.1 must give signals known no later than " + Feed.MINUTE + ", but gave "
                                    : "detector.1 must give signals of instruments of the universe, one of [BTC/USDT], "
                                            + "but gave one of index 1: ");
        }
    }

    private static DataSourceException refused(Universe universe, List<MarketSnapshot> snapshots, int stepsBefore) {
        Orchestrator engine = Aqts.backtest(context -> new Feed(universe, snapshots))
                .detector(context -> snapshot -> List.of())
                .build();
        for (int i = 0; i < stepsBefore; i++) {
            engine.next();
        }
        Portfolio last = engine.portfolio();
        DataSourceException thrown = catchThrowableOfType(DataSourceException.class, engine::next);
        assertThat(engine.portfolio()).isEqualTo(last);
        assertThatThrownBy(engine::next).isInstanceOf(IllegalStateException.class);
        return thrown;
    }

    private static List<Step> untilTheFailure(Orchestrator engine) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < FATAL; i++) {
            steps.add(engine.next().orElseThrow());
        }
        return steps;
    }

    private AqtsBuilder failingAt(Place place) {
        return Aqts.live(
                        context -> new ForwardingSource(Feed.of(Feed.waves(20))) {
                            private int step;

                            @Override
                            public Optional<MarketSnapshot> next() {
                                failIf(place == Place.SOURCE && step++ == FATAL);
                                return super.next();
                            }
                        },
                        context -> venue(place))
                .detector(context -> snapshot -> {
                    failIf(place == Place.FIRST_DETECTOR && isFatal(snapshot));
                    return List.of();
                })
                .detector(context -> snapshot -> {
                    failIf(place == Place.SECOND_DETECTOR && isFatal(snapshot));
                    return List.of();
                })
                .fusion(context -> (snapshot, signals) -> {
                    failIf(place == Place.FUSION && isFatal(snapshot));
                    return Desks.BUY;
                })
                .risk(context -> (decision, snapshot, portfolio) -> {
                    failIf(place == Place.RISK && isFatal(snapshot));
                    return Desks.buy(1);
                })
                .listener(step -> failIf(place == Place.LISTENER && isFatal(step.snapshot())));
    }

    private ExecutionVenue venue(Place place) {
        return new RecordingVenue(new Desks.PlainVenue(), new ArrayList<>()) {
            @Override
            public List<ExecutionEvent> meet(MarketSnapshot snapshot) {
                List<ExecutionEvent> events = super.meet(snapshot);
                failIf(place == Place.MEET && isFatal(snapshot));
                return events;
            }

            @Override
            public List<ExecutionEvent> submit(ApprovedOrder order) {
                failIf(place == Place.SUBMIT && order.epochNanos() == (FATAL + 1) * Feed.MINUTE);
                return super.submit(order);
            }
        };
    }

    private static boolean isFatal(MarketSnapshot snapshot) {
        return snapshot.epochNanos() == (FATAL + 1) * Feed.MINUTE;
    }

    private void failIf(boolean now) {
        if (now && armed) {
            sneak(failure.get());
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
