package io.aqts.core.risk;

import static io.aqts.core.risk.Fixtures.approved;
import static io.aqts.core.risk.Fixtures.flat;
import static io.aqts.core.risk.Fixtures.holding;
import static io.aqts.core.risk.Fixtures.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aqts.config.AccountKind;
import io.aqts.config.RiskConfig;
import io.aqts.trade.Amendment;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExitPlan;
import io.aqts.trade.Instructions;
import io.aqts.trade.LinkRole;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.OrderLink;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Position;
import io.aqts.trade.Pricing;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskState;
import io.aqts.trade.RiskVerdict;
import io.aqts.trade.Side;
import io.aqts.trade.Sizing;
import io.aqts.trade.Trail;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Ways in which orders, lists of them and their amendments might pass a limit together, though none does alone. */
class GateLoopholesTest {

    private static final Position NONE = flat(40_000);

    private RiskGate gate = gate(r -> r);

    @Test
    void anAmendmentBeyondAllFiguresLeavesTheOrderCounted() {
        ApprovedOrder waiting = only(open(Side.BUY, 2.5).withPricing(Pricing.limit(40_000)));
        begin("100000", NONE, open(waiting, "0"));

        assertThat(why(judge(open(Side.BUY, 2)))).isEqualTo(ReasonCode.MAX_LEVERAGE);
        assertThat(why(amend(waiting, new Amendment(0, 1e300, 0)))).isEqualTo(ReasonCode.MALFORMED);
        assertThat(why(judge(open(Side.BUY, 2.5)))).isEqualTo(ReasonCode.MAX_LEVERAGE);
    }

    @Test
    void anOpeningOrderThatStandsAgainstThePositionCannotGrowUnlimited() {
        ApprovedOrder waiting =
                only(open(Side.BUY, 0.02).withPricing(Pricing.limit(39_000)).withExits(new ExitPlan(1_000, 0, 0)));
        begin("180000", holding("-2", 40_000), open(waiting, "0"));

        assertThat(amend(waiting, Amendment.quantity(2)).isApproved()).isFalse();
    }

    @Test
    void cashIsKeptForTheDearerLimitOfAnOrderBeingAmended() {
        gate = gate(r -> r.maxLeverage(9).sizing(s -> s.maxPositionShare(9)));
        ApprovedOrder waiting = only(open(Side.BUY, 1).withPricing(new Pricing.OnStopLimit(80_000, 20_000)));
        begin("100000", NONE, open(waiting, "0"));

        assertThat(amend(waiting, new Amendment(0, 79_000, 0)).isApproved()).isTrue();
        GateResult rest = judge(OrderIntent.open(1, Side.BUY, Sizing.everything()));

        assertThat(Fixtures.spent(rest).toDouble()).isLessThanOrEqualTo(21_000);
    }

    @Test
    void theLossAtTheStopIsThatOfTheWorseForm() {
        gate = gate(r -> r.maxPortfolioRisk(0.03).sizing(s -> s.riskPerTradeCap(0.03)));
        ApprovedOrder waiting =
                only(open(Side.SELL, 0.1).withPricing(Pricing.stop(39_000)).withExits(new ExitPlan(40_000, 0, 0)));
        begin("100000", NONE, open(waiting, "0"));

        assertThat(amend(waiting, new Amendment(0, 0, 10_000)).isApproved()).isTrue();
        GateResult more = judge(OrderIntent.open(1, Side.BUY, Sizing.units(2.9)).withExits(new ExitPlan(1_000, 0, 0)));

        assertThat(why(more)).isEqualTo(ReasonCode.PORTFOLIO_HEAT);
    }

