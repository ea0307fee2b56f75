package io.aqts.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.aqts.Orchestrator;
import io.aqts.Step;
import io.aqts.config.AccountConfig;
import io.aqts.config.AccountKind;
import io.aqts.config.Deposit;
import io.aqts.config.PositionMode;
import io.aqts.core.analyse.PerformanceListener;
import io.aqts.market.Bar;
import io.aqts.market.Contract;
import io.aqts.market.ExpirySettlement;
import io.aqts.market.Instrument;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarginSchedule;
import io.aqts.market.MarketEvent;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Universe;
import io.aqts.performance.ClosedTrade;
import io.aqts.testkit.LedgerAudit;
import io.aqts.trade.Decimal;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.Payoff;
import io.aqts.trade.Portfolio;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskState;
import io.aqts.trade.RiskVerdict;
import io.aqts.trade.Side;
import io.aqts.trade.Sizing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What contracts and accounts do to whole runs, followed by the second bookkeeper. */
class AccountRunTest {

    private static final Instrument SPOT = Instrument.of("BTC/USD");
    private static final MarginSchedule TENTH = new MarginSchedule(
            MarginSchedule.of(Decimal.of("0.1"), Decimal.of("0.05")).tiers(), Decimal.of("0.01"), false);
    private static final Instrument PERPETUAL = new Instrument(
                    "BTC-PERP", "BTC", "USD", Decimal.of(1, 2), Decimal.ONE, Decimal.ZERO)
            .with(Contract.linearPerpetual(Decimal.ONE, TENTH));

    private final PerformanceListener performance = new PerformanceListener();

    @Test
    void i3_aCallCancelsOpenOrdersThenClosesAtTheMarketAndPaysItsFee() {
        Orchestrator run = run(
                a -> a.kind(AccountKind.MARGIN),
                new Desks.PlainVenue(1),
                List.of(PERPETUAL),
                bars(List.of(), 100, 100, 79.1, 78.9, 77, 77));
        List<Step> steps = steps(run);

        assertThat(steps.get(2).orders()).allMatch(order -> !order.order().reduceOnly());
        assertThat(steps.get(2).portfolio().margin().isCalled()).isFalse();
        Step called = steps.get(3);
        assertThat(called.portfolio().margin().isCalled()).isTrue();
        assertThat(called.portfolio().riskState()).isEqualTo(RiskState.REDUCING);
        assertThat(called.events().stream().map(Object::getClass).map(Class::getSimpleName))
                .containsExactly("Canceled", "Accepted");
        assertThat(called.orders()).singleElement().satisfies(order -> {
            assertThat(order.order().reduceOnly()).isTrue();
            assertThat(order.order().side()).isEqualTo(Side.SELL);
            assertThat(order.order().reason()).isEqualTo(ReasonCode.LIQUIDATION);
        });
        Step closed = steps.get(4);
        assertThat(closed.portfolio().position(0).isFlat()).isTrue();
        Decimal fee = Decimal.of(400).times(Decimal.of("78.9")).times(Decimal.of("0.01"));
        assertThat(closed.portfolio().position(0).fees()).isEqualTo(fee);
        assertThat(closed.portfolio().cash())
                .isEqualTo(Decimal.of(10_000 - 8_440).minus(fee));
        assertThat(performance.summary().finalEquity())
                .isEqualTo(steps.get(5).portfolio().equity());
    }

    @Test
    void i3_aLossBeyondAllEquityStaysVisible() {
        List<Step> steps = steps(run(
                a -> a.kind(AccountKind.MARGIN),
                new Desks.PlainVenue(1),
                List.of(PERPETUAL),
                bars(List.of(), 100, 100, 70, 70, 70)));

        assertThat(steps.get(3).portfolio().equity()).isEqualTo(Decimal.of(-2_280));
        assertThat(steps.get(3).portfolio().margin().deficit()).isEqualTo(Decimal.of(2_280));
        assertThat(steps.get(4).portfolio().riskState()).isEqualTo(RiskState.HALTED);
    }

