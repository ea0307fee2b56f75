package io.aqts.core.fuse;

import io.aqts.LayerContext;
import io.aqts.Predictor;
import io.aqts.config.LogisticConfig;
import io.aqts.config.MomentumConfig;
import io.aqts.testkit.PredictorContract;
import net.jqwik.api.Group;

/** The models that ship keep the promises of every model. */
class PredictorContractsTest {

    @Group
    class Logistic implements PredictorContract {

        @Override
        public Predictor create(LayerContext context, int instrument) {
            return new LogisticPredictor(
                    instrument,
                    LogisticConfig.defaults().toBuilder()
                            .horizonBars(3)
                            .minimumOutcomes(10)
                            .build());
        }

        @Override
        public int warmUpBars() {
            return 61;
        }
    }

    @Group
    class Momentum implements PredictorContract {

        @Override
        public Predictor create(LayerContext context, int instrument) {
            return new MomentumPredictor(
                    instrument,
                    MomentumConfig.defaults().toBuilder()
                            .fastBars(5)
                            .slowBars(40)
                            .horizonBars(4)
                            .minimumOutcomes(10)
                            .build());
        }

        @Override
        public int warmUpBars() {
            return 41;
        }
    }
}
