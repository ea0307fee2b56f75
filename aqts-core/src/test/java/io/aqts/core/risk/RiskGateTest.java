package io.aqts.core.risk;

import static io.aqts.core.risk.Fixtures.BTC;
import static io.aqts.core.risk.Fixtures.ETH;
import static io.aqts.core.risk.Fixtures.flat;
import static io.aqts.core.risk.Fixtures.holding;
import static io.aqts.core.risk.Fixtures.judge;
import static io.aqts.core.risk.Fixtures.portfolio;
import static io.aqts.core.risk.Fixtures.spent;
import static io.aqts.core.risk.Fixtures.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.aqts.LayerContext;
import io.aqts.config.AqtsConfig;
import io.aqts.config.RiskConfig;
import io.aqts.market.Universe;
import io.aqts.market.Venue;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExitPlan;
import io.aqts.trade.Instructions;
import io.aqts.trade.Lifetime;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.Order;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.OrderType;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Position;
import io.aqts.trade.Pricing;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskState;
import io.aqts.trade.RiskVerdict;
import io.aqts.trade.Side;
import io.aqts.trade.Sizing;
import io.aqts.trade.TimeInForce;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RiskGateTest {

    private static final Portfolio FLAT = portfolio("100000", flat(40_000), flat(2_000));
    private static final ExitPlan STOP_38K = new ExitPlan(38_000, 44_000, 60);

    @Test
    void letsThroughAsItIsWhatKeepsWithinEveryLimit() {
        RiskVerdict verdict = Fixtures.approved(OrderIntent.open(0, Side.BUY, Sizing.units(0.5)));
        RiskGate gate = gate(r -> r);
        Fixtures.begin(gate, FLAT, 7, i -> FLAT.position(i).mark());

        GateResult result = gate.judge(verdict);

        assertThat(result.verdict()).isSameAs(verdict);
        ApprovedOrder approved = result.orders().get(0);
        assertThat(approved.id()).isEqualTo(1);
        assertThat(approved.epochNanos()).isEqualTo(7);
        assertThat(approved.reference()).isEqualTo(Decimal.of("40000"));
        assertThat(approved.order().type()).isEqualTo(OrderType.market());
        assertThat(approved.order().timeInForce()).isEqualTo(TimeInForce.GTC);
        assertThat(approved.order().reduceOnly()).isFalse();
    }

    @Test
    void numbersApprovalsFromOneAndSkipsRejections() {
        RiskGate gate = gate(r -> r);

        assertThat(judge(gate, FLAT, buy(0.1)).orders().get(0).id()).isEqualTo(1);
        assertThat(judge(gate, FLAT, buy(Double.NaN)).isApproved()).isFalse();
        assertThat(judge(gate, FLAT, buy(0.1)).orders().get(0).id()).isEqualTo(2);
    }

    @Test
    void passesRejectionsOnUntouched() {
        RiskVerdict rejected = RiskVerdict.rejected(0, ReasonCode.NO_EDGE);
        RiskGate gate = gate(r -> r);
        Fixtures.begin(gate, FLAT, 0, i -> 1);

        assertThat(gate.judge(rejected)).isEqualTo(new GateResult(rejected, List.of()));
    }

    @Test
    void roundsQuantitiesDownToTheLot() {
        assertThat(units(judge(gate(r -> r), FLAT, buy(0.123459999)))).isEqualTo(Decimal.of("0.12345"));
        assertThat(reason(judge(gate(r -> r), FLAT, buy(0.000009)))).isEqualTo(ReasonCode.BELOW_LOT);
        assertThat(reason(judge(gate(r -> r), FLAT, buy(Double.MIN_VALUE)))).isEqualTo(ReasonCode.BELOW_LOT);
    }

    @Test
    void refusesWhatIsWorthLessThanTheLeastNotional() {
        assertThat(reason(judge(gate(r -> r), FLAT, buy(0.00024)))).isEqualTo(ReasonCode.BELOW_MIN_NOTIONAL);
        assertThat(judge(gate(r -> r), FLAT, buy(0.00025)).isApproved()).isTrue();
        OrderIntent spend = OrderIntent.open(0, Side.BUY, Sizing.spend(9.99));
        assertThat(reason(judge(gate(r -> r), FLAT, spend))).isEqualTo(ReasonCode.BELOW_MIN_NOTIONAL);
    }

    @Test
    void cutsToThePositionShare() {
        GateResult result = judge(gate(r -> r.sizing(s -> s.maxPositionShare(0.2))), FLAT, buy(3));

        assertThat(units(result)).isEqualTo(Decimal.of("0.5"));
        assertThat(result.verdict())
                .isEqualTo(new RiskVerdict.Reduced(
                        buy(3).withSizing(Sizing.units(0.5)), Sizing.units(3), List.of(ReasonCode.MAX_POSITION)));
    }

    @Test
    void cutsToTheLeverageOfAllPositionsTogether() {
        Portfolio portfolio = portfolio("80000", flat(40_000), holding("10", 2_000));
        GateResult result = judge(gate(r -> r.maxLeverage(1.5).sizing(s -> s.maxPositionShare(9))), portfolio, buy(9));

        assertThat(units(result)).isEqualTo(Decimal.of("3.25"));
        assertThat(reason(result)).isEqualTo(ReasonCode.MAX_LEVERAGE);
    }

    @Test
    void countsOrdersApprovedBeforeInTheSameStep() {
        RiskGate gate = gate(r -> r.maxLeverage(1).sizing(s -> s.maxPositionShare(1)));
        Fixtures.begin(gate, FLAT, 0, i -> FLAT.position(i).mark());

        assertThat(units(gate.judge(Fixtures.approved(buy(1.5))))).isEqualTo(Decimal.of("1.5"));
        GateResult second = gate.judge(Fixtures.approved(OrderIntent.open(1, Side.BUY, Sizing.units(50))));
        assertThat(units(second)).isEqualTo(Decimal.of("20"));
        assertThat(reason(second)).isEqualTo(ReasonCode.MAX_LEVERAGE);
        assertThat(reason(gate.judge(Fixtures.approved(buy(1))))).isEqualTo(ReasonCode.MAX_LEVERAGE);
    }

    @Test
    void countsOrdersThatHaveNotFilledYet() {
        RiskGate gate = gate(r -> r.maxLeverage(1));
        OpenOrder open = new OpenOrder(judge(gate, FLAT, buy(2)).orders().get(0), Decimal.of("0.5"));
        Portfolio waiting = portfolio(RiskState.NORMAL, "100000", FLAT.positions(), List.of(open));

        GateResult result = judge(gate, waiting, buy(2));

        assertThat(units(result)).isEqualTo(Decimal.of("1"));
        assertThat(reason(result)).isEqualTo(ReasonCode.MAX_LEVERAGE);
    }

    @Test
    void countsBothEndsOfAnInstrumentOnlyOnce() {
        RiskGate gate = gate(r -> r.maxLeverage(1));
        Fixtures.begin(gate, FLAT, 0, i -> FLAT.position(i).mark());

        assertThat(gate.judge(Fixtures.approved(buy(2))).isApproved()).isTrue();
        assertThat(units(gate.judge(Fixtures.approved(sell(3))))).isEqualTo(Decimal.of("2.5"));
    }

    @Test
    void judgesLeverageByTheLimitPrice() {
        OrderIntent intent = new OrderIntent(
                0,
                Side.BUY,
                Sizing.units(9),
                Pricing.market(100),
                Lifetime.GTC,
                Instructions.PLAIN,
                ExitPlan.NONE,
                ReasonCode.SIGNAL);
        GateResult result = judge(gate(r -> r.maxLeverage(1)), FLAT, intent);

        assertThat(units(result)).isEqualTo(Decimal.of("2.47524"));
        Order order = result.orders().get(0).order();
        assertThat(order.type()).isEqualTo(OrderType.limit(Decimal.of("40400")));
        assertThat(order.timeInForce()).isEqualTo(TimeInForce.IOC);
    }

    @Test
    void roundsLimitsTowardsTheReference() {
        Portfolio portfolio = portfolio("100000", flat(40_000.5), flat(2_000));

        assertThat(limit(portfolio, Side.BUY, 18)).isEqualTo(Decimal.of("40072.5"));
        assertThat(limit(portfolio, Side.SELL, 18)).isEqualTo(Decimal.of("39928.5"));
        assertThat(limit(portfolio, Side.BUY, 0)).isEqualTo(Decimal.of("40000.5"));
        assertThat(limit(portfolio, Side.SELL, 0)).isEqualTo(Decimal.of("40000.5"));
        assertThat(limit(portfolio, Side.BUY, Double.MIN_VALUE)).isEqualTo(Decimal.of("40000.5"));
        assertThat(limit(portfolio, Side.BUY, 17.77)).isEqualTo(Decimal.of("40071.58"));
        assertThat(limit(portfolio, Side.SELL, 17.77)).isEqualTo(Decimal.of("39929.42"));
    }

    @Test
    void letsABoundOfZeroFillAtTheReferenceOnly() {
        OrderIntent bound = new OrderIntent(
                0,
                Side.BUY,
                Sizing.units(1),
                Pricing.market(0),
                Lifetime.GTC,
                Instructions.PLAIN,
                ExitPlan.NONE,
                ReasonCode.SIGNAL);
        Order order = judge(gate(r -> r), FLAT, bound).orders().get(0).order();

        assertThat(order.type()).isEqualTo(OrderType.limit(Decimal.of("40000")));
        assertThat(judge(gate(r -> r), FLAT, buy(1)).orders().get(0).order().type())
                .as("without a bound")
                .isEqualTo(OrderType.market());
    }

    /** Where bars come without venues, the configured fee is charged, however cheap the venues are. */
    @ParameterizedTest
    @CsvSource({"0, 10", "1, 5", "2, 10"})
    void reservesTheHighestFeeThatMayBeCharged(int venues, double highestBps) {
        AqtsConfig config =
                AqtsConfig.defaults().with(c -> c.risk(Fixtures::cashAccount).execution(e -> e.takerFeeBps(10)));
        List<Venue> cheap =
                List.of(new Venue("A", 0, 5, 5), new Venue("B", 0, 5, 4)).subList(0, venues);
        Universe universe = new Universe(List.of(BTC, ETH), cheap);
        RiskGate gate = Fixtures.gate(new LayerContext(config, universe, "gate"));
        OrderIntent all = new OrderIntent(
                0,
                Side.BUY,
                Sizing.units(9),
                Pricing.market(100),
                Lifetime.GTC,
                Instructions.PLAIN,
                ExitPlan.NONE,
                ReasonCode.SIGNAL);

        double cost = units(judge(gate, FLAT, all)).toDouble() * 40_400 * (1 + highestBps / 10_000);
        assertThat(cost).isBetween(99_999.0, 100_000.0);
    }

    @Test
    void opensNothingWithoutAStopWhereOneIsRequired() {
        RiskGate strict = gate(r -> r.exits(e -> e.stopRequired(true)));

        assertThat(reason(judge(strict, FLAT, buy(0.1)))).isEqualTo(ReasonCode.STOP_REQUIRED);
        assertThat(reason(judge(strict, FLAT, withExits(buy(0.1), new ExitPlan(0, 50_000, 60)))))
                .isEqualTo(ReasonCode.STOP_REQUIRED);
        assertThat(judge(strict, FLAT, stopped(buy(0.1))).orders()).hasSize(1);
        assertThat(judge(strict, portfolio("0", holding("1", 40_000), flat(2_000)), close(Side.SELL))
                        .orders())
                .as("the way out")
                .hasSize(1);
        assertThat(judge(gate(r -> r), FLAT, buy(0.1)).orders()).hasSize(1);
    }

    @Test
    void givesAnApprovalWithoutReasonsThatOfItsIntent() {
        RiskGate gate = gate(r -> r);
        Fixtures.begin(gate, FLAT, 0, i -> FLAT.position(i).mark());
        RiskVerdict verdict =
                gate.judge(new RiskVerdict.Approved(buy(0.1), List.of())).verdict();

        assertThat(verdict).isEqualTo(new RiskVerdict.Approved(buy(0.1), List.of(ReasonCode.SIGNAL)));
    }

    @Test
    void keepsALimitOnTheGridHoweverFarTheBound() {
        OrderIntent intent = new OrderIntent(
                1,
                Side.SELL,
                Sizing.units(1),
                Pricing.market(10_000),
                Lifetime.GTC,
                Instructions.PLAIN,
                ExitPlan.NONE,
                ReasonCode.SIGNAL);
        Order order = judge(gate(r -> r), FLAT, intent).orders().get(0).order();

        assertThat(order.type()).isEqualTo(OrderType.limit(Decimal.of("0.01")));
    }

    @Test
    void roundsStopsTowardsTheEntry() {
        assertThat(stop(Side.BUY, 39_000.001)).isEqualTo(Decimal.of("39000.01"));
        assertThat(stop(Side.SELL, 41_000.009)).isEqualTo(Decimal.of("41000"));
    }

    @Test
    void refusesExitsOnTheWrongSide() {
        for (ExitPlan wrong : List.of(
                new ExitPlan(40_000, 0, 0),
                new ExitPlan(39_999.995, 0, 0),
                new ExitPlan(41_000, 0, 0),
                new ExitPlan(0, 40_000, 0),
                new ExitPlan(0, 40_000.004, 0),
                new ExitPlan(39_000, 39_500, 0))) {
            assertThat(reason(judge(gate(r -> r), FLAT, withExits(buy(1), wrong))))
                    .isEqualTo(ReasonCode.MALFORMED);
        }
        ExitPlan upsideDown = new ExitPlan(39_000, 41_000, 0);
        assertThat(reason(judge(gate(r -> r), FLAT, withExits(sell(1), upsideDown))))
                .isEqualTo(ReasonCode.MALFORMED);
    }

    @Test
    void cutsToWhatMayBeLostAtOneStop() {
        GateResult result =
                judge(gate(r -> r.sizing(s -> s.coldStartRisk(0).riskPerTradeCap(0.01))), FLAT, stopped(buy(2)));

        assertThat(units(result)).isEqualTo(Decimal.of("0.5"));
        assertThat(reason(result)).isEqualTo(ReasonCode.TRADE_RISK);
    }

    @Test
    void cutsToWhatMayBeLostAtAllStopsTogether() {
        RiskGate gate = gate(r -> r.sizing(s -> s.maxPositionShare(5)));
        GateResult first = judge(gate, FLAT, stopped(buy(1)));
        assertThat(units(first)).isEqualTo(Decimal.of("1"));
        Portfolio bought = portfolio("60000", holding("1", 40_000), flat(2_000));

        GateResult second = judge(gate, bought, stopped(buy(1)));

        assertThat(units(second)).isEqualTo(Decimal.of("0.5"));
        assertThat(reason(second)).isEqualTo(ReasonCode.PORTFOLIO_HEAT);
    }

    @Test
    void forgetsAStopOnceItsPositionIsClosed() {
        RiskGate gate = gate(r -> r.sizing(s -> s.maxPositionShare(5)));
        judge(gate, FLAT, stopped(buy(1.5)));
        judge(gate, portfolio("40000", holding("1.5", 40_000), flat(2_000)), close(Side.SELL));

        assertThat(units(judge(gate, FLAT, stopped(buy(1.5))))).isEqualTo(Decimal.of("1.5"));
    }

    @Test
    void boundsAnOrderWithoutAStopByExposureAlone() {
        assertThat(units(judge(gate(r -> r.maxPortfolioRisk(1e-6)), FLAT, buy(2.5))))
                .isEqualTo(Decimal.of("2.5"));
    }

    @Test
    void spendsTheExactCashAndNothingThatIsOrderedAlready() {
        Portfolio portfolio = portfolio("99999.123456789123", flat(40_000), flat(2_000));
        RiskGate gate = gate(Fixtures::cashAccount);
        Fixtures.begin(gate, portfolio, 0, i -> portfolio.position(i).mark());

        assertThat(spent(gate.judge(Fixtures.approved(OrderIntent.open(1, Side.BUY, Sizing.spend(40_000))))))
                .isEqualTo(Decimal.of("40000"));
        assertThat(spent(gate.judge(Fixtures.approved(OrderIntent.open(0, Side.BUY, Sizing.everything())))))
                .isEqualTo(Decimal.of("59999.123456789123"));
        assertThat(reason(gate.judge(Fixtures.approved(OrderIntent.open(0, Side.BUY, Sizing.everything())))))
                .isEqualTo(ReasonCode.INSUFFICIENT_CASH);
    }

    @Test
    void neverLetsAPurchaseOverdrawACashAccount() {
        GateResult result = judge(gate(Fixtures::cashAccount), FLAT, buy(2.5));

        assertThat(units(result)).isEqualTo(Decimal.of("2.4975"));
        assertThat(reason(result)).isEqualTo(ReasonCode.INSUFFICIENT_CASH);
        Portfolio poor = portfolio("-1", holding("1", 40_000), flat(2_000));
        OrderIntent ether = OrderIntent.open(1, Side.BUY, Sizing.units(0.001));
        assertThat(judge(gate(Fixtures::cashAccount), poor, ether).isApproved()).isFalse();
    }

    @Test
    void roundsAmountsToSpendDownToEightDecimals() {
        OrderIntent intent = OrderIntent.open(0, Side.BUY, Sizing.spend(1000.123456789));

        assertThat(spent(judge(gate(r -> r), FLAT, intent))).isEqualTo(Decimal.of("1000.12345678"));
    }

    @ParameterizedTest
    @EnumSource(names = {"REDUCING", "HALTED"})
    void onlyReducesUnlessTheBreakerIsNormal(RiskState state) {
        Portfolio portfolio = portfolio(state, "60000", List.of(holding("1", 40_000), flat(2_000)), List.of());

        assertThat(reason(judge(gate(r -> r), portfolio, buy(0.1)))).isEqualTo(ReasonCode.CIRCUIT_BREAKER);
        OrderIntent other = OrderIntent.open(1, Side.SELL, Sizing.units(1));
        assertThat(reason(judge(gate(r -> r), portfolio, other))).isEqualTo(ReasonCode.CIRCUIT_BREAKER);
        assertThat(units(judge(gate(r -> r), portfolio, close(Side.SELL)))).isEqualTo(Decimal.of("1"));
        GateResult reversal = judge(gate(r -> r), portfolio, sell(5));
        assertThat(units(reversal)).isEqualTo(Decimal.of("1"));
        assertThat(reversal.orders().get(0).order().reduceOnly()).isTrue();
    }

    @Test
    void sellsShortOnlyWherePermitted() {
        assertThat(reason(judge(gate(r -> r.shortAllowed(false)), FLAT, sell(1))))
                .isEqualTo(ReasonCode.SHORT_NOT_ALLOWED);
        assertThat(judge(gate(r -> r), FLAT, sell(1)).isApproved()).isTrue();
    }

    @Test
    void closesAWholePositionEvenIfItIsDust() {
        Portfolio portfolio = portfolio("1000", holding("0.000001234567890123", 40_000), flat(2_000));

        GateResult result = judge(gate(r -> r), portfolio, close(Side.SELL));

        assertThat(units(result)).isEqualTo(Decimal.of("0.000001234567890123"));
        assertThat(result.verdict()).isInstanceOf(RiskVerdict.Approved.class);
    }

    @Test
    void cutsAReversalToAClose() {
        Portfolio portfolio = portfolio("200000", holding("-1", 40_000), flat(2_000));

        GateResult result = judge(gate(r -> r), portfolio, stopped(buy(3)));

        assertThat(units(result)).isEqualTo(Decimal.of("1"));
        assertThat(reason(result)).isEqualTo(ReasonCode.REVERSAL);
        assertThat(result.orders().get(0).order().reduceOnly()).isTrue();
        assertThat(result.orders().get(0).order().bracket().hasStop()).isFalse();
    }

    @Test
    void neverClosesMoreThanIsNotBeingClosedAlready() {
        RiskGate gate = gate(r -> r);
        Portfolio portfolio = portfolio("60000", holding("1", 40_000), flat(2_000));
        Fixtures.begin(gate, portfolio, 0, i -> portfolio.position(i).mark());

        assertThat(units(gate.judge(Fixtures.approved(sell(0.4))))).isEqualTo(Decimal.of("0.4"));
        assertThat(units(gate.judge(Fixtures.approved(close(Side.SELL))))).isEqualTo(Decimal.of("0.6"));
        assertThat(reason(gate.judge(Fixtures.approved(close(Side.SELL))))).isEqualTo(ReasonCode.ORDER_PENDING);
    }

    @Test
    void refusesToReduceWhatIsNotThere() {
        assertThat(reason(judge(gate(r -> r), FLAT, close(Side.SELL)))).isEqualTo(ReasonCode.REDUCE_ONLY);
        Portfolio portfolio = portfolio("60000", holding("1", 40_000), flat(2_000));
        assertThat(reason(judge(gate(r -> r), portfolio, close(Side.BUY)))).isEqualTo(ReasonCode.REDUCE_ONLY);
    }

    @Test
    void refusesToJudgeWithoutAPrice() {
        for (double none : new double[] {0, -0.0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            RiskGate gate = gate(r -> r);
            Fixtures.begin(gate, FLAT, 0, i -> none);
            assertThat(reason(gate.judge(Fixtures.approved(buy(1))))).isEqualTo(ReasonCode.NO_PRICE);
        }
    }

    @Test
    void namesWhatItDidAndWhatTheManagerDidBefore() {
        RiskVerdict reduced = new RiskVerdict.Reduced(buy(3), Sizing.units(4), List.of(ReasonCode.PORTFOLIO_HEAT));
        RiskGate gate = gate(r -> r.sizing(s -> s.maxPositionShare(0.2)));
        Fixtures.begin(gate, FLAT, 0, i -> FLAT.position(i).mark());

        RiskVerdict.Reduced verdict = (RiskVerdict.Reduced) gate.judge(reduced).verdict();

        assertThat(verdict.requested()).isEqualTo(Sizing.units(4));
        assertThat(verdict.reasons()).containsExactly(ReasonCode.MAX_POSITION, ReasonCode.PORTFOLIO_HEAT);
    }

    @Test
    void refusesAnEquityThatIsNoSoundNumber() {
        for (double bad : new double[] {0, -5, Double.NaN, Double.POSITIVE_INFINITY}) {
            Portfolio broken =
                    new Portfolio("USDT", Decimal.of("100000"), FLAT.positions(), List.of(), bad, RiskState.NORMAL);
            assertThat(reason(judge(gate(r -> r), broken, buy(1)))).isEqualTo(ReasonCode.MAX_LEVERAGE);
        }
    }

    @Test
    void wantsToBeToldWhenAStepBegins() {
        assertThatIllegalStateException().isThrownBy(() -> gate(r -> r).judge(Fixtures.approved(buy(1))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fixtures.begin(gate(r -> r), portfolio("1", Position.FLAT), 0, i -> 1))
                .withMessage("portfolio.positions must be 2, but was 1");
    }

    private static RiskGate gate(UnaryOperator<RiskConfig.Builder> change) {
        return Fixtures.gate(Fixtures.context(change, BTC, ETH));
    }

    private static OrderIntent buy(double quantity) {
        return OrderIntent.open(0, Side.BUY, Sizing.units(quantity));
    }

    private static OrderIntent sell(double quantity) {
        return OrderIntent.open(0, Side.SELL, Sizing.units(quantity));
    }

    private static OrderIntent close(Side side) {
        return OrderIntent.close(0, side, ReasonCode.SIGNAL);
    }

    private static OrderIntent stopped(OrderIntent intent) {
        return withExits(intent, STOP_38K);
    }

    private static OrderIntent withExits(OrderIntent intent, ExitPlan plan) {
        return new OrderIntent(
                intent.instrument(),
                intent.side(),
                intent.sizing(),
                Pricing.market(),
                Lifetime.GTC,
                Instructions.PLAIN,
                plan,
                intent.reason());
    }

    private static Decimal limit(Portfolio portfolio, Side side, double bps) {
        OrderIntent intent = new OrderIntent(
                0,
                side,
                Sizing.units(0.1),
                Pricing.market(bps),
                Lifetime.GTC,
                Instructions.PLAIN,
                ExitPlan.NONE,
                ReasonCode.SIGNAL);
        Order order = judge(gate(r -> r), portfolio, intent).orders().get(0).order();
        return ((OrderType.Limit) order.type()).price();
    }

    private static Decimal stop(Side side, double price) {
        OrderIntent intent = withExits(OrderIntent.open(0, side, Sizing.units(0.1)), new ExitPlan(price, 0, 0));
        return judge(gate(r -> r), FLAT, intent)
                .orders()
                .get(0)
                .order()
                .bracket()
                .stopPrice();
    }

    private static ReasonCode reason(GateResult result) {
        return result.verdict().reasons().get(0);
    }
}