    @Test
    void i1_fundingOfARunIsPaidAndPartOfItsRoundTrips() {
        List<MarketEvent> due = List.of(new MarketEvent.FundingDue(3 * Feed.MINUTE, 0.001, 100));
        List<Step> steps =
                steps(run(a -> a, new Desks.PlainVenue(1), List.of(PERPETUAL), bars(due, 100, 100, 100, 100)));

        assertThat(steps.get(3).portfolio().carry()).isEqualTo(Decimal.of(-40));
        assertThat(steps.get(3).portfolio().equity()).isEqualTo(Decimal.of(9_960));
        assertThat(performance.openTrades())
                .singleElement()
                .satisfies(trade -> assertThat(trade.grossPnl()).isEqualTo(Decimal.of(-40)));
    }

    @Test
    void i4_whatExpiredIsTradedNoMore() {
        Instrument future = new Instrument("BTC-MAR", "BTC", "USD", Decimal.of(1, 2), Decimal.ONE, Decimal.ZERO)
                .with(new Contract.Future(Payoff.linear(Decimal.ONE), TENTH, 3 * Feed.MINUTE, ExpirySettlement.CASH));
        List<Step> steps =
                steps(run(a -> a, new Desks.PlainVenue(1), List.of(future), bars(List.of(), 100, 100, 110, 110)));

        assertThat(steps.get(2).portfolio().position(0).isFlat()).isTrue();
        assertThat(steps.get(2).portfolio().equity()).isEqualTo(Decimal.of(14_000));
        assertThat(steps.get(2).portfolio().openOrders()).isEmpty();
        assertThat(steps.get(2).verdicts()).containsExactly(RiskVerdict.rejected(0, ReasonCode.NO_PRICE));
        assertThat(performance.summary().trades().count()).isEqualTo(1);
    }

    @Test
    void g6_aRunInTwoCurrenciesConvertsByItsOwnInstruments() {
        Instrument share = Instrument.of("SAP/EUR");
        List<MarketSnapshot> snapshots = new ArrayList<>();
        double[][] prices = {{100, 1.0}, {100, 1.0}, {110, 1.2}};
        for (int i = 0; i < prices.length; i++) {
            long now = (i + 1) * Feed.MINUTE;
            snapshots.add(MarketSnapshot.of(now, List.of(market(now, prices[i][0]), market(now, prices[i][1]))));
        }
        List<Step> steps = steps(run(
                a -> a.deposits(List.of(new Deposit("EUR", Decimal.of(50_000)))),
                new Desks.PlainVenue(1),
                List.of(share, Instrument.of("EUR/USD")),
                snapshots));

        assertThat(steps.get(1).portfolio().balance("EUR").total()).isEqualTo(Decimal.of(10_000));
        assertThat(steps.get(2).portfolio().equity()).isEqualTo(Decimal.of(74_800));
        assertThat(steps.get(2).portfolio().markedEquity()).isCloseTo(74_800, within(1e-6));
        assertThat(steps.get(2).portfolio().grossExposure()).isCloseTo(52_800, within(1e-6));
        assertThat(performance.summary().costs().fills()).isEqualTo(1);
    }

    @Test
    void g12_openPositionsAreReportedApartAndClosedOnlyWhereTheAccountSaysSo() {
        List<MarketSnapshot> snapshots = bars(List.of(), 100, 100, 110);
        steps(run(a -> a, new Desks.PlainVenue(1), List.of(SPOT), snapshots));
        assertThat(performance.summary().trades().count()).isZero();
        assertThat(performance.summary().finalEquity()).isEqualTo(Decimal.of(14_000));
        ClosedTrade open = performance.openTrades().get(0);
        assertThat(open.grossPnl()).isEqualTo(Decimal.of(4_000));
        assertThat(open.quantity()).isEqualTo(Decimal.of(400));
        assertThat(open.fees()).isEqualTo(Decimal.of(44));

        steps(run(a -> a.autoclose(true), new Desks.PlainVenue(1), List.of(SPOT), snapshots));

        assertThat(performance.summary().trades().count()).isEqualTo(1);
        assertThat(performance.summary().trades().wins()).isEqualTo(1);
        assertThat(performance.summary().finalEquity()).isEqualTo(Decimal.of(13_956));
    }

