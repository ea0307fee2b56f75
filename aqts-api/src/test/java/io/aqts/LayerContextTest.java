package io.aqts;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.config.AqtsConfig;
import io.aqts.market.Universe;
import org.junit.jupiter.api.Test;

class LayerContextTest {

    private final LayerContext context = new LayerContext(AqtsConfig.defaults(), Universe.EMPTY, "detector.0");

    @Test
    void givesTheSameStreamForTheSameNameEveryTime() {
        Randomness first = context.randomness("noise");
        first.nextLong();

        assertThat(context.randomness("noise").nextLong())
                .isEqualTo(new LayerContext(AqtsConfig.defaults(), Universe.EMPTY, "detector.0")
                        .randomness("noise")
                        .nextLong())
                .isNotEqualTo(first.nextLong());
    }

    @Test
    void separatesLayersNamesAndSeeds() {
        long drawn = context.randomness("noise").nextLong();
        AqtsConfig seeded = AqtsConfig.defaults().with(c -> c.seed(43));

        assertThat(context.randomness("other").nextLong()).isNotEqualTo(drawn);
        assertThat(context.forLayer("detector.1").randomness("noise").nextLong())
                .isNotEqualTo(drawn);
        assertThat(new LayerContext(seeded, Universe.EMPTY, "detector.0")
                        .randomness("noise")
                        .nextLong())
                .isNotEqualTo(drawn);
    }

    @Test
    void isNamedAfterItsLayerAndOtherwiseTheSame() {
        LayerContext other = context.forLayer("fusion");

        assertThat(other.layer()).isEqualTo("fusion");
        assertThat(other.config()).isSameAs(context.config());
        assertThat(other.universe()).isSameAs(context.universe());
    }

    @Test
    void changesNothingElsewhereWhenOtherSettingsChange() {
        AqtsConfig other = AqtsConfig.defaults().with(c -> c.risk(r -> r.maxLeverage(1)));

        assertThat(new LayerContext(other, Universe.EMPTY, "detector.0")
                        .randomness("noise")
                        .nextLong())
                .isEqualTo(context.randomness("noise").nextLong());
    }
}
