package io.aqts.core.risk;

import static io.aqts.core.risk.Fixtures.MINUTE;
import static io.aqts.core.risk.Fixtures.bar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aqts.config.SizingConfig;
import io.aqts.trade.Side;
import org.junit.jupiter.api.Test;

class PaperTradeTest {

    private static final Plan LONG = new Plan(100, 100, 10, 90, 120, 5 * MINUTE);
    private static final Plan SHORT = new Plan(100, 100, 10, 110, 80, 5 * MINUTE);

    private final TradeRecord record = new TradeRecord(SizingConfig.defaults(), 1);

    @Test
    void entersAtTheOpenAndLosesOneRiskAtTheStop() {
        PaperTrade trade = followed(Side.BUY, LONG);
        trade.meet(bar(0, 100, 105, 95, 100), record);
        trade.meet(bar(1, 100, 125, 89, 100), record);

        assertThat(trade.isRunning()).isFalse();
        assertOutcome(-1);
    }

    @Test
    void paysForAGapBeyondTheStop() {
        PaperTrade trade = followed(Side.SELL, SHORT);
        trade.meet(bar(0, 100, 105, 95, 100), record);
        trade.meet(bar(1, 115, 116, 114, 115), record);

        assertOutcome(-1.5);
    }

    @Test
    void takesItsGainAtTheTarget() {
        PaperTrade trade = followed(Side.SELL, SHORT);
        trade.meet(bar(0, 100, 105, 79, 100), record);

        assertOutcome(2);
    }

    @Test
    void doesNotTakeATargetThatIsOnlyTouched() {
        PaperTrade trade = followed(Side.BUY, LONG);
        trade.meet(bar(0, 100, LONG.target(), 95, 100), record);
        assertThat(trade.isRunning()).isTrue();

        trade.meet(bar(1, LONG.target(), LONG.target() + 0.01, 95, 100), record);
        assertThat(trade.isRunning()).isFalse();
        assertOutcome((LONG.target() - 100) / 10);
    }

    @Test
    void endsByTheClockFiveMinutesAfterItsEntry() {
        PaperTrade trade = followed(Side.BUY, LONG);
        for (int i = 0; i < 4; i++) {
            trade.meet(bar(i, 100, 101, 99, 100), record);
        }
        assertThat(trade.isRunning()).isTrue();

        trade.meet(bar(4, 100, 106, 99, 105), record);

        assertOutcome(0.5);
    }

    @Test
    void paysItsCostsBothWays() {
        PaperTrade trade = new PaperTrade(0.01);
        trade.follow(Side.BUY, LONG);
        trade.meet(bar(0, 100, 105, 95, 100), record);
        trade.leave(100, record);

        assertOutcome(-0.2);
    }

    @Test
    void leavesNoTraceIfItNeverEntered() {
        PaperTrade trade = followed(Side.BUY, LONG);
        trade.leave(150, record);

        assertThat(record.size()).isZero();
        assertThat(trade.isRunning()).isFalse();
    }

    private static PaperTrade followed(Side side, Plan plan) {
        PaperTrade trade = new PaperTrade(0);
        trade.follow(side, plan);
        return trade;
    }

    private void assertOutcome(double multiple) {
        double prior = SizingConfig.defaults().priorWins();
        assertThat(record.size()).isEqualTo(1);
        double payoff = multiple > 0 ? (multiple + prior) / (prior + 1) : 1 / ((prior - multiple) / (prior + 1));
        assertThat(record.payoff()).isCloseTo(payoff, within(1e-12));
    }
}