    @Test
    void anOrderIsWithdrawnOnceOnly() {
        ApprovedOrder waiting = only(open(Side.BUY, 1).withPricing(Pricing.limit(39_000)));
        begin("100000", NONE, open(waiting, "0.6"));
        RiskVerdict wish = new RiskVerdict.Withdraw(0, waiting.id(), List.of(ReasonCode.SIGNAL));

        assertThat(gate.judge(wish).verdict()).isSameAs(wish);
        assertThat(why(gate.judge(wish))).isEqualTo(ReasonCode.UNKNOWN_ORDER);
    }

    @Test
    void theCapOfOneTradeDoesNotBeginAnewWithAnAmendment() {
        gate = gate(r -> r.sizing(s -> s.riskPerTradeCap(0.01)));
        ApprovedOrder waiting =
                only(open(Side.BUY, 0.5).withPricing(Pricing.limit(40_000)).withExits(new ExitPlan(38_000, 0, 0)));
        begin("80400", holding("0.49", 40_000), open(waiting, "0.49"));

        assertThat(why(amend(waiting, Amendment.quantity(0.98)))).isEqualTo(ReasonCode.TRADE_RISK);
    }

    @Test
    void siblingsThatCannotWaitAreAllCounted() {
        begin("100000", holding("1", 40_000));
        OrderIntent leave = OrderIntent.close(0, Side.SELL, ReasonCode.SIGNAL)
                .withInstructions(linked(LinkRole.ONE_CANCELS_OTHER, true));

        assertThat(units(judge(leave))).isEqualTo(Decimal.ONE);
        assertThat(why(judge(leave))).isEqualTo(ReasonCode.ORDER_PENDING);
    }

    @Test
    void aTrailingSaleMayNotOpen() {
        begin("100000", NONE);
        Pricing trailing = new Pricing.Trailing(new Trail.ByBps(500), 38_000);

        assertThat(why(judge(open(Side.SELL, 2.5).withPricing(trailing)))).isEqualTo(ReasonCode.NOT_SUPPORTED);
        assertThat(judge(open(Side.BUY, 1).withPricing(new Pricing.Trailing(new Trail.ByBps(500), 42_000)))
                        .isApproved())
                .isTrue();
    }

    @Test
    void aStopThatProtectsNothingAtTheMarketIsNoStop() {
        gate = gate(r -> r.exits(e -> e.stopRequired(true)));
        begin("100000", NONE);

        assertThat(List.of(
                        judge(open(Side.BUY, 1)
                                .withPricing(Pricing.limit(80_000))
                                .withExits(new ExitPlan(79_999, 0, 0))),
                        judge(open(Side.SELL, 1)
                                .withPricing(Pricing.limit(10_000))
                                .withExits(new ExitPlan(10_001, 0, 0))),
                        judge(open(Side.BUY, 1)
                                .withPricing(new Pricing.IfTouched(80_000))
                                .withExits(new ExitPlan(79_999, 0, 0)))))
                .extracting(GateLoopholesTest::why)
                .containsOnly(ReasonCode.MALFORMED);
    }

    @Test
    void siblingsThatWaitBlockTheExitNoMoreThanTheLargestOfThem() {
        begin("100000", holding("1", 40_000));
        OrderIntent half = OrderIntent.close(0, Side.SELL, ReasonCode.TARGET)
                .withSizing(Sizing.units(0.5))
                .withInstructions(linked(LinkRole.ONE_CANCELS_OTHER, true));
        ApprovedOrder target =
                judge(half.withPricing(Pricing.limit(44_000))).orders().get(0);
        ApprovedOrder stop =
                judge(half.withPricing(Pricing.stop(38_000))).orders().get(0);

        begin("100000", holding("1", 40_000), open(target, "0"), open(stop, "0"));

        assertThat(units(judge(OrderIntent.close(0, Side.SELL, ReasonCode.SIGNAL))))
                .isEqualTo(Decimal.of("0.5"));
    }

