package io.aqts.core.risk;

import static io.aqts.core.risk.Fixtures.MINUTE;
import static io.aqts.core.risk.Fixtures.bar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aqts.LayerContext;
import io.aqts.config.AqtsConfig;
import io.aqts.config.FeeConfig;
import io.aqts.config.SizingConfig;
import io.aqts.market.Bar;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketEvent;
import io.aqts.market.Universe;
import io.aqts.market.Venue;
import io.aqts.trade.Decimal;
import io.aqts.trade.Side;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class PaperTradeTest {

    private static final Plan LONG = new Plan(100, 100, 10, 90, 120, 5 * MINUTE);
    private static final Plan SHORT = new Plan(100, 100, 10, 110, 80, 5 * MINUTE);

    private final TradeRecord record = new TradeRecord(SizingConfig.defaults(), 1);

    @Test
    void entersAtTheOpenAndLosesOneRiskAtTheStop() {
        PaperTrade trade = followed(Side.BUY, LONG);
        trade.meet(in(0, 100, 105, 95, 100), record);
        trade.meet(in(1, 100, 125, 89, 100), record);

        assertThat(trade.isRunning()).isFalse();
        assertOutcome(-1);
    }

    @Test
    void paysForAGapBeyondTheStop() {
        PaperTrade trade = followed(Side.SELL, SHORT);
        trade.meet(in(0, 100, 105, 95, 100), record);
        trade.meet(in(1, 115, 116, 114, 115), record);

        assertOutcome(-1.5);
    }

    @Test
    void takesItsGainAtTheTarget() {
        PaperTrade trade = followed(Side.SELL, SHORT);
        trade.meet(in(0, 100, 105, 79, 100), record);

        assertOutcome(2);
    }

    @Test
    void doesNotTakeATargetThatIsOnlyTouched() {
        PaperTrade trade = followed(Side.BUY, LONG);
        trade.meet(in(0, 100, LONG.target(), 95, 100), record);
        assertThat(trade.isRunning()).isTrue();

        trade.meet(in(1, LONG.target(), LONG.target() + 0.01, 95, 100), record);
        assertThat(trade.isRunning()).isFalse();
        assertOutcome((LONG.target() - 100) / 10);
    }

    @Test
    void endsByTheClockFiveMinutesAfterItsEntry() {
        PaperTrade trade = followed(Side.BUY, LONG);
        for (int i = 0; i < 4; i++) {
            trade.meet(in(i, 100, 101, 99, 100), record);
        }
        assertThat(trade.isRunning()).isTrue();

        trade.meet(in(4, 100, 106, 99, 105), record);

        assertOutcome(0.5);
    }

    @Test
    void paysItsCostsBothWays() {
        PaperTrade trade = new PaperTrade(fee(f -> f.takerBps(50).makerBps(20)), 0.005);
        trade.follow(Side.BUY, LONG, 3, 1);
        trade.meet(in(0, 100, 105, 95, 100), record);
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

    @Test
    void paysWhatIsFixedOfTheFeesOfItsSizeBothWays() {
        PaperTrade trade = new PaperTrade(
                fee(f -> free(f).fixed(x ->
                        x.perOrder(Decimal.of(2)).perFill(Decimal.of(3)).perUnit(Decimal.of("0.5")))),
                0);
        trade.follow(Side.BUY, LONG, 4, 1);
        trade.meet(in(0, 100, 105, 95, 100), record);
        trade.leave(100, record);

        assertOutcome(-2 * (2 + 3 + 4 * 0.5) / (4 * 10));
    }

    @Test
    void paysTheLeastThatAnOrderPaysIfItsFeeIsLess() {
        PaperTrade trade = new PaperTrade(fee(f -> free(f).takerBps(100).fixed(x -> x.minimum(Decimal.of(5)))), 0);
        trade.follow(Side.SELL, SHORT, 4, 1);
        trade.meet(in(0, 100, 105, 95, 100), record);
        trade.leave(200, record);

        assertOutcome((-400.0 - 5 - 8) / (4 * 10));
    }

    @Test
    void paysTheVenueThatTakesMost() {
        LayerContext dear = new LayerContext(
                config(f -> free(f)),
                new Universe(
                        List.of(Fixtures.BTC),
                        List.of(
                                new Venue(
                                        "flat",
                                        0,
                                        free(FeeConfig.defaults().toBuilder())
                                                .fixed(x -> x.perOrder(Decimal.of(7)))
                                                .build()),
                                new Venue(
                                        "share",
                                        0,
                                        free(FeeConfig.defaults().toBuilder())
                                                .takerBps(100)
                                                .build()))),
                "risk");

        assertThat(DearestFee.of(dear).of(1, 100)).isEqualTo(7);
        assertThat(DearestFee.of(dear).of(10, 1_000)).isEqualTo(10);
    }

    @Test
    void aSplitRescalesItAndLeavesItsOutcome() {
        PaperTrade trade = new PaperTrade(fee(f -> free(f).fixed(x -> x.perUnit(Decimal.ONE))), 0);
        trade.follow(Side.BUY, LONG, 4, 1);
        trade.meet(in(0, 100, 105, 95, 100), record);
        trade.meet(told(bar(1, 50, 52, 46, 50), new MarketEvent.Split(MINUTE, Decimal.of(2))), record);
        assertThat(trade.isRunning()).as("its stop is at 45 now").isTrue();

        trade.meet(in(2, 50, 61, 49, 60), record);
        assertOutcome((8 * 10 - 4 - 8) / 40.0);
    }

    @Test
    void aSplitBeforeItEntersRescalesThePlan() {
        PaperTrade trade = followed(Side.BUY, LONG);
        trade.meet(told(bar(0, 50, 52, 44, 50), new MarketEvent.Split(0, Decimal.of(2))), record);

        assertOutcome(-1);
    }

    @Test
    void aSplitWithinABarComesAfterItsPrices() {
        PaperTrade trade = followed(Side.BUY, LONG);
        trade.meet(told(bar(0, 100, 105, 95, 100), new MarketEvent.Split(MINUTE / 2, Decimal.of(2))), record);
        assertThat(trade.isRunning()).isTrue();

        trade.meet(in(1, 50, 50, 44, 50), record);
        assertOutcome(-1);
    }

    @Test
    void whatItHoldsBringsOrOwesTheDividend() {
        PaperTrade bought = new PaperTrade(fee(f -> free(f)), 0);
        bought.follow(Side.BUY, LONG, 4, 10);
        bought.meet(in(0, 100, 105, 95, 100), record);
        bought.meet(told(bar(1, 97, 99, 95, 97), dividend(MINUTE)), record);
        bought.leave(97, record);
        assertOutcome(0);

        PaperTrade sold = followed(Side.SELL, SHORT);
        sold.meet(told(bar(2, 100, 105, 95, 100), dividend(2 * MINUTE + 1)), record);
        sold.leave(100, record);
        assertThat(record.size()).isEqualTo(2);
        double prior = SizingConfig.defaults().priorWins();
        assertThat(record.payoff()).isCloseTo(1 / ((prior + 0.3) / (prior + 2)), within(1e-12));
    }

    @Test
    void noDividendIsReceivedForWhatIsNotHeldYetOrNoMore() {
        PaperTrade trade = followed(Side.BUY, LONG);
        trade.meet(told(bar(0, 100, 105, 89, 100), dividend(0), dividend(MINUTE / 2)), record);

        assertOutcome(-1);
    }

    private static MarketEvent dividend(long epochNanos) {
        return new MarketEvent.Dividend(epochNanos, Decimal.of(3));
    }

    private static InstrumentMarket in(int index, double open, double high, double low, double close) {
        return told(bar(index, open, high, low, close));
    }

    private static InstrumentMarket told(Bar bar, MarketEvent... events) {
        return InstrumentMarket.of(bar).withEvents(List.of(events));
    }

    private static FeeConfig.Builder free(FeeConfig.Builder fees) {
        return fees.takerBps(0).makerBps(0);
    }

    private static DearestFee fee(UnaryOperator<FeeConfig.Builder> fees) {
        return DearestFee.of(Fixtures.context(config(fees), Fixtures.BTC));
    }

    private static AqtsConfig config(UnaryOperator<FeeConfig.Builder> fees) {
        return AqtsConfig.defaults().with(c -> c.execution(e -> e.fees(fees)));
    }

    private static PaperTrade followed(Side side, Plan plan) {
        PaperTrade trade = new PaperTrade(fee(f -> free(f)), 0);
        trade.follow(side, plan, 1, 1);
        return trade;
    }

    private void assertOutcome(double multiple) {
        double prior = SizingConfig.defaults().priorWins();
        assertThat(record.size()).isEqualTo(1);
        double payoff = multiple > 0 ? (multiple + prior) / (prior + 1) : 1 / ((prior - multiple) / (prior + 1));
        assertThat(record.payoff()).isCloseTo(payoff, within(1e-12));
    }
}
