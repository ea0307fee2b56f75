package io.aqts.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.LayerContext;
import io.aqts.Orchestrator;
import io.aqts.Step;
import io.aqts.config.AqtsConfig;
import io.aqts.config.LotMethod;
import io.aqts.config.Scenario;
import io.aqts.core.simulation.SimulatedMarket;
import io.aqts.testkit.HostileFusion;
import io.aqts.testkit.HostileMarket;
import io.aqts.testkit.HostileRiskManager;
import io.aqts.testkit.LedgerAudit;
import io.aqts.trade.Decimal;
import org.junit.jupiter.api.Test;

/**
 * Layers that ask for anything on a market in which anything may happen: halts, auctions, splits, dividends, funding,
 * other grids, the end of instruments. No money is lost or made, and no run breaks. {@code -Daqts.hostile.runs=2000}
 * makes it ten times as long.
 */
class HostileMarketTest {

    private static final int RUNS = Integer.getInteger("aqts.hostile.runs", 200) / 4;
    private static final int STEPS = 2_000;

    @Test
    void losesAndMakesNoMoneyWhateverHappens() {
        long fills = 0;
        for (int run = 0; run < RUNS; run++) {
            fills += run(run);
        }
        assertThat(fills).isGreaterThan(RUNS * 50L);
    }

    private static long run(int run) {
        AqtsConfig config = AqtsConfig.defaults()
                .with(c -> c.seed(7_000 + run)
                        .simulation(s -> s.scenario(Scenario.values()[run % Scenario.values().length])
                                .bookLevels(run % 3 == 0 ? 3 : 0)
                                .alternativeData(false))
                        .risk(r -> r.initialCash(Decimal.of(1_000_000))
                                .account(a -> a.lots(LotMethod.values()[run % LotMethod.values().length]))
                                .breaker(b -> b.reduceAt(1).haltAt(1))));
        long fills = 0;
        try (Orchestrator engine = Aqts.paper(context -> market(context, 20 + run % 200))
                .config(config)
                .detector(context -> snapshot -> java.util.List.of())
                .fusion(HostileFusion::new)
                .risk(HostileRiskManager::new)
                .listener(new LedgerAudit())
                .build()) {
            for (int i = 0; i < STEPS; i++) {
                Step step = engine.next().orElseThrow();
                fills += step.fills().size();
            }
        }
        return fills;
    }

    private static HostileMarket market(LayerContext context, int rarity) {
        return new HostileMarket(context, new SimulatedMarket(context), rarity);
    }
}