    @Test
    void aPurchaseOfACashAccountIsNotOverdrawnByAGap() {
        List<MarketSnapshot> gap = new ArrayList<>();
        for (double price : new double[] {100, 103, 103}) {
            gap.add(MarketSnapshot.of(
                    (gap.size() + 1) * Feed.MINUTE, List.of(market((gap.size() + 1) * Feed.MINUTE, price))));
        }
        Orchestrator run = Aqts.backtest(context -> new Feed(new Universe(List.of(SPOT), List.of()), gap))
                .config(c -> c.risk(r -> r.shortAllowed(false)
                        .maxLeverage(1)
                        .sizing(s -> s.maxPositionShare(1))
                        .account(a -> a.currency("USD")
                                .initialCash(Decimal.of(10_000))
                                .kind(AccountKind.CASH))))
                .detector(context -> snapshot -> List.of())
                .fusion(context -> (snapshot, signals) -> Desks.BUY)
                .risk(context -> (decision, snapshot, portfolio) -> List.of(new RiskVerdict.Approved(
                        OrderIntent.open(0, Side.BUY, Sizing.units(99)), List.of(ReasonCode.SIGNAL))))
                .build();

        Portfolio after = steps(run).get(1).portfolio();

        assertThat(after.position(0).quantity().isPositive()).isTrue();
        assertThat(after.cash().signum()).isNotNegative();
    }

    @Test
    void aRunRefusesToHoldLongAndShortSideBySide() {
        assertThatThrownBy(() -> run(
                        a -> a.positions(PositionMode.HEDGING),
                        new Desks.PlainVenue(1),
                        List.of(SPOT),
                        bars(List.of(), 100)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("risk.account.positions must be NETTING for a run, ");
    }

    private Orchestrator run(
            UnaryOperator<AccountConfig.Builder> account,
            Desks.PlainVenue venue,
            List<Instrument> instruments,
            List<MarketSnapshot> snapshots) {
        return Aqts.backtest(context -> new Feed(new Universe(instruments, List.of()), snapshots))
                .config(c -> c.risk(r -> r.account(
                                        a -> account.apply(a.currency("USD").initialCash(Decimal.of(10_000))))
                                .maxLeverage(9)
                                .sizing(s -> s.maxPositionShare(9))
                                .breaker(b -> b.reduceAt(1).haltAt(1)))
                        .execution(e -> e.takerFeeBps(10).halfSpreadBps(0)))
                .detector(context -> snapshot -> List.of())
                .fusion(context -> (snapshot, signals) -> Desks.BUY)
                .risk(context -> (decision, snapshot, portfolio) -> List.of(new RiskVerdict.Approved(
                        OrderIntent.open(
                                0, Side.BUY, Sizing.units(portfolio.position(0).isFlat() ? 400 : 1)),
                        List.of(ReasonCode.SIGNAL))))
                .venue(context -> venue)
                .listener(new LedgerAudit())
                .listener(performance)
                .build();
    }

    private static List<Step> steps(Orchestrator run) {
        List<Step> steps = new ArrayList<>();
        for (var step = run.next(); step.isPresent(); step = run.next()) {
            steps.add(step.get());
        }
        return steps;
    }

    /** Bars that open where the one before closed; the last of them brings events. */
    private static List<MarketSnapshot> bars(List<MarketEvent> last, double... closes) {
        List<MarketSnapshot> snapshots = new ArrayList<>(Feed.bars(closes));
        for (MarketEvent event : last) {
            int at = (int) (event.epochNanos() / Feed.MINUTE) - 1;
            InstrumentMarket market = snapshots.get(at).instrument(0).withEvents(List.of(event));
            snapshots.set(at, MarketSnapshot.of(event.epochNanos(), List.of(market)));
        }
        return snapshots;
    }

    private static InstrumentMarket market(long now, double price) {
        return InstrumentMarket.of(new Bar(now, Feed.MINUTE, price, price, price, price, 10));
    }
}
