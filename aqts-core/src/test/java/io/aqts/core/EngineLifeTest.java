package io.aqts.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aqts.LayerContext;
import io.aqts.Orchestrator;
import io.aqts.Step;
import io.aqts.StepListener;
import io.aqts.config.AqtsConfig;
import io.aqts.config.Overrides;
import io.aqts.core.detect.SmaCross;
import io.aqts.core.fuse.FollowSignal;
import io.aqts.core.risk.LongOrFlat;
import io.aqts.market.Instrument;
import io.aqts.market.Universe;
import io.aqts.trade.Portfolio;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** How a run begins, begins again and ends. */
class EngineLifeTest {

    private final List<Feed> feeds = new ArrayList<>();
    private final List<Desks.PlainVenue> venues = new ArrayList<>();

    @Test
    void closesItsSourceWhenALayerCannotBeMade() {
        IllegalArgumentException broken = new IllegalArgumentException("cannot be made");
        List<UnaryOperator<AqtsBuilder>> ways = List.of(
                b -> b.detector(context -> {
                    throw broken;
                }),
                b -> b.fusion(context -> {
                    throw broken;
                }),
                b -> b.risk(context -> {
                    throw broken;
                }),
                b -> b.venue(context -> {
                    throw broken;
                }),
                b -> b.listener(new StepListener() {
                    @Override
                    public void onStart(LayerContext context) {
                        throw broken;
                    }

                    @Override
                    public void onStep(Step step) {}
                }));

        for (UnaryOperator<AqtsBuilder> way : ways) {
            feeds.clear();
            venues.clear();
            assertThatThrownBy(() -> way.apply(builder()).build()).isSameAs(broken);
            assertThat(feeds).singleElement().satisfies(feed -> {
                assertThat(feed.closed()).isEqualTo(1);
                assertThat(feed.asked()).as("no partial start").isZero();
            });
            assertThat(venues).allSatisfy(venue -> assertThat(venue.closed()).isEqualTo(1));
        }
    }

    @Test
    void refusesInstrumentsInAnotherCurrencyAndClosesTheirSource() {
        assertThatThrownBy(() ->
                        builder().config(c -> c.risk(r -> r.currency("EUR"))).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("risk.account.currency")
                .hasMessageContaining("EUR")
                .hasMessageContaining("BTC/USDT");
        assertThat(feeds)
                .singleElement()
                .satisfies(feed -> assertThat(feed.closed()).isEqualTo(1));
    }

    @Test
    void refusesAMarketInCurrenciesNoRateLeadsBetween() {
        Feed mixed = new Feed(Universe.of(Feed.BTC, Instrument.of("SAP/EUR")), List.of());

        assertThatThrownBy(() -> Aqts.backtest(context -> mixed).build()).isInstanceOf(IllegalArgumentException.class);
        assertThat(mixed.closed()).isEqualTo(1);
    }

    @Test
    void refusesAMarketWithoutInstruments() {
        Feed empty = new Feed(Universe.EMPTY, List.of());

        assertThatThrownBy(() -> Aqts.backtest(context -> empty).build()).isInstanceOf(IllegalArgumentException.class);
        assertThat(empty.closed()).isEqualTo(1);
    }

    @Test
    void closesSourceAndVenueAndGoesNoFurther() {
        Orchestrator engine = builder().build();
        engine.next();
        Portfolio last = engine.portfolio();
        engine.close();

        assertThat(feeds.get(0).closed()).isEqualTo(1);
        assertThat(venues.get(0).closed()).isEqualTo(1);
        assertThatThrownBy(engine::next)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(engine::reset).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> engine.reset(Overrides.none())).isInstanceOf(IllegalStateException.class);
        assertThatCode(engine::close).doesNotThrowAnyException();
        assertThat(engine.portfolio()).isEqualTo(last);
        assertThat(feeds).hasSize(1);
    }

