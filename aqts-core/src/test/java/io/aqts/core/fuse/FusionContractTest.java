package io.aqts.core.fuse;

import io.aqts.FusionLayer;
import io.aqts.LayerContext;
import io.aqts.config.AqtsConfig;
import io.aqts.testkit.FusionLayerContract;
import java.util.List;
import net.jqwik.api.Group;

/** The fusion layers that ship keep the promises of every fusion layer. */
class FusionContractTest {

    private static final AqtsConfig QUICK = AqtsConfig.defaults()
            .with(c -> c.fusion(f -> f.logistic(l -> l.horizonBars(3).minimumOutcomes(20))
                    .momentum(m -> m.fastBars(3).slowBars(12).horizonBars(2).minimumOutcomes(20))));

    @Group
    class Follow implements FusionLayerContract {

        @Override
        public FusionLayer create(LayerContext context) {
            return new FollowSignal(context);
        }

        @Override
        public boolean isMonotone() {
            return true;
        }
    }

    @Group
    class Ensemble implements FusionLayerContract {

        @Override
        public FusionLayer create(LayerContext context) {
            return new WeightedEnsemble(context);
        }

        @Override
        public AqtsConfig config() {
            return QUICK;
        }
    }

    /** Models that do not hear the detectors leave the ensemble monotone in what these say. */
    @Group
    class EnsembleOfModelsThatHearNoSignals implements FusionLayerContract {

        @Override
        public FusionLayer create(LayerContext context) {
            return new WeightedEnsemble(
                    context,
                    List.of(instrument ->
                            new MomentumPredictor(instrument, QUICK.fusion().momentum())));
        }

        @Override
        public boolean isMonotone() {
            return true;
        }
    }
}