    @Test
    void whatIsWithdrawnStandsInTheWayOfNoExit() {
        begin("100000", holding("1", 40_000));
        OrderIntent leave = OrderIntent.close(0, Side.SELL, ReasonCode.TARGET);
        ApprovedOrder resting =
                judge(leave.withPricing(Pricing.limit(400_000))).orders().get(0);
        begin("100000", holding("1", 40_000), open(resting, "0"));

        assertThat(why(judge(leave))).isEqualTo(ReasonCode.ORDER_PENDING);
        gate.judge(new RiskVerdict.Withdraw(0, resting.id(), List.of(ReasonCode.SIGNAL)));
        assertThat(units(judge(leave))).isEqualTo(Decimal.ONE);
    }

    @Test
    void aPriceThatNoMarketHasIsMalformedForAnExitToo() {
        begin("100000", holding("-1", 40_000));
        OrderIntent cover = OrderIntent.close(0, Side.BUY, ReasonCode.TARGET);

        assertThat(why(judge(cover.withPricing(new Pricing.OnStopLimit(50_000, 1e73)))))
                .isEqualTo(ReasonCode.MALFORMED);
        assertThat(why(judge(cover.withPricing(Pricing.limit(1e24))))).isEqualTo(ReasonCode.MALFORMED);
        assertThat(units(judge(cover.withPricing(Pricing.limit(9e23))))).isEqualTo(Decimal.ONE);
    }

    @Test
    void aChildWithoutItsParentIsRefusedEvenIfSomethingIsHeld() {
        begin("100000", holding("1", 40_000));

        assertThat(why(judge(child(1)))).isEqualTo(ReasonCode.UNKNOWN_ORDER);
    }

    @Test
    void aChildIsForWhatIsHeldAndWhatItsParentMayStillEnter() {
        begin("100000", holding("0.0001", 40_000));
        judge(open(Side.BUY, 1).withInstructions(linked(LinkRole.PARENT, false)));

        assertThat(units(judge(child(1)))).isEqualTo(Decimal.ONE);
    }

    @Test
    void aChildIsForNoMoreThanIsLeftOfTheSmallerFormOfItsParent() {
        ApprovedOrder parent = only(
                open(Side.BUY, 2).withPricing(Pricing.limit(40_000)).withInstructions(linked(LinkRole.PARENT, false)));
        begin("100000", NONE, open(parent, "1.5"));
        assertThat(amend(parent, Amendment.quantity(1.6)).isApproved()).isTrue();

        assertThat(units(judge(child(2)))).isEqualTo(Decimal.of("0.1"));
    }

    @Test
    void aChildIsForWhatASumBuysAtTheDearestPrice() {
        begin("100000", NONE);
        judge(OrderIntent.open(0, Side.BUY, Sizing.spend(40_000))
                .withPricing(Pricing.stop(80_000))
                .withInstructions(linked(LinkRole.PARENT, false)));

        assertThat(units(judge(child(1)))).isEqualTo(Decimal.of("0.5"));
    }

    @Test
    void whatReducesIsNoParent() {
        begin("100000", holding("1", 40_000));

        assertThat(why(judge(open(Side.SELL, 1).withInstructions(linked(LinkRole.PARENT, false)))))
                .isEqualTo(ReasonCode.MALFORMED);
    }

    @Test
    void aListHasOneParent() {
        begin("100000", NONE);
        OrderIntent parent = open(Side.BUY, 0.1).withInstructions(linked(LinkRole.PARENT, false));

        assertThat(judge(parent).isApproved()).isTrue();
        assertThat(why(judge(parent))).isEqualTo(ReasonCode.DUPLICATE);
    }

    @Test
    void anAmendedQuantityIsExact() {
        ApprovedOrder waiting = only(open(Side.BUY, 0.5).withPricing(Pricing.limit(40_000)));
        begin("96000", holding("0.1", 40_000), open(waiting, "0.1"));

        assertThat(units(amend(waiting, Amendment.quantity(0.3)))).isEqualTo(Decimal.of("0.3"));
    }