    @Test
    void j1_makesEveryLayerAnewOnResetAndClosesTheOldOnes() {
        List<LayerContext> contexts = new ArrayList<>();
        Orchestrator engine = builder()
                .detector(context -> {
                    contexts.add(context);
                    return new SmaCross(2, 5);
                })
                .build();
        List<Step> first = walk(engine);
        engine.reset();

        assertThat(feeds).hasSize(2);
        assertThat(feeds.get(0).closed()).isEqualTo(1);
        assertThat(feeds.get(1).closed()).isZero();
        assertThat(venues.get(0).closed()).isEqualTo(1);
        assertThat(contexts).hasSize(2);
        assertThat(walk(engine)).isEqualTo(first);
    }

    @Test
    void leavesEverythingAsItWasWhenAResetFails() {
        List<String> log = new ArrayList<>();
        Orchestrator engine = builder().listener(new StartListener(log)).build();
        Orchestrator undisturbed = builder().build();
        for (int i = 0; i < 30; i++) {
            assertThat(engine.next()).isEqualTo(undisturbed.next());
        }
        log.clear();
        AqtsConfig config = engine.config();
        Portfolio last = engine.portfolio();
        for (Overrides wrong : List.of(
                Overrides.none().with("risk.maxLevrage", 2),
                Overrides.none().with("risk.maxLeverage", -1),
                Overrides.none().with("risk.account.currency", "EUR"))) {
            assertThatThrownBy(() -> engine.reset(wrong)).isInstanceOf(IllegalArgumentException.class);
        }

        assertThat(engine.config()).isSameAs(config);
        assertThat(engine.portfolio()).isSameAs(last);
        assertThat(log).as("nobody is told").isEmpty();
        assertThat(feeds.get(0).closed()).isZero();
        assertThat(feeds.get(feeds.size() - 1).closed())
                .as("the one that did not fit")
                .isEqualTo(1);
        assertThat(walk(engine)).isEqualTo(walk(undisturbed));
    }

    @Test
    void takesNoStepAfterAResetOfWhichAListenerWouldNotHear() {
        boolean[] refuses = {false};
        Orchestrator engine = builder()
                .listener(new StepListener() {
                    @Override
                    public void onStart(LayerContext context) {
                        if (refuses[0]) {
                            throw new IllegalStateException("not again");
                        }
                    }

                    @Override
                    public void onStep(Step step) {}
                })
                .build();
        engine.next();
        refuses[0] = true;
        assertThatThrownBy(engine::reset).hasMessage("not again");

        assertThatThrownBy(engine::next)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("failed at step 0, in listener");
        refuses[0] = false;
        engine.reset();
        assertThat(engine.next()).isPresent();
    }

    @Test
    void changesTheSettingsItBeganWithAndNotThoseOfTheLastReset() {
        Orchestrator engine = builder().config(c -> c.seed(5)).build();
        engine.reset(Overrides.none().with("risk.maxLeverage", 2));
        assertThat(engine.config().risk().maxLeverage()).isEqualTo(2);
        engine.reset();
        assertThat(engine.config().risk().maxLeverage())
                .as("kept by a plain reset")
                .isEqualTo(2);
        engine.reset(Overrides.none().with("seed", 9));

        assertThat(engine.config().seed()).isEqualTo(9);
        assertThat(engine.config().risk().maxLeverage()).isEqualTo(5);
    }

    @Test
    void tellsListenersOfEveryStart() {
        List<String> log = new ArrayList<>();
        Orchestrator engine = builder().listener(new StartListener(log)).build();
        engine.next();
        engine.reset();
        engine.next();

        assertThat(log).containsExactly("start", "listener", "start", "listener");
    }

    @Test
    void givesEachLayerTheNameItsChanceIsDrawnBy() {
        List<String> names = new ArrayList<>();
        Orchestrator engine = Aqts.live(
                        context -> {
                            names.add(context.layer() + " " + context.universe().size());
                            return Feed.of(100);
                        },
                        context -> {
                            names.add(context.layer() + " " + context.universe().size());
                            return new Desks.PlainVenue();
                        })
                .detector(context -> {
                    names.add(context.layer());
                    return snapshot -> List.of();
                })
                .detector(context -> {
                    names.add(context.layer());
                    return snapshot -> List.of();
                })
                .fusion(context -> {
                    names.add(context.layer());
                    return new FollowSignal(context);
                })
                .risk(context -> {
                    names.add(context.layer());
                    return new LongOrFlat(context);
                })
                .build();

        assertThat(names).containsExactly("source 0", "detector.0", "detector.1", "fusion", "risk", "venue 1");
        assertThat(engine.layers())
                .containsExactly("Feed", "custom", "custom", "FollowSignal", "LongOrFlat", "PlainVenue");
    }

