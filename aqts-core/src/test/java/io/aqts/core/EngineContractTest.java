package io.aqts.core;

import io.aqts.DataSource;
import io.aqts.Detector;
import io.aqts.LayerContext;
import io.aqts.LayerFactory;
import io.aqts.Orchestrator;
import io.aqts.config.AqtsConfig;
import io.aqts.config.QgitaConfig;
import io.aqts.core.detect.QgitaDetector;
import io.aqts.core.detect.SmaCross;
import io.aqts.core.fuse.WeightedEnsemble;
import io.aqts.core.risk.KellyRiskManager;
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

    private static QgitaConfig.Builder talkative(QgitaConfig.Builder qgita) {
        return qgita.tolerance(0.3)
                .window(8)
                .pivots(p -> p.reversalAtr(1).bendMultiple(0.5).memory(40).minimumPivots(3))
                .ranks(r -> r.window(30).minimum(10))
                .events(e ->
                        e.baseline(15).gap(1).sigmas(0.2).confirmationBars(4).refractoryBars(2));
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

        /** Lighthouse events are too rare for so short a run, and the models learn too slowly. */
        @Override
        public boolean mayNeverTrade() {
            return true;
        }
    }

    /** The layers of aureon, with windows so short and thresholds so low that a short run is enough. */
    @Group
    class AureonInAHurry implements OrchestratorContract {

        @Override
        public Orchestrator create(AqtsConfig config) {
            return Aqts.backtest(EngineContractTest::ending)
                    .config(config)
                    .detector(context -> new QgitaDetector(hurried(context)))
                    .fusion(context -> new WeightedEnsemble(hurried(context)))
                    .risk(KellyRiskManager::new)
                    .build();
        }

        private LayerContext hurried(LayerContext context) {
            AqtsConfig config = context.config()
                    .with(c -> c.detection(d -> d.qgita(EngineContractTest::talkative))
                            .fusion(f -> f.buyThreshold(0.02)
                                    .sellThreshold(-0.02)
                                    .minimumConfidence(0.02)
                                    .logistic(l -> l.horizonBars(3).minimumOutcomes(5))
                                    .momentum(m -> m.fastBars(3)
                                            .slowBars(12)
                                            .horizonBars(2)
                                            .minimumOutcomes(5))));
            return new LayerContext(config, context.universe(), context.layer());
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