    @Test
    void whatIsLeftOfAnOrderMayBeWorthLessThanAnOrderMustBe() {
        ApprovedOrder waiting = only(open(Side.BUY, 0.01).withPricing(Pricing.limit(40_000)));
        begin("99604", holding("0.0099", 40_000), open(waiting, "0.0099"));

        assertThat(amend(waiting, new Amendment(0, 39_000, 0)).isApproved()).isTrue();
    }

    @Test
    void anAmendmentThatOnlyShrinksPassesThoughNothingMayBeOpened() {
        ApprovedOrder waiting = only(open(Side.BUY, 2).withPricing(Pricing.limit(40_000)));
        begin("10000", NONE, open(waiting, "0"));

        assertThat(units(amend(waiting, Amendment.quantity(1)))).isEqualTo(Decimal.ONE);
    }

    @Test
    void theAccountIsKnownWhileAnAmendmentIsJudgedAndAfterwards() {
        gate = gate(r -> r.account(a -> a.kind(AccountKind.CASH)));
        ApprovedOrder waiting = only(open(Side.BUY, 0.1).withPricing(Pricing.limit(40_000)));
        Portfolio owned = AccountScene.unsettled("100000", "90000", List.of(NONE, flat(2_000)), open(waiting, "0"));
        Fixtures.begin(gate, owned, Fixtures.MINUTE, i -> owned.position(i).mark());

        assertThat(why(amend(waiting, Amendment.quantity(0.5)))).isEqualTo(ReasonCode.INSUFFICIENT_CASH);
        assertThat(amend(waiting, Amendment.quantity(0.11)).isApproved()).isTrue();
        GateResult rest = judge(OrderIntent.open(1, Side.BUY, Sizing.everything()));

        assertThat(Fixtures.spent(rest).toDouble()).isCloseTo(5_600, within(20.0));
    }

    private static RiskGate gate(UnaryOperator<RiskConfig.Builder> change) {
        return Fixtures.gate(Fixtures.context(
                r -> change.apply(r.shortAllowed(true).maxLeverage(1).sizing(s -> s.maxPositionShare(1))),
                Fixtures.BTC,
                Fixtures.ETH));
    }

    private static OrderIntent open(Side side, double quantity) {
        return OrderIntent.open(0, side, Sizing.units(quantity));
    }

    private static OpenOrder open(ApprovedOrder order, String filled) {
        return new OpenOrder(order, Decimal.of(filled));
    }

    private static OrderIntent child(double quantity) {
        return OrderIntent.close(0, Side.SELL, ReasonCode.STOP)
                .withSizing(Sizing.units(quantity))
                .withPricing(Pricing.stop(38_000))
                .withInstructions(linked(LinkRole.CHILD, true));
    }

    private static Instructions linked(LinkRole role, boolean reduceOnly) {
        return new Instructions(reduceOnly, false, 0, new OrderLink(5, role));
    }

    /** The order that comes of an intent when nothing is held. */
    private ApprovedOrder only(OrderIntent intent) {
        begin("100000", NONE);
        return judge(intent).orders().get(0);
    }

    private void begin(String cash, Position position, OpenOrder... orders) {
        List<OpenOrder> open = new ArrayList<>(List.of(orders));
        Portfolio owned = Fixtures.portfolio(RiskState.NORMAL, cash, List.of(position, flat(2_000)), open);
        Fixtures.begin(gate, owned, Fixtures.MINUTE, i -> owned.position(i).mark());
    }

    private GateResult judge(OrderIntent intent) {
        return gate.judge(approved(intent));
    }

    private GateResult amend(ApprovedOrder order, Amendment change) {
        return gate.judge(
                new RiskVerdict.Amend(order.order().instrument(), order.id(), change, List.of(ReasonCode.SIGNAL)));
    }

    private static ReasonCode why(GateResult result) {
        return result.verdict().reasons().get(0);
    }
}
