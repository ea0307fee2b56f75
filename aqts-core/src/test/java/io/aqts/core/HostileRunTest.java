package io.aqts.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.ExecutionVenue;
import io.aqts.Orchestrator;
import io.aqts.config.AqtsConfig;
import io.aqts.config.Scenario;
import io.aqts.core.execute.PaperVenue;
import io.aqts.core.simulation.SimulatedMarket;
import io.aqts.market.MarketSnapshot;
import io.aqts.testkit.HostileFusion;
import io.aqts.testkit.HostileRiskManager;
import io.aqts.testkit.LedgerAudit;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A million steps with a fusion layer and a risk manager that ask for anything: nothing beyond a limit reaches the
 * venue, and no money is lost or made. {@code -Daqts.hostile.runs=2000} makes it ten million.
 */
class HostileRunTest {

    private static final int RUNS = Integer.getInteger("aqts.hostile.runs", 200);
    private static final int STEPS = 5_000;
    private static final double[] LEVERAGES = {5, 1, 0.3, 20};
    private static final double[] SHARES = {1, 4, 0.1};

    /** The paper venue, and a count of what it was sent. */
    private static final class CountingVenue implements ExecutionVenue {

        private final ExecutionVenue venue;
        private long sent;

        CountingVenue(ExecutionVenue venue) {
            this.venue = venue;
        }

        @Override
        public List<ExecutionEvent> meet(MarketSnapshot snapshot) {
            return venue.meet(snapshot);
        }

        @Override
        public List<ExecutionEvent> submit(ApprovedOrder order) {
            sent++;
            return venue.submit(order);
        }

        @Override
        public List<ExecutionEvent> cancel(long orderId) {
            return venue.cancel(orderId);
        }
    }

    @Test
    void getsNothingPastTheGateInAMillionSteps() {
        StepAuditor auditor = new StepAuditor();
        for (int run = 0; run < RUNS; run++) {
            long before = auditor.approved();
            long sent = run(config(run), auditor);
            assertThat(sent).as("what the venue was sent in run %s", run).isEqualTo(auditor.approved() - before);
        }

        assertThat(auditor.openings()).as("openings among the orders").isGreaterThan(RUNS * 200);
        assertThat(auditor.approved() - auditor.openings()).as("reductions").isGreaterThan(RUNS * 200);
        assertThat(auditor.fills()).isGreaterThan(RUNS * 400);
        assertThat(auditor.restricted()).as("steps with trading restricted").isGreaterThan(RUNS * 100);
        assertThat(auditor.waysOut())
                .as("positions on their way out under a halt")
                .isGreaterThan(RUNS);
    }

    private static long run(AqtsConfig config, StepAuditor auditor) {
        CountingVenue[] venue = new CountingVenue[1];
        Orchestrator engine = Aqts.live(
                        SimulatedMarket::new, context -> venue[0] = new CountingVenue(new PaperVenue(context)))
                .config(config)
                .detector(context -> snapshot -> List.of())
                .fusion(HostileFusion::new)
                .risk(HostileRiskManager::new)
                .listener(auditor)
                .listener(new LedgerAudit())
                .build();
        for (int i = 0; i < STEPS; i++) {
            engine.next();
        }
        engine.close();
        return venue[0].sent;
    }

    private static AqtsConfig config(int run) {
        boolean halts = run % 2 == 0;
        Duration latency = Duration.ofSeconds(run % 5 == 0 ? 90 : 0);
        return AqtsConfig.defaults()
                .with(c -> c.seed(1_000 + run)
                        .simulation(s -> s.scenario(Scenario.values()[run % Scenario.values().length])
                                .bookLevels(run % 4 == 0 ? 3 : 0)
                                .alternativeData(false))
                        .execution(e -> e.latencyMin(latency)
                                .latencyMax(latency.multipliedBy(2))
                                .partialFillProbability(run % 3 == 0 ? 0.3 : 0))
                        .risk(r -> r.initialCash(Decimal.of(1_000_000))
                                .shortAllowed(run % 3 != 1)
                                .exits(e -> e.stopRequired(run % 7 == 0))
                                .maxLeverage(LEVERAGES[run % LEVERAGES.length])
                                .maxPortfolioRisk(run % 2 == 0 ? 0.03 : 0.005)
                                .sizing(s -> s.maxPositionShare(SHARES[run % SHARES.length]))
                                .breaker(b -> b.reduceAt(halts ? 0.05 : 1)
                                        .haltAt(halts ? 0.1 : 1)
                                        .coolOff(Duration.ofHours(1)))));
    }
}
