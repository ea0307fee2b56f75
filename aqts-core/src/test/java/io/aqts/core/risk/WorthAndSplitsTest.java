package io.aqts.core.risk;

import static io.aqts.core.risk.Fixtures.BTC;
import static io.aqts.core.risk.Fixtures.ETH;
import static io.aqts.core.risk.Fixtures.MINUTE;
import static io.aqts.core.risk.Fixtures.approved;
import static io.aqts.core.risk.Fixtures.bar;
import static io.aqts.core.risk.Fixtures.decision;
import static io.aqts.core.risk.Fixtures.flat;
import static io.aqts.core.risk.Fixtures.holding;
import static io.aqts.core.risk.Fixtures.portfolio;
import static io.aqts.core.risk.Fixtures.proposal;
import static io.aqts.core.risk.Fixtures.snapshot;
import static io.aqts.core.risk.Fixtures.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aqts.LayerContext;
import io.aqts.config.AccountKind;
import io.aqts.config.AqtsConfig;
import io.aqts.market.Bar;
import io.aqts.market.Contract;
import io.aqts.market.Instrument;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarginSchedule;
import io.aqts.market.MarketEvent;
import io.aqts.market.MarketSnapshot;
import io.aqts.signal.Action;
import io.aqts.signal.Decision;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExitPlan;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Pricing;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskVerdict;
import io.aqts.trade.Side;
import io.aqts.trade.Sizing;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What splits, contracts and the currencies of a cash account do to limits and sizes. */
class WorthAndSplitsTest {

    @Test
    void theStopsThatTheGateRemembersMoveWithASplit() {
        LayerContext context = Fixtures.context(
                r -> r.shortAllowed(true)
                        .maxLeverage(1)
                        .maxPortfolioRisk(0.03)
                        .sizing(s -> s.maxPositionShare(1).riskPerTradeCap(0.03)),
                BTC,
                ETH);
        RiskGate gate = Fixtures.gate(context);
        OrderIntent buy = OrderIntent.open(0, Side.BUY, Sizing.units(1)).withExits(new ExitPlan(38_000, 0, 0));
        assertThat(Fixtures.judge(gate, portfolio("100000", flat(40_000), flat(2_000)), buy)
                        .isApproved())
                .isTrue();
        Portfolio held = portfolio("60000", holding("2", 20_000), flat(2_000));

        gate.meet(split(2 * MINUTE, List.of(InstrumentMarket.QUIET, InstrumentMarket.QUIET)));
        Fixtures.begin(gate, held, 2 * MINUTE, i -> held.position(i).mark());
        GateResult more = gate.judge(
                approved(OrderIntent.open(1, Side.BUY, Sizing.units(3)).withExits(new ExitPlan(1_000, 0, 0))));

        assertThat(units(more)).isEqualTo(Decimal.ONE);
        assertThat(more.verdict().reasons()).containsExactly(ReasonCode.PORTFOLIO_HEAT);
    }

    @Test
    void whatEachFillMayBeChargedIsKeptBackByTheLotThereIsNow() {
        RiskGate gate = Fixtures.gate(Fixtures.context(
                AqtsConfig.defaults()
                        .with(c -> c.risk(Fixtures::cashAccount)
                                .execution(e -> e.fees(
                                        f -> f.takerBps(0).makerBps(0).fixed(x -> x.perFill(Decimal.of("0.1")))))),
                ETH));
        Portfolio owned = portfolio("100000", flat(2_000));
        OrderIntent all = OrderIntent.open(0, Side.BUY, Sizing.units(1_000));
        assertThat(units(Fixtures.judge(gate, owned, all)))
                .as("0.1 for each lot of 0.001")
                .isEqualTo(Decimal.of("47.619"));

        gate.meet(MarketSnapshot.of(
                2 * MINUTE,
                List.of(InstrumentMarket.QUIET.withEvents(
                        List.of(new MarketEvent.GridChange(2 * MINUTE, Decimal.of("0.01"), Decimal.of("0.0001")))))));

        assertThat(units(Fixtures.judge(gate, owned, all)))
                .as("0.1 for each lot of 0.0001")
                .isEqualTo(Decimal.of("33.3333"));
    }

    @Test
    void theStopsThatTheRiskManagerRemembersMoveWithASplit() {
        KellyRiskManager manager = new KellyRiskManager(
                Fixtures.context(r -> r.maxPortfolioRisk(0.015).sizing(s -> s.coldStartRisk(0.01)), BTC, ETH));
        Portfolio flat = portfolio("100000", flat(42_000), flat(2_000));
        warm(manager, flat);
        manager.assess(decision(proposal(0, Action.GO_LONG)), snapshot(btc(20), eth(20)), flat);

        Portfolio held = portfolio("41666", holding("2.77777", 21_000), flat(2_000));
        MarketSnapshot after =
                split(22 * MINUTE, List.of(InstrumentMarket.of(bar(21, 21_000)), InstrumentMarket.of(eth(21))));
        List<RiskVerdict> verdicts = manager.assess(decision(proposal(1, Action.GO_LONG)), after, held);

        assertThat(verdicts.get(0)).isInstanceOf(RiskVerdict.Reduced.class);
        assertThat(verdicts.get(0).reasons()).contains(ReasonCode.PORTFOLIO_HEAT);
    }

