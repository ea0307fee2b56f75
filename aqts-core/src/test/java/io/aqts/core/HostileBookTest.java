package io.aqts.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.LayerContext;
import io.aqts.Orchestrator;
import io.aqts.config.AqtsConfig;
import io.aqts.config.QueueKind;
import io.aqts.testkit.HostileFusion;
import io.aqts.testkit.HostileRiskManager;
import io.aqts.testkit.LedgerAudit;
import io.aqts.trade.Decimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A hundred thousand steps on order books at random, with layers that ask for anything, also while orders are being
 * amended and withdrawn: what the gate passed is what the venue was sent and, by a second judge too, within every
 * limit; nothing fills that was not shown or printed, and no money is lost or made.
 *
 * <p>{@code -Daqts.hostile.runs=2000} makes it a million.
 */
class HostileBookTest {

    private static final int RUNS = Integer.getInteger("aqts.hostile.runs", 200) / 4;
    private static final int STEPS = 2_000;

    private final StepAuditor auditor = new StepAuditor();
    private long makers;
    private long takers;
    private long inAuctions;

    @Test
    void fillsNoMoreThanTheBooksShowAndGetsNothingPastTheGate() {
        for (int run = 0; run < RUNS; run++) {
            boolean amends = run % 2 == 0;
            long before = auditor.approved();
            WatchedBooks venue = run(run, amends);
            assertThat(venue.sent())
                    .as("what the venue was sent in run %s", run)
                    .isEqualTo(auditor.approved() - before);
            makers += venue.makers();
            takers += venue.takers();
            inAuctions += venue.inAuctions();
        }
        assertThat(auditor.openings()).as("openings among the orders").isGreaterThan(RUNS * 50L);
        assertThat(auditor.approved() - auditor.openings()).as("reductions").isGreaterThan(RUNS * 50L);
        assertThat(auditor.amendments()).as("amendments").isGreaterThan(RUNS * 20L);
        assertThat(auditor.waysOut()).as("ways out under a halt").isGreaterThan(RUNS / 2);
        assertThat(makers).as("fills that gave liquidity").isGreaterThan(RUNS * 20L);
        assertThat(takers).as("fills that took it").isGreaterThan(RUNS * 100L);
        assertThat(inAuctions).as("fills in auctions").isGreaterThan(RUNS / 4);
    }

    private WatchedBooks run(int run, boolean amends) {
        WatchedBooks[] venue = new WatchedBooks[1];
        try (Orchestrator engine = Aqts.live(RandomBooks::new, context -> venue[0] = venue(context, amends))
                .config(config(run))
                .detector(context -> snapshot -> List.of())
                .fusion(HostileFusion::new)
                .risk(run % 4 == 2 ? GreedyAmender::new : HostileRiskManager::new)
                .listener(new LedgerAudit())
                .listener(auditor)
                .build()) {
            for (int i = 0; i < STEPS; i++) {
                engine.next();
            }
        }
        return venue[0];
    }

    private static WatchedBooks venue(LayerContext context, boolean amends) {
        return amends ? new WatchedBooks.Amendable(context) : new WatchedBooks(context);
    }

    private static AqtsConfig config(int run) {
        Duration latency = Duration.ofMillis(run % 3 == 0 ? 0 : 120);
        return AqtsConfig.defaults()
                .with(c -> c.seed(9_000 + run)
                        .execution(e -> e.latencyMin(Duration.ZERO)
                                .latencyMax(latency)
                                .latency(l -> l.cancel(d -> d.max(latency)).amend(d -> d.max(latency)))
                                .books(b -> b.queue(QueueKind.values()[run % QueueKind.values().length])
                                        .protectionBps(run % 5 == 0 ? 200 : 0)
                                        .holdWhileHalted(run % 2 == 0)))
                        .risk(r -> r.currency("USD")
                                .initialCash(Decimal.of(run % 4 == 0 ? 10_000 : 1_000_000))
                                .shortAllowed(run % 3 != 1)
                                .maxLeverage(run % 5 == 0 ? 1 : 5)
                                .maxPortfolioRisk(run % 8 < 4 ? 0.03 : 0.005)
                                .breaker(b -> b.reduceAt(run % 7 == 0 ? 0.02 : 1)
                                        .haltAt(run % 7 == 0 ? 0.05 : 1)
                                        .coolOff(Duration.ofSeconds(10)))));
    }
}
