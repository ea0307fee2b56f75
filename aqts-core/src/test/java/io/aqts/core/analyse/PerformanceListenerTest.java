package io.aqts.core.analyse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aqts.LayerContext;
import io.aqts.Step;
import io.aqts.config.AqtsConfig;
import io.aqts.config.Deposit;
import io.aqts.config.ReturnInterval;
import io.aqts.core.ledger.Ledger;
import io.aqts.market.Bar;
import io.aqts.market.Instrument;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Universe;
import io.aqts.performance.ClosedTrade;
import io.aqts.performance.EquityPoint;
import io.aqts.performance.PerformanceSummary;
import io.aqts.performance.Span;
import io.aqts.performance.Statistic;
import io.aqts.signal.Decision;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.Fill;
import io.aqts.trade.FillContext;
import io.aqts.trade.Liquidity;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskState;
import io.aqts.trade.Side;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PerformanceListenerTest {

    private static final long HOUR = 3_600_000_000_000L;
    private static final long NEW_YEAR = 1_704_067_200_000_000_000L;
    private static final AqtsConfig CONFIG = AqtsConfig.defaults()
            .with(c -> c.risk(r -> r.initialCash(Decimal.of(1_000))).performance(p -> p.returns(ReturnInterval.BAR)));
    private static final LayerContext CONTEXT = new LayerContext(CONFIG, Universe.of(Instrument.of("BTC/USDT")), "run");

    private final List<ClosedTrade> closed = new ArrayList<>();
    private final PerformanceListener performance = new PerformanceListener(closed::add);
    private Ledger books = new Ledger("USDT", Decimal.of(1_000), 1);
    private int steps;

    @BeforeEach
    void start() {
        books = new Ledger("USDT", Decimal.of(1_000), 1);
        steps = 0;
        performance.onStart(CONTEXT);
    }

    @Test
    void knowsNeitherGainNorLossBeforeTheFirstStep() {
        PerformanceSummary summary = new PerformanceListener().summary();

        assertThat(summary.returns().totalReturn()).isEqualTo(Statistic.undefined("there was no step"));
        assertThat(summary.drawdown().maximum()).isEqualTo(Statistic.undefined("there was no step"));
        assertThat(summary.drawdown().current()).isEqualTo(Statistic.undefined("there was no step"));
    }

    @Test
    void booksNothingOnEntryButWhatItCost() {
        step(100, fill(Side.BUY, "2", "100", "0.5"));
        step(110);
        PerformanceSummary summary = performance.summary();

        assertThat(closed).isEmpty();
        assertThat(summary.trades().count()).isZero();
        assertThat(summary.trades().winRate()).isEqualTo(Statistic.undefined("no trade was closed"));
        assertThat(summary.costs().fees()).isEqualTo(Decimal.of("0.5"));
        assertThat(summary.finalEquity()).isEqualTo(Decimal.of("1019.5"));
    }

    @Test
    void judgesARoundTripWhenItIsOverAfterTheFeesOfBothItsEnds() {
        step(100, fill(Side.BUY, "2", "100", "0.5"));
        step(100, fill(Side.SELL, "1", "100.4", "0.1"));
        assertThat(performance.summary().trades().count()).isZero();
        step(101, fill(Side.SELL, "1", "100.3", "0.1"));
        PerformanceSummary summary = performance.summary();

        assertThat(summary.trades().count()).isEqualTo(1);
        assertThat(summary.trades().wins())
                .as("0.7 earned and 0.7 paid is not a win")
                .isZero();
        assertThat(closed)
                .singleElement()
                .satisfies(trade -> assertThat(trade.netPnl()).isEqualTo(Decimal.ZERO));
        assertThat(summary.finalEquity()).isEqualTo(Decimal.of(1_000));
        assertThat(summary.initialEquity()).isEqualTo(Decimal.of(1_000));
    }

    @Test
    void closesOneTripAndBeginsAnotherWhereAFillTurnsThePositionRound() {
        step(100, fill(Side.BUY, "1", "100", "0"));
        step(105, fill(Side.SELL, "3", "105", "0"));
        assertThat(performance.summary().trades().count()).isEqualTo(1);
        step(100, fill(Side.BUY, "2", "100", "0"));

        assertThat(performance.summary().trades().wins()).isEqualTo(2);
        assertThat(closed).extracting(ClosedTrade::side).containsExactly(Side.BUY, Side.SELL);
        assertThat(performance.summary().trades().expectancy()).isEqualTo(Statistic.of(7.5));
    }

    @Test
    void drawsReturnsAndDrawdownFromMarkedEquity() {
        step(100, fill(Side.BUY, "10", "100", "0"));
        step(150);
        step(75);
        step(112.5);
        step(56.25);
        PerformanceSummary summary = performance.summary();

        assertThat(summary.drawdown().maximum()).isEqualTo(Statistic.of(0.625));
        assertThat(summary.returns().periods()).isEqualTo(5);
        assertThat(summary.returns().totalReturn()).isEqualTo(Statistic.of(-0.4375));
        assertThat(summary.returns().periodsPerYear()).isCloseTo(365 * 24, within(1e-9));
        assertThat(summary.returns().cagr()).isInstanceOf(Statistic.Undefined.class);
        assertThat(summary.costs().exposure()).isEqualTo(Statistic.of(0.8));
        assertThat(performance.equityCurve())
                .extracting(EquityPoint::equity)
                .containsExactly(1_000.0, 1_500.0, 750.0, 1_125.0, 562.5);
    }

    @Test
    void coversTheTimeFromTheStartOfTheFirstBar() {
        step(100);
        step(101);

        assertThat(performance.summary().span()).isEqualTo(new Span(NEW_YEAR, NEW_YEAR + 2 * HOUR, 2));
    }

    @Test
    void hasAnAnswerBeforeTheFirstStep() {
        PerformanceSummary summary = performance.summary();

        assertThat(summary.span().steps()).isZero();
        assertThat(summary.finalEquity()).isEqualTo(Decimal.of(1_000));
        assertThat(summary.returns().sharpe().isDefined()).isFalse();
        assertThat(summary.returns().cagr().isDefined()).isFalse();
        assertThat(performance.equityCurve()).isEmpty();
    }

    @Test
    void forgetsARunWhenTheNextBegins() {
        PerformanceSummary unused = performance.summary();
        step(100, fill(Side.BUY, "1", "100", "1"));
        step(90, fill(Side.SELL, "1", "90", "1"));
        PerformanceSummary first = performance.summary();
        start();
        assertThat(performance.summary()).isEqualTo(unused);
        step(100, fill(Side.BUY, "1", "100", "1"));
        step(90, fill(Side.SELL, "1", "90", "1"));

        assertThat(performance.summary()).isEqualTo(first);
    }

    @Test
    void countsDepositsAsCapitalAndNotAsProfit() {
        AqtsConfig config =
                CONFIG.with(c -> c.risk(r -> r.account(a -> a.deposits(List.of(new Deposit("BTC", Decimal.ONE))))));
        books = new Ledger(config.risk().account(), CONTEXT.universe());
        performance.onStart(new LayerContext(config, CONTEXT.universe(), "run"));
        step(5_000);
        step(5_600);

        PerformanceSummary summary = performance.summary();
        assertThat(summary.initialEquity()).isEqualTo(Decimal.of(6_000));
        assertThat(summary.returns().totalReturn()).isEqualTo(Statistic.of(6_600.0 / 6_000 - 1));
    }

    @Test
    void losesEverythingWithoutLosingItsHead() {
        step(100, fill(Side.BUY, "20", "100", "0"));
        step(50);
        step(40);
        step(60);
        PerformanceSummary summary = performance.summary();

        assertThat(summary.drawdown().maximum()).isEqualTo(Statistic.of(1.2));
        assertThat(summary.finalEquity()).isEqualTo(Decimal.of(200));
    }

    private void step(double close, ExecutionEvent... events) {
        long now = NEW_YEAR + ++steps * HOUR;
        for (ExecutionEvent event : events) {
            books.book(((ExecutionEvent.Filled) event).fill());
        }
        MarketSnapshot snapshot =
                MarketSnapshot.of(now, List.of(InstrumentMarket.of(new Bar(now, HOUR, close, close, close, close, 1))));
        books.mark(snapshot);
        performance.onStep(new Step(
                steps - 1,
                snapshot,
                List.of(),
                Decision.NONE,
                List.of(),
                List.of(),
                List.of(events),
                books.portfolio(List.of(), RiskState.NORMAL)));
    }

    private ExecutionEvent fill(Side side, String quantity, String price, String fee) {
        FillContext context = new FillContext("paper", Liquidity.TAKER, ReasonCode.SIGNAL, Decimal.of(price), false);
        long now = NEW_YEAR + (steps + 1) * HOUR;
        return new ExecutionEvent.Filled(
                new Fill(1, now, 0, side, Decimal.of(quantity), Decimal.of(price), Decimal.of(fee), context), true);
    }
}