    @Test
    void theStopAfterASplitIsAsFarAwayInTheNewUnits() {
        KellyRiskManager manager = new KellyRiskManager(Fixtures.context(r -> r, BTC, ETH));
        Portfolio flat = portfolio("100000", flat(42_000), flat(2_000));
        warm(manager, flat);
        Decision buy = decision(proposal(0, Action.GO_LONG));
        double before = 42_000 - stop(manager.assess(buy, snapshot(btc(20), eth(20)), flat));

        List<InstrumentMarket> halved =
                List.of(InstrumentMarket.of(bar(21, 21_000, 21_060, 20_940, 21_000)), InstrumentMarket.of(eth(21)));
        Portfolio after = portfolio("100000", flat(21_000), flat(2_000));
        double distance = 21_000 - stop(manager.assess(buy, split(22 * MINUTE, halved), after));

        assertThat(distance).isCloseTo(before / 2, within(1e-9));
    }

    private static double stop(List<RiskVerdict> verdicts) {
        RiskVerdict first = verdicts.get(0);
        OrderIntent intent = first instanceof RiskVerdict.Reduced reduced
                ? reduced.intent()
                : ((RiskVerdict.Approved) first).intent();
        return intent.exitPlan().stopPrice();
    }

    @Test
    void aTradeRisksNoMoreMoneyBecauseAContractIsForManyUnits() {
        assertThat(wanted(hundredfold())).isCloseTo(wanted(BTC) / 100, within(1e-12));
    }

    @Test
    void aPurchaseOfACashAccountIsForTheSumItMayCost() {
        RiskGate gate = Fixtures.gate(Fixtures.context(r -> r.account(a -> a.kind(AccountKind.CASH)), BTC, ETH));
        Portfolio owned = portfolio("100000", flat(40_000), flat(2_000));
        OrderIntent buy = OrderIntent.open(0, Side.BUY, Sizing.units(0.5));

        Decimal sum = Fixtures.spent(Fixtures.judge(gate, owned, buy));

        assertThat(sum.toDouble()).isBetween(20_000.0, 20_100.0);
        assertThat(Fixtures.spent(Fixtures.judge(gate, owned, buy.withPricing(Pricing.stop(50_000))))
                        .toDouble())
                .isBetween(25_000.0, 25_125.0);
        assertThat(units(Fixtures.judge(gate, owned, buy.withPricing(Pricing.limit(40_000)))))
                .isEqualTo(Decimal.of("0.5"));
    }

    @Test
    void aCashAccountPaysInTheCurrencyTheInstrumentSettlesIn() {
        Instrument euro =
                new Instrument("BTC/EUR", "BTC", "EUR", Decimal.of("0.01"), Decimal.of("0.00001"), Decimal.ZERO);
        RiskGate gate = Fixtures.gate(Fixtures.context(r -> r.account(a -> a.kind(AccountKind.CASH)), euro));
        OrderIntent buy = OrderIntent.open(0, Side.BUY, Sizing.units(0.5)).withPricing(Pricing.limit(40_000));

        GateResult none = judge(gate, AccountScene.inEuros("100000", "0", flat(40_000)), buy);
        GateResult some = judge(gate, AccountScene.inEuros("100000", "1000", flat(40_000)), buy);

        assertThat(none.isApproved()).isFalse();
        assertThat(none.verdict().reasons()).contains(ReasonCode.INSUFFICIENT_CASH);
        assertThat(units(some).toDouble()).isBetween(0.0245, 0.025);
    }

    private static GateResult judge(RiskGate gate, Portfolio owned, OrderIntent intent) {
        Marks marks = new Marks() {
            @Override
            public double price(int instrument) {
                return 40_000;
            }

            @Override
            public double unitValue(int instrument) {
                return 80_000;
            }
        };
        Fixtures.begin(gate, owned, MINUTE, marks);
        return gate.judge(approved(intent));
    }

    private static double wanted(Instrument instrument) {
        KellyRiskManager manager =
                new KellyRiskManager(Fixtures.context(r -> r.sizing(s -> s.coldStartRisk(0.001)), instrument, ETH));
        Portfolio flat = portfolio("100000", flat(42_000), flat(2_000));
        warm(manager, flat);
        OrderIntent intent = Fixtures.intentOf(
                manager.assess(decision(proposal(0, Action.GO_LONG)), snapshot(btc(20), eth(20)), flat)
                        .get(0));
        return ((Sizing.Units) intent.sizing()).quantity();
    }

    private static Instrument hundredfold() {
        return BTC.with(
                Contract.linearPerpetual(Decimal.of(100), MarginSchedule.of(Decimal.of("0.1"), Decimal.of("0.05"))));
    }

    private static void warm(KellyRiskManager manager, Portfolio portfolio) {
        for (int i = 0; i < 20; i++) {
            manager.assess(Decision.NONE, snapshot(btc(i), eth(i)), portfolio);
        }
    }

    private static MarketSnapshot split(long now, List<InstrumentMarket> markets) {
        MarketEvent event = new MarketEvent.Split(now, Decimal.of(2));
        return MarketSnapshot.of(now, List.of(markets.get(0).withEvents(List.of(event)), markets.get(1)));
    }

    private static Bar btc(int index) {
        return bar(index, 42_000, 42_120, 41_880, 42_000);
    }

    private static Bar eth(int index) {
        return bar(index, 2_000, 2_010, 1_990, 2_000);
    }
}
