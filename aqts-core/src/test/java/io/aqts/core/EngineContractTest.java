package io.aqts.core;

import io.aqts.DataSource;
import io.aqts.Detector;
import io.aqts.LayerContext;
import io.aqts.LayerFactory;
import io.aqts.Orchestrator;
import io.aqts.config.AqtsConfig;
import io.aqts.core.detect.SmaCross;
import io.aqts.core.simulation.SimulatedMarket;
import io.aqts.market.MarketSnapshot;
import io.aqts.testkit.HostileFusion;
import io.aqts.testkit.HostileRiskManager;
import io.aqts.testkit.OrchestratorContract;
import java.util.Optional;
import net.jqwik.api.Group;

/** The engine keeps the promises of every orchestrator, whatever runs in it. */
class EngineContractTest {

    private static final int LENGTH = 110;

    /** The simulated market, until it has given so many snapshots. */
    private static DataSource ending(LayerContext context) {
        return new ForwardingSource(new SimulatedMarket(context)) {
            private int given;

            @Override
            public Optional<MarketSnapshot> next() {
                return given++ < LENGTH ? super.next() : Optional.empty();
            }
        };
    }

    private static DataSource waves(LayerContext context) {
        return Feed.of(Feed.waves(LENGTH));
    }

    private static LayerFactory<Detector> failingLate() {
        return context -> {
            Detector cross = new SmaCross(3, 9);
            int[] seen = {0};
            return snapshot -> {
                if (++seen[0] > 60) {
                    throw new IllegalStateException("broken");
                }
                return cross.detect(snapshot);
            };
        };
    }

    @Group
    class EnsembleAndKellyOnTheSimulatedMarket implements OrchestratorContract {

        @Override
        public Orchestrator create(AqtsConfig config) {
            return builder(config).build();
        }

        @Override
        public Optional<Orchestrator> createFailing(AqtsConfig config) {
            return Optional.of(builder(config).detector(failingLate()).build());
        }

        private AqtsBuilder builder(AqtsConfig config) {
            return Aqts.backtest(EngineContractTest::ending).config(config).detector(context -> new SmaCross(3, 9));
        }
    }

    @Group
    class AureonOnTheSimulatedMarket implements OrchestratorContract {

        @Override
        public Orchestrator create(AqtsConfig config) {
            return Aqts.backtest(EngineContractTest::ending).config(config).build();
        }

        /** Lighthouse events are too rare for so short a run. */
        @Override
        public boolean mayNeverTrade() {
            return true;
        }
    }

    @Group
    class CrossOnBars implements OrchestratorContract {

        @Override
        public Orchestrator create(AqtsConfig config) {
            return builder(config).build();
        }

        @Override
        public Optional<Orchestrator> createFailing(AqtsConfig config) {
            return Optional.of(builder(config).detector(failingLate()).build());
        }

        private AqtsBuilder builder(AqtsConfig config) {
            return Aqts.backtest(EngineContractTest::waves)
                    .preset(Presets.smaCross())
                    .config(config)
                    .detector(context -> new SmaCross(3, 9));
        }
    }

    @Group
    class HostileLayers implements OrchestratorContract {

        @Override
        public Orchestrator create(AqtsConfig config) {
            return Aqts.backtest(EngineContractTest::ending)
                    .config(config)
                    .fusion(HostileFusion::new)
                    .risk(HostileRiskManager::new)
                    .build();
        }
    }
}
