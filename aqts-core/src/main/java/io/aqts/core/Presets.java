package io.aqts.core;

import io.aqts.FusionLayer;
import io.aqts.LayerFactory;
import io.aqts.RiskManager;
import io.aqts.config.ReturnInterval;
import io.aqts.core.detect.QgitaDetector;
import io.aqts.core.detect.SmaCross;
import io.aqts.core.fuse.FollowSignal;
import io.aqts.core.fuse.WeightedEnsemble;
import io.aqts.core.risk.KellyRiskManager;
import io.aqts.core.risk.LongOrFlat;
import java.util.List;
import java.util.Optional;

/** The presets that ship with AQTS. */
public final class Presets {

    static final LayerFactory<FusionLayer> AUREON_FUSION = WeightedEnsemble::new;
    static final LayerFactory<RiskManager> AUREON_RISK = KellyRiskManager::new;

    private Presets() {}

    /** {@return every preset, in alphabetical order} */
    public static List<Preset> all() {
        return List.of(aureon(), smaCross());
    }

    /**
     * The preset of a name.
     *
     * @param name the exact name
     * @return the preset, or empty if there is none of that name
     */
    public static Optional<Preset> named(String name) {
        return all().stream().filter(preset -> preset.name().equals(name)).findFirst();
    }

    /** {@return Lighthouse events of QGITA, ensemble fusion, Kelly sizing with stops and a circuit breaker} */
    public static Preset aureon() {
        return new Composition(
                "aureon",
                builder -> builder.detector(QgitaDetector::new)
                        .fusion(AUREON_FUSION)
                        .risk(AUREON_RISK));
    }

    /**
     * The plain strategy other engines can be compared with: long while the fast average of closes is above the slow
     * one, flat while it is below, the signal on the close and the fill at the next open, with the whole equity unless
     * a quantity is configured.
     *
     * @return the preset
     */
    public static Preset smaCross() {
        return new Composition(
                "sma-cross",
                builder -> builder.detector(SmaCross::new)
                        .fusion(FollowSignal::new)
                        .risk(LongOrFlat::new)
                        .config(c -> c.risk(r -> r.shortAllowed(false).maxLeverage(1))
                                .risk(r -> r.breaker(b -> b.reduceAt(1).haltAt(1)))
                                .execution(e -> e.halfSpreadBps(0)
                                        .partialFillProbability(0)
                                        .latencyMin(java.time.Duration.ZERO)
                                        .latencyMax(java.time.Duration.ZERO))
                                .performance(p -> p.returns(ReturnInterval.BAR))));
    }

    private record Composition(String name, java.util.function.Consumer<AqtsBuilder> choice) implements Preset {

        @Override
        public void compose(AqtsBuilder builder) {
            choice.accept(builder);
        }
    }
}
