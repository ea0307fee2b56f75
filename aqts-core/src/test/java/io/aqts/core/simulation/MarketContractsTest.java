package io.aqts.core.simulation;

import io.aqts.DataSource;
import io.aqts.LayerContext;
import io.aqts.config.AqtsConfig;
import io.aqts.config.Scenario;
import io.aqts.testkit.DataSourceContract;
import java.time.Duration;
import net.jqwik.api.Group;

/** The markets that are made up keep the promises of every data source. */
class MarketContractsTest {

    @Group
    class Simulated implements DataSourceContract {

        @Override
        public DataSource create(LayerContext context) {
            return new SimulatedMarket(context);
        }

        @Override
        public int longestRead() {
            return 150;
        }
    }

    @Group
    class SimulatedCrashOfDailyBarsThatEnds implements DataSourceContract {

        @Override
        public DataSource create(LayerContext context) {
            return new SimulatedMarket(context, 120);
        }

        @Override
        public AqtsConfig config(long seed) {
            return AqtsConfig.defaults()
                    .with(c -> c.seed(seed)
                            .simulation(s -> s.scenario(Scenario.CRASH).interval(Duration.ofDays(1))));
        }
    }

    @Group
    class Seed implements DataSourceContract {

        @Override
        public DataSource create(LayerContext context) {
            return new SeedMarket(context);
        }

        @Override
        public int longestRead() {
            return 300;
        }
    }

    @Group
    class SeedThatEnds implements DataSourceContract {

        @Override
        public DataSource create(LayerContext context) {
            return new SeedMarket(context, 100);
        }
    }
}