    @Test
    void startsWithTheMoneyOfItsConfiguration() {
        Orchestrator engine = builder().build();

        assertThat(engine.portfolio().cash()).isEqualTo(engine.config().risk().initialCash());
        assertThat(engine.portfolio().positions()).hasSize(1);
        assertThat(engine.universe()).isEqualTo(Universe.of(Feed.BTC));
    }

    @Test
    void buildsAnyNumberOfEnginesThatShareNothing() {
        AqtsBuilder builder = builder();
        Orchestrator one = builder.build();
        Orchestrator other = builder.build();
        AqtsBuilder copy = builder.copy()
                .config(c -> c.seed(99))
                .risk(context -> (decision, snapshot, portfolio) -> Desks.nothing());

        assertThat(walk(one)).isEqualTo(walk(other));
        assertThat(builder.config().seed()).isEqualTo(42);
        assertThat(copy.config().seed()).isEqualTo(99);
        assertThat(walk(copy.build())).isNotEqualTo(walk(builder.build()));
    }

    @Test
    void knowsItsPresetUntilALayerIsReplaced() {
        assertThat(Aqts.simulation().presetName()).isEqualTo("aureon");
        AqtsBuilder plain = Aqts.simulation().preset(Presets.smaCross());
        assertThat(plain.presetName()).isEqualTo("sma-cross");
        assertThat(plain.copy().presetName()).isEqualTo("sma-cross");
        assertThat(plain.copy().fusion(FollowSignal::new).presetName()).isEqualTo("custom");
        assertThat(plain.copy().detector(SmaCross::new).presetName()).isEqualTo("custom");
        assertThat(plain.copy().risk(LongOrFlat::new).presetName()).isEqualTo("custom");
        assertThat(plain.copy().config(c -> c.seed(1)).presetName()).isEqualTo("sma-cross");
    }

    @Test
    void findsPresetsByTheirExactName() {
        assertThat(Presets.all())
                .extracting(Preset::name)
                .containsExactly("aureon", "sma-cross")
                .isSorted();
        assertThat(Presets.named("sma-cross")).isPresent();
        assertThat(Presets.named("SMA-cross")).isEmpty();
    }

    @Test
    void replacesThePresetsDetectorsByTheFirstOfOnesOwn() {
        Orchestrator engine = Aqts.backtest(context -> Feed.of(100))
                .preset(Presets.smaCross())
                .detector(context -> new SmaCross(2, 3))
                .detector(context -> new SmaCross(4, 5))
                .build();

        assertThat(engine.layers())
                .containsExactly("Feed", "SmaCross", "SmaCross", "FollowSignal", "LongOrFlat", "PaperVenue");
    }

    private AqtsBuilder builder() {
        return Aqts.live(
                        context -> {
                            feeds.add(Feed.of(Feed.waves(120)));
                            return feeds.get(feeds.size() - 1);
                        },
                        context -> {
                            venues.add(new Desks.PlainVenue());
                            return venues.get(venues.size() - 1);
                        })
                .detector(context -> new SmaCross(3, 9))
                .fusion(FollowSignal::new)
                .risk(context -> (decision, snapshot, portfolio) ->
                        portfolio.position(0).isFlat() ? Desks.buy(1) : Desks.nothing());
    }

    private static List<Step> walk(Orchestrator engine) {
        List<Step> steps = new ArrayList<>();
        Optional<Step> step = engine.next();
        while (step.isPresent()) {
            steps.add(step.get());
            step = engine.next();
        }
        return steps;
    }
}
