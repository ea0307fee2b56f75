package io.aqts.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.aqts.Orchestrator;
import io.aqts.config.AqtsConfig;
import io.aqts.config.Overrides;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** One builder may go from preset to preset, and nothing of the former ones stays. */
class PresetsTest {

    private record Own(String name, Consumer<AqtsBuilder> choice) implements Preset {

        @Override
        public void compose(AqtsBuilder builder) {
            choice.accept(builder);
        }
    }

    private static List<String> layers(AqtsBuilder builder) {
        try (Orchestrator engine = builder.build()) {
            return engine.layers();
        }
    }

    private static void requireSame(AqtsBuilder actual, AqtsBuilder expected) {
        assertThat(actual.config()).isEqualTo(expected.config());
        assertThat(actual.presetName()).isEqualTo(expected.presetName());
        assertThat(layers(actual)).isEqualTo(layers(expected));
    }

    @Test
    void leavesNothingOfThePresetBefore() {
        for (Preset before : Presets.all()) {
            for (Preset after : Presets.all()) {
                AqtsBuilder switched = Aqts.simulation().preset(before).copy().preset(after);

                requireSame(switched, Aqts.simulation().preset(after));
            }
        }
    }

    @Test
    void leavesNothingOfAPresetThatChoosesSourceAndVenue() {
        Preset own = new Own(
                "own",
                builder -> builder.source(context -> Feed.of(100))
                        .venue(context -> new Desks.PlainVenue())
                        .config(AqtsConfig.defaults().with(c -> c.seed(5))));
        AqtsBuilder builder = Aqts.simulation().preset(own);
        assertThat(builder.config().seed()).isEqualTo(5);
        assertThat(layers(builder)).contains("Feed", "PlainVenue");

        requireSame(builder.preset(Presets.aureon()), Aqts.simulation());
    }

    @Test
    void completesAPresetThatChoosesLittleByAureon() {
        AqtsBuilder builder = Aqts.simulation().preset(Presets.smaCross()).preset(new Own("bare", any -> {}));

        assertThat(layers(builder))
                .containsExactly("SimulatedMarket", "WeightedEnsemble", "KellyRiskManager", "PaperVenue");
        assertThat(builder.config()).isEqualTo(AqtsConfig.defaults());
    }

    @Test
    void letsAPresetBuildOnAnother() {
        Preset shorter = new Own(
                "shorter",
                builder -> builder.preset(Presets.smaCross())
                        .config(c -> c.detection(d -> d.smaCross(s -> s.fast(3).slow(9)))));
        AqtsBuilder builder = Aqts.simulation().preset(shorter);

        assertThat(builder.presetName()).isEqualTo("shorter");
        assertThat(builder.config())
                .isEqualTo(Aqts.simulation()
                        .preset(Presets.smaCross())
                        .config(c -> c.detection(d -> d.smaCross(s -> s.fast(3).slow(9))))
                        .config());
        requireSame(builder.preset(Presets.aureon()), Aqts.simulation());
    }

    @Test
    void keepsWhatTheUserChoseInAnyOrder() {
        AqtsBuilder before = Aqts.simulation()
                .config(c -> c.seed(7))
                .config(Overrides.none().with("risk.maxLeverage", 1))
                .preset(Presets.smaCross());
        AqtsBuilder after = Aqts.simulation()
                .preset(Presets.smaCross())
                .config(c -> c.seed(7))
                .config(Overrides.none().with("risk.maxLeverage", 1));

        assertThat(before.config()).isEqualTo(after.config());
        assertThat(after.preset(Presets.aureon()).config())
                .isEqualTo(AqtsConfig.defaults().with(c -> c.seed(7).risk(r -> r.maxLeverage(1))));
    }

    @Test
    void takesSettingsAsAWholeInPlaceOfAllBefore() {
        AqtsConfig whole = AqtsConfig.defaults().with(c -> c.seed(7).execution(e -> e.takerFeeBps(3)));
        AqtsBuilder builder = Aqts.simulation()
                .config(c -> c.risk(r -> r.maxLeverage(2)))
                .preset(Presets.smaCross())
                .config(whole);
        assertThat(builder.config()).isEqualTo(whole);

        AqtsConfig then = builder.preset(Presets.smaCross()).config();
        assertThat(then.seed()).isEqualTo(7);
        assertThat(then.execution().takerFeeBps()).isEqualTo(3);
        assertThat(then.risk())
                .isEqualTo(Aqts.simulation().preset(Presets.smaCross()).config().risk());
        assertThat(builder.preset(Presets.aureon()).config()).isEqualTo(whole);
    }

    @Test
    void forgetsARefusedSetting() {
        AqtsBuilder builder = Aqts.simulation().config(c -> c.seed(7));

        assertThatIllegalArgumentException().isThrownBy(() -> builder.config(c -> c.risk(r -> r.maxLeverage(-1))));
        assertThat(builder.preset(Presets.aureon()).config())
                .isEqualTo(AqtsConfig.defaults().with(c -> c.seed(7)));
    }

    @Test
    void risksNothingRealOnAShortRecordUnlessToldTo() {
        AqtsBuilder live = Aqts.live(context -> Feed.of(100, 100), context -> new Desks.PlainVenue());

        try (Orchestrator careful = live.copy().build();
                Orchestrator bold = live.copy()
                        .config(c -> c.risk(r -> r.sizing(s -> s.coldStartRisk(0.001))))
                        .build();
                Orchestrator paper = Aqts.paper(context -> Feed.of(100, 100)).build()) {
            assertThat(careful.config().risk().sizing().coldStartRisk()).isZero();
            assertThat(bold.config().risk().sizing().coldStartRisk()).isEqualTo(0.001);
            assertThat(paper.config().risk().sizing().coldStartRisk()).isEqualTo(0.0025);
        }
    }
}
