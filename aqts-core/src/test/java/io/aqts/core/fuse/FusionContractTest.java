package io.aqts.core.fuse;

import io.aqts.FusionLayer;
import io.aqts.LayerContext;
import io.aqts.config.AqtsConfig;
import io.aqts.testkit.FusionLayerContract;
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

        /** So long that the models, one of which hears the detectors, have learned what to make of them. */
        @Override
        public int longestMarket() {
            return 180;
        }

        @Override
        public boolean isMonotone() {
            return true;
        }
    }
}
