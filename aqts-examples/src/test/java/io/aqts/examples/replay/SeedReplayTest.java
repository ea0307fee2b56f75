package io.aqts.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aqts.config.AqtsConfig;
import io.aqts.core.detect.LatticeReading;
import io.aqts.market.Bar;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.SentimentReading;
import io.aqts.signal.Direction;
import io.aqts.signal.Signal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeedReplayTest {

    private static final int DAY = 1_440;
    private static final Bar BAR = new Bar(60_000_000_000L, 60_000_000_000L, 41_900, 42_300, 41_700, 42_000, 1);

    @ParameterizedTest
    @ValueSource(longs = {42, 43, 44, 45, 46})
    void theTrackerReportedTriumphsWhereTheLedgerSawLosses(long seed) {
        SeedRun run = SeedReplay.run(seed, DAY);

        assertThat(run.reported().entries()).isBetween(180, 300);
        assertThat(run.reported().winRate().orElse(0)).isGreaterThan(0.9);
        assertThat(run.reported().sharpe().orElse(0)).isGreaterThan(20);
        assertThat(run.reported().profit()).isPositive();
        assertThat(run.reported().maxDrawdown()).isLessThan(0.001);

        assertThat(run.actual().result().isNegative()).isTrue();
        assertThat(run.actual().maxDrawdown()).isBetween(0.1, 0.12);
        assertThat(run.actual().maxLeverage()).isGreaterThan(1);
        assertThat(run.actual().breakerTrips()).isGreaterThan(10);
        assertThat(run.actual().winRate().orElse(1)).isLessThan(0.8);
        assertThat(run.actual().feesUnpaid().toDouble()).isGreaterThan(4_000);
    }

    @Test
    void mostSeedsLoseBeforeFeesAndNearlyAllAfterThem() {
        int lost = 0;
        int lostAfterFees = 0;
        double sum = 0;
        for (long seed = 0; seed < 60; seed++) {
            SeedRun.Actual actual = SeedReplay.run(seed, DAY).actual();
            lost += actual.result().isNegative() ? 1 : 0;
            lostAfterFees += actual.result().minus(actual.feesUnpaid()).isNegative() ? 1 : 0;
            sum += actual.result().toDouble();
        }

        assertThat(lost).isGreaterThan(45);
        assertThat(lostAfterFees).isGreaterThan(55);
        assertThat(sum / 60).isLessThan(-3_000);
    }

    @Test
    void theSameSeedGivesTheSameRun() {
        assertThat(SeedReplay.run(7, 500)).isEqualTo(SeedReplay.run(7, 500));
    }

    @Test
    void fusionFollowsThePublishedFormula() {
        SeedFusion fusion = new SeedFusion(() -> 0.5);

        SeedDecision withEvent = fusion.decide(snapshot(), Optional.of(event(Direction.LONG)));
        SeedDecision without = fusion.decide(snapshot(), Optional.empty());

        assertThat(withEvent.sign()).isEqualTo(1);
        assertThat(withEvent.size()).isEqualTo(0.354);
        assertThat(withEvent.confidence()).isCloseTo(0.43988325998308736, within(1e-15));
        assertThat(without).isEqualTo(new SeedDecision(1, 0.173, 0.35));
    }

    @Test
    void fusionTakesANeutralEventForADownwardOne() {
        SeedFusion fusion = new SeedFusion(() -> 0.5);

        SeedDecision neutral = fusion.decide(snapshot(), Optional.of(event(Direction.NEUTRAL)));

        assertThat(neutral).isEqualTo(fusion.decide(snapshot(), Optional.of(event(Direction.SHORT))));
        assertThat(neutral.sign()).isZero();
    }

    @Test
    void riskFollowsThePublishedFormula() {
        SeedRisk risk = new SeedRisk(
                () -> 0.5, 100_000, new SeedBooks(AqtsConfig.defaults().risk()));

        SeedOrder order = risk.evaluate(new SeedDecision(1, 0.354, 0.43988325998308736), BAR, 10)
                .orElseThrow();

        assertThat(order.notional()).isCloseTo(15_000, within(1e-9));
        assertThat(order.size()).isCloseTo(15_000.0 / 42_000, within(1e-15));
        assertThat(order.stop()).isEqualTo(41_280);
        assertThat(order.target()).isCloseTo(43_396.715947187826, within(1e-9));
        assertThat(order.lastTick()).isEqualTo(149);
    }

    private static MarketSnapshot snapshot() {
        long now = BAR.epochNanos();
        return new MarketSnapshot(
                now,
                List.of(InstrumentMarket.of(BAR)),
                List.of(
                        SentimentReading.of(now, "BTC", "twitter", 0.4),
                        SentimentReading.of(now, "BTC", "reddit", -0.1),
                        SentimentReading.of(now, "BTC", "telegram", 0.3)));
    }

    private static Signal event(Direction direction) {
        LatticeReading reading = new LatticeReading(0, 0, 0, 0.62, 0, direction);
        return new Signal("legacy-lattice", 0, BAR.epochNanos(), direction.sign() * 0.62, 0.62, reading);
    }
}
