package io.aqts.core.risk.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aqts.config.StressConfig;
import io.aqts.market.Bar;
import io.aqts.market.InstrumentMarket;
import io.aqts.trade.Side;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What stress costs a book of several positions, and what it leaves to one more order. */
class StressArithmeticTest {

    private static final double ROOM = 10_000;

    private final Stage stage = new Stage();
    private final ReturnWindow window = window();
    private final MarketMemory memory = new MarketMemory(3, 1, 0);

    @Test
    void aCrashHurtsEveryPositionWhateverItsSide() {
        StressGate crash = gate(s -> s.crashSigmas(5).gapSigmas(1e-9));
        stage.holding(0, 3_000).holding(1, -20_000).holding(2, 10_000);
        double used = 5 * (3_000 * sigma(0) + 20_000 * sigma(1) + 10_000 * sigma(2));

        assertWorth(crash, Side.BUY, (ROOM - used) / (5 * sigma(0)));
        stage.holding(0, -3_000);
        assertWorth(crash, Side.SELL, (ROOM - used) / (5 * sigma(0)));
    }

    @Test
    void inACrashALongPositionLosesAllAndAShortOneMore() {
        StressGate crash = gate(s -> s.crashSigmas(200).gapSigmas(1e-9));
        assertThat(200 * sigma(1)).isGreaterThan(1);
        stage.holding(1, 1_000);
        assertWorth(crash, Side.BUY, ROOM - 1_000);
        stage.holding(1, -1_000);
        assertWorth(crash, Side.BUY, ROOM - 1_000 * 200 * sigma(1));
        assertWorth(crash, Side.SELL, (ROOM - 1_000 * 200 * sigma(1)) / (200 * sigma(0)));
    }

    @Test
    void inAGapWhatGainsPaysForWhatLoses() {
        StressGate gap = gate(s -> s.crashSigmas(1e-9).gapSigmas(10));
        stage.holding(1, -20_000).holding(2, 10_000);
        double net = 10 * (-20_000 * sigma(1) + 10_000 * sigma(2));

        assertWorth(gap, Side.BUY, (ROOM - net) / (10 * sigma(0)));
        assertWorth(gap, Side.SELL, (ROOM + net) / (10 * sigma(0)));
    }

    @Test
    void anOrderThatGainsInTheGapMustStillBringTheLossWithinTheRoom() {
        StressGate gap = gate(s -> s.crashSigmas(1e-9).gapSigmas(10));
        double held = (ROOM + 1_000) / (10 * sigma(1));
        stage.holding(1, held);
        double enough = 1_000 / (10 * sigma(0)) / stage.prices[0];

        assertThat(gap.allowedQuantity(stage.selling(enough * 0.99))).isZero();
        assertThat(gap.allowedQuantity(stage.selling(enough * 1.01))).isGreaterThan(enough);
        assertThat(gap.allowedQuantity(stage.buying(1))).isZero();
    }

    @Test
    void roomThatIsUsedUpAllowsNothing() {
        StressGate crash = gate(s -> s.crashSigmas(5).gapSigmas(1e-9));
        stage.holding(1, 1e9);

        assertThat(stage.allowed(crash)).isZero();
    }

    @Test
    void theSpreadIsPaidForEveryPosition() {
        MarketMemory wide = new MarketMemory(3, 1, 0.02);
        StressGate gate =
                new StressGate(stress(s -> s.crashSigmas(1e-9).gapSigmas(1e-9).spreadMultiple(3)), 0.1, window, wide);
        gate.onStep(stage);
        stage.holding(1, 50_000).holding(2, -20_000);

        assertWorth(gate, Side.BUY, (ROOM - 70_000 * 0.03) / 0.03);
    }

    @Test
    void waitingScalesTheCrashByTheRootOfTheSamplesMissedAndNeverShrinksIt() {
        StressGate hour = gate(s -> s.crashSigmas(5).gapSigmas(1e-9).outage(Duration.ofMinutes(64)));
        assertWorth(hour, Side.BUY, ROOM / (5 * 8 * sigma(0)));
    }

    private void assertWorth(StressGate gate, Side side, double expected) {
        double allowed = gate.allowedQuantity(stage.candidate(0, side, 1e9)) * stage.prices[0];
        assertThat(allowed).isCloseTo(expected, within(Math.abs(expected) * 1e-6));
    }

    private double sigma(int instrument) {
        return window.deviation(instrument);
    }

    private StressGate gate(UnaryOperator<StressConfig.Builder> change) {
        StressGate gate = new StressGate(stress(change), 0.1, window, memory);
        gate.onStep(stage);
        return gate;
    }

    private static StressConfig stress(UnaryOperator<StressConfig.Builder> change) {
        return Settings.stress(s -> change.apply(
                s.stale(Duration.ofSeconds(1)).outage(Duration.ofSeconds(1)).spreadMultiple(1)));
    }

    /** Sixty minutes in which every instrument moves, each by more than the one before. */
    private ReturnWindow window() {
        ReturnWindow all = new ReturnWindow(60, Duration.ZERO, 3);
        for (int t = 0; t <= 60; t++) {
            stage.at(t * Stage.MINUTE);
            for (int i = 0; i < 3 && t > 0; i++) {
                stage.prices[i] *= 1 + (t % 2 == 0 ? 0.01 : -0.01) * (i + 1);
            }
            double p = stage.prices[0];
            stage.markets[0] = InstrumentMarket.of(new Bar(stage.now, Stage.MINUTE, p, p, p, p, 1));
            all.onStep(stage);
        }
        assertThat(List.of(all.deviation(0), all.deviation(1))).allMatch(sigma -> sigma > 0.009);
        assertThat(all.spacingNanos()).isEqualTo(Stage.MINUTE);
        return all;
    }
}
