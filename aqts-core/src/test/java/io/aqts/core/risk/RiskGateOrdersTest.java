package io.aqts.core.risk;

import static io.aqts.core.risk.Fixtures.flat;
import static io.aqts.core.risk.Fixtures.holding;
import static io.aqts.core.risk.Fixtures.judge;
import static io.aqts.core.risk.Fixtures.portfolio;
import static io.aqts.core.risk.Fixtures.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.config.RiskConfig;
import io.aqts.trade.Amendment;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExitPlan;
import io.aqts.trade.Handling;
import io.aqts.trade.Instructions;
import io.aqts.trade.Lifetime;
import io.aqts.trade.LinkRole;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.OrderLink;
import io.aqts.trade.OrderType;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Pricing;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskState;
import io.aqts.trade.RiskVerdict;
import io.aqts.trade.Side;
import io.aqts.trade.Sizing;
import io.aqts.trade.TimeInForce;
import io.aqts.trade.Trail;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How the gate judges conditions of orders, lists of them, and their amendment. */
class RiskGateOrdersTest {

    private static final Portfolio FLAT = portfolio("100000", flat(40_000), flat(2_000));
    private static final List<ReasonCode> WHY = List.of(ReasonCode.SIGNAL);
    private static final Trail TRAIL = new Trail.ByBps(50);

    @ParameterizedTest
    @CsvSource({"BUY, 39000.01, 41000.01", "SELL, 39000.02, 41000.02"})
    void everyPricingBecomesItsTypeOnTheGridSoThatNoRiskGrows(Side side, String low, String high) {
        OrderIntent intent = OrderIntent.open(0, side, Sizing.units(0.1));
        Decimal lower = Decimal.of(low);
        Decimal upper = Decimal.of(high);

        assertThat(type(intent, Pricing.limit(39_000.015))).isEqualTo(OrderType.limit(lower));
        assertThat(type(intent, Pricing.stop(41_000.015))).isEqualTo(OrderType.stop(upper));
        assertThat(type(intent, new Pricing.OnStopLimit(39_000.015, 41_000.015)))
                .isEqualTo(new OrderType.StopLimit(lower, upper));
        assertThat(type(intent, new Pricing.IfTouched(39_000.015))).isEqualTo(new OrderType.MarketIfTouched(lower));
        assertThat(type(intent, new Pricing.IfTouchedLimit(39_000.015, 41_000.015)))
                .isEqualTo(new OrderType.LimitIfTouched(lower, upper));
        OrderIntent trailing = intent.withPricing(new Pricing.Trailing(TRAIL, 41_000.015));
        if (side == Side.BUY) {
            assertThat(order(trailing).order().type()).isEqualTo(new OrderType.TrailingStop(TRAIL, upper));
        } else {
            assertThat(reason(judge(gate(r -> r), FLAT, trailing)))
                    .as("a trigger that rises with the market")
                    .isEqualTo(ReasonCode.NOT_SUPPORTED);
        }
    }

    @Test
    void anOrderCountsAtTheHighestPriceItNames() {
        OrderIntent dear = OrderIntent.open(0, Side.BUY, Sizing.units(100)).withPricing(Pricing.stop(80_000));
        OrderIntent cheap = OrderIntent.open(0, Side.BUY, Sizing.units(100)).withPricing(Pricing.limit(20_000));

        assertThat(units(judge(gate(r -> r), FLAT, dear))).isEqualTo(Decimal.of("1.25"));
        assertThat(units(judge(gate(r -> r), FLAT, cheap))).isEqualTo(Decimal.of("2.5"));
    }

    @ParameterizedTest
    @CsvSource({"41500, 0, true", "40500, 0, true", "41000, 0, false", "0, 40500, true", "0, 42000, false"})
    void exitsAreJudgedAgainstTheTriggerAndTheLimit(double stop, double target, boolean isMalformed) {
        OrderIntent buy = OrderIntent.open(0, Side.BUY, Sizing.units(0.1))
                .withPricing(new Pricing.OnStopLimit(41_200, 41_500))
                .withExits(new ExitPlan(stop == 40_500 ? 41_300 : stop, target, 0));

        GateResult result = judge(gate(r -> r), FLAT, buy);

        assertThat(result.isApproved()).isEqualTo(!isMalformed);
    }

    static List<OrderIntent> contradictions() {
        OrderIntent buy = OrderIntent.open(0, Side.BUY, Sizing.units(0.1));
        OrderLink parent = new OrderLink(1, LinkRole.PARENT);
        return List.of(
                buy.withInstructions(Instructions.POST_ONLY),
                buy.withPricing(Pricing.stop(41_000)).withInstructions(Instructions.POST_ONLY),
                buy.withPricing(Pricing.limit(39_000))
                        .withLifetime(Lifetime.IOC)
                        .withInstructions(Instructions.POST_ONLY),
                buy.withInstructions(new Instructions(false, false, 0.01, OrderLink.NONE)),
                buy.withPricing(Pricing.limit(39_000))
                        .withInstructions(new Instructions(false, false, -1, OrderLink.NONE)),
                buy.withPricing(Pricing.limit(39_000))
                        .withInstructions(new Instructions(false, false, Double.NaN, OrderLink.NONE)),
                buy.withInstructions(new Instructions(true, false, 0, parent)),
                buy.withPricing(Pricing.stop(41_000)).withLifetime(Lifetime.AT_OPEN),
                buy.withPricing(Pricing.market(10)).withLifetime(Lifetime.AT_CLOSE),
                buy.withPricing(Pricing.stop(0)),
                buy.withPricing(new Pricing.OnStopLimit(41_000, Double.NaN)),
                buy.withPricing(new Pricing.Trailing(TRAIL, Double.POSITIVE_INFINITY)),
                buy.withPricing(new Pricing.IfTouched(-1)),
                buy.withPricing(Pricing.limit(0.001)));
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void whatContradictsItselfIsMalformed(OrderIntent intent) {
        GateResult result = judge(gate(r -> r), FLAT, intent);

        assertThat(result.verdict()).isEqualTo(RiskVerdict.rejected(0, ReasonCode.MALFORMED));
    }

    @Test
    void anOrderWhoseTimeIsOverIsExpiredAndOneForTheNextMomentIsNot() {
        OrderIntent buy = OrderIntent.open(0, Side.BUY, Sizing.units(0.1));

        assertThat(reason(judge(gate(r -> r), FLAT, buy.withLifetime(Lifetime.until(Fixtures.MINUTE)))))
                .isEqualTo(ReasonCode.EXPIRED);
        assertThat(judge(gate(r -> r), FLAT, buy.withLifetime(Lifetime.until(Fixtures.MINUTE + 1)))
                        .isApproved())
                .isTrue();
    }

    @Test
    void instructionsAreKeptAndWhatIsShownIsInWholeLots() {
        OrderIntent buy = OrderIntent.open(0, Side.BUY, Sizing.units(0.1))
                .withPricing(Pricing.limit(39_000))
                .withLifetime(Lifetime.DAY);
        Handling some = order(buy.withInstructions(new Instructions(false, true, 0.012349, OrderLink.NONE)))
                .order()
                .handling();
        Handling all = order(buy.withInstructions(new Instructions(false, false, 5, OrderLink.NONE)))
                .order()
                .handling();

        assertThat(some).isEqualTo(new Handling(false, true, Decimal.of("0.01234"), OrderLink.NONE));
        assertThat(all).isEqualTo(Handling.PLAIN);
        assertThat(order(buy).order().timeInForce()).isEqualTo(TimeInForce.DAY);
    }

    @Test
    void aChildNeedsAParentAndIsNeverLarger() {
        RiskGate gate = gate(r -> r);
        OrderIntent entry = OrderIntent.open(0, Side.BUY, Sizing.units(0.5)).withInstructions(link(LinkRole.PARENT));
        OrderIntent exit = OrderIntent.close(0, Side.SELL, ReasonCode.STOP)
                .withSizing(Sizing.units(9))
                .withPricing(Pricing.stop(38_000))
                .withInstructions(new Instructions(true, false, 0, new OrderLink(1, LinkRole.CHILD)));

        assertThat(reason(judge(gate, FLAT, exit))).isEqualTo(ReasonCode.UNKNOWN_ORDER);
        Fixtures.begin(gate, FLAT, Fixtures.MINUTE, i -> FLAT.position(i).mark());
        gate.judge(Fixtures.approved(entry));
        GateResult child = gate.judge(Fixtures.approved(exit));
        GateResult stranger = gate.judge(Fixtures.approved(
                exit.withInstructions(new Instructions(true, false, 0, new OrderLink(2, LinkRole.CHILD)))));

        assertThat(units(child)).isEqualTo(Decimal.of("0.5"));
        assertThat(child.orders().get(0).order().reduceOnly()).isTrue();
        assertThat(stranger.isApproved()).isFalse();
    }

    @Test
    void siblingsThatLeaveOnePositionAreNotCountedTwice() {
        Portfolio held = portfolio("100000", holding("1", 40_000), flat(2_000));
        RiskGate gate = gate(r -> r);
        Fixtures.begin(gate, held, Fixtures.MINUTE, i -> held.position(i).mark());
        Instructions oco = new Instructions(true, false, 0, new OrderLink(5, LinkRole.ONE_CANCELS_OTHER));
        OrderIntent leave = OrderIntent.close(0, Side.SELL, ReasonCode.TARGET).withInstructions(oco);

        GateResult target = gate.judge(Fixtures.approved(leave.withPricing(Pricing.limit(44_000))));
        GateResult stop = gate.judge(Fixtures.approved(leave.withPricing(Pricing.stop(38_000))));

        assertThat(units(target)).isEqualTo(Decimal.ONE);
        assertThat(stop.isApproved()).isTrue();
        assertThat(units(stop)).isEqualTo(Decimal.ONE);
    }

    @Test
    void anAmendmentPassesWholeOrNotAtAll() {
        ApprovedOrder waiting =
                order(OrderIntent.open(0, Side.BUY, Sizing.units(1)).withPricing(Pricing.limit(39_000)));
        Portfolio open = with(new OpenOrder(waiting, Decimal.ZERO));

        GateResult fits = amend(open, waiting.id(), Amendment.quantity(2));
        GateResult tooMuch = amend(open, waiting.id(), Amendment.quantity(3));

        assertThat(fits.orders().get(0).revision()).isEqualTo(1);
        assertThat(fits.orders().get(0).id()).isEqualTo(waiting.id());
        assertThat(units(fits)).isEqualTo(Decimal.of(2));
        assertThat(tooMuch.isApproved()).isFalse();
        assertThat(tooMuch.orders()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.5, BELOW_FILLED", "0.4, BELOW_FILLED", "-1, MALFORMED", "NaN, MALFORMED", "0, MALFORMED"})
    void anAmendmentThatCannotBeIsRefused(double quantity, String why) {
        ApprovedOrder waiting =
                order(OrderIntent.open(0, Side.BUY, Sizing.units(1)).withPricing(Pricing.limit(39_000)));
        Portfolio open = with(new OpenOrder(waiting, Decimal.of("0.5")));

        assertThat(reason(amend(open, waiting.id(), Amendment.quantity(quantity))))
                .isEqualTo(new ReasonCode(why));
    }

    @Test
    void anUnknownOrderCannotBeAmendedNorOneThatIsBeingAmended() {
        ApprovedOrder waiting =
                order(OrderIntent.open(0, Side.BUY, Sizing.units(1)).withPricing(Pricing.limit(39_000)));

        assertThat(reason(amend(FLAT, 7, Amendment.quantity(2)))).isEqualTo(ReasonCode.UNKNOWN_ORDER);
        assertThat(reason(amend(
                        with(new OpenOrder(waiting, Decimal.ZERO, waiting)), waiting.id(), Amendment.quantity(2))))
                .isEqualTo(ReasonCode.ORDER_PENDING);
        assertThat(reason(amend(with(new OpenOrder(waiting, Decimal.ZERO)), waiting.id(), new Amendment(0, 0, 41_000))))
                .isEqualTo(ReasonCode.MALFORMED);
    }

    @Test
    void whileAnAmendmentIsUnderWayTheLargerFormCounts() {
        ApprovedOrder waiting =
                order(OrderIntent.open(0, Side.BUY, Sizing.units(1)).withPricing(Pricing.limit(39_000)));
        RiskGate gate = gate(r -> r);
        Portfolio open = with(new OpenOrder(waiting, Decimal.ZERO));
        Fixtures.begin(gate, open, Fixtures.MINUTE, i -> open.position(i).mark());
        gate.judge(new RiskVerdict.Amend(0, waiting.id(), Amendment.quantity(2), WHY));

        GateResult more = gate.judge(Fixtures.approved(OrderIntent.open(0, Side.BUY, Sizing.units(5))));

        assertThat(units(more)).isEqualTo(Decimal.of("0.5"));
    }

    @Test
    void aWithdrawalOfAnOrderThatStandsPassesWhateverTheState() {
        ApprovedOrder waiting =
                order(OrderIntent.open(0, Side.BUY, Sizing.units(1)).withPricing(Pricing.limit(39_000)));
        Portfolio halted = Fixtures.portfolio(
                RiskState.HALTED, "100000", FLAT.positions(), List.of(new OpenOrder(waiting, Decimal.ZERO)));
        RiskGate gate = gate(r -> r);
        Fixtures.begin(gate, halted, Fixtures.MINUTE, i -> halted.position(i).mark());
        RiskVerdict withdraw = new RiskVerdict.Withdraw(0, waiting.id(), WHY);

        assertThat(gate.judge(withdraw).verdict()).isSameAs(withdraw);
        assertThat(reason(gate.judge(new RiskVerdict.Withdraw(1, waiting.id(), WHY))))
                .isEqualTo(ReasonCode.UNKNOWN_ORDER);
        RiskVerdict amend = new RiskVerdict.Amend(0, waiting.id(), Amendment.quantity(2), WHY);
        assertThat(reason(gate.judge(withdraw))).as("once more").isEqualTo(ReasonCode.UNKNOWN_ORDER);
        assertThat(reason(gate.judge(amend))).as("after it was withdrawn").isEqualTo(ReasonCode.UNKNOWN_ORDER);
        Fixtures.begin(gate, halted, Fixtures.MINUTE, i -> halted.position(i).mark());
        assertThat(reason(gate.judge(amend))).isEqualTo(ReasonCode.CIRCUIT_BREAKER);
    }

    private static Instructions link(LinkRole role) {
        return Instructions.PLAIN.linked(new OrderLink(1, role));
    }

    private static OrderType type(OrderIntent intent, Pricing pricing) {
        return order(intent.withPricing(pricing)).order().type();
    }

    private static ApprovedOrder order(OrderIntent intent) {
        return judge(gate(r -> r), FLAT, intent).orders().get(0);
    }

    private static GateResult amend(Portfolio portfolio, long id, Amendment change) {
        RiskGate gate = gate(r -> r);
        Fixtures.begin(
                gate, portfolio, Fixtures.MINUTE, i -> portfolio.position(i).mark());
        return gate.judge(new RiskVerdict.Amend(0, id, change, WHY));
    }

    private static Portfolio with(OpenOrder order) {
        return Fixtures.portfolio(RiskState.NORMAL, "100000", FLAT.positions(), List.of(order));
    }

    private static RiskGate gate(UnaryOperator<RiskConfig.Builder> change) {
        return Fixtures.gate(
                Fixtures.context(r -> change.apply(r.shortAllowed(true).maxLeverage(1)), Fixtures.BTC, Fixtures.ETH));
    }

    private static ReasonCode reason(GateResult result) {
        return result.verdict().reasons().get(0);
    }
}
