package io.aqts.core.risk;

import static io.aqts.core.risk.Fixtures.flat;
import static io.aqts.core.risk.Fixtures.holding;
import static io.aqts.core.risk.Fixtures.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.trade.Amendment;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.ExitPlan;
import io.aqts.trade.Fill;
import io.aqts.trade.FillContext;
import io.aqts.trade.Instructions;
import io.aqts.trade.LinkRole;
import io.aqts.trade.Liquidity;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.OrderLink;
import io.aqts.trade.Position;
import io.aqts.trade.Pricing;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskState;
import io.aqts.trade.RiskVerdict;
import io.aqts.trade.Side;
import io.aqts.trade.Sizing;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What children of a list leave to other exits, at a venue that does not see to it that orders only reduce. */
class ChildOrdersTest {

    private final RiskGate gate = Fixtures.gate(Fixtures.context(
            r -> r.shortAllowed(true).maxLeverage(9).sizing(s -> s.maxPositionShare(9)), Fixtures.BTC));
    private ApprovedOrder parent;
    private ApprovedOrder first;
    private ApprovedOrder second;
    private ExitPlan exits = ExitPlan.NONE;

    @Test
    void childrenThatCanAllFillLeaveNothingOfWhatTheyExit() {
        place(Sizing.units(10), 5, 5);

        assertThat(closing("15", open(first, "0"), open(second, "0"))).isEqualTo(Decimal.of(5));
        assertThat(closing("10", open(first, "0"), open(second, "0"))).isEqualTo(Decimal.ZERO);
    }

    @Test
    void aBracketIsCountedForWhatItsParentEnters() {
        place(Sizing.units(10), 10, 10);

        assertThat(closing("15", open(parent, "0"), open(first, "0"), open(second, "0")))
                .isEqualTo(Decimal.of(5));
        assertThat(closing("15", open(first, "0"), open(second, "0")))
                .as("after its parent ended")
                .isEqualTo(Decimal.of(5));
    }

    @Test
    void aBracketUnderASumIsCountedForItsLargestOrder() {
        place(Sizing.spend(400_000), 8, 8);

        assertThat(closing("15", open(parent, "0"), open(first, "0"), open(second, "0")))
                .isEqualTo(Decimal.of(7));
        hear(parent, "9", true);
        assertThat(closing("15", open(first, "0"), open(second, "0")))
                .as("after its parent entered more")
                .isEqualTo(Decimal.of(6));
    }

    @Test
    void whatChildrenLeftIsNotCountedAgain() {
        place(Sizing.units(10), 10, 10);
        hear(parent, "10", true);
        hear(second, "4", false);

        assertThat(closing("11", open(first, "0"), open(second, "4"))).isEqualTo(Decimal.of(5));
    }

    @Test
    void whatAParentWillNeverEnterIsNotCounted() {
        place(Sizing.units(10), 5, 5);
        hear(parent, "6", false);
        gate.hear(new ExecutionEvent.Canceled(parent.id(), 2, ReasonCode.SIGNAL));

        assertThat(closing("10", open(first, "0"), open(second, "0"))).isEqualTo(Decimal.of(4));
    }

    @Test
    void aParentThatIsToBecomeLargerCountsAsSuchAtOnceUnlessItIsRefused() {
        place(Sizing.units(10), 8, 8);
        begin(holding("25", 40_000), open(parent, "0"), open(first, "0"), open(second, "0"));
        ApprovedOrder revised = amend(parent, 15);

        assertThat(units(judge(OrderIntent.close(0, Side.SELL, ReasonCode.SIGNAL))))
                .as("in the same step")
                .isEqualTo(Decimal.of(10));
        assertThat(closing("25", pending(parent, revised), open(first, "0"), open(second, "0")))
                .as("while it is under way")
                .isEqualTo(Decimal.of(10));
        assertThat(closing("25", open(parent, "0"), open(first, "0"), open(second, "0")))
                .as("after it was refused")
                .isEqualTo(Decimal.of(15));
        assertThat(closing("25", open(revised, "0"), open(first, "0"), open(second, "0")))
                .as("after it was accepted")
                .isEqualTo(Decimal.of(10));
    }

    @Test
    void aParentThatIsToBecomeSmallerCountsAsSuchOnceItIs() {
        place(Sizing.units(10), 8, 8);
        begin(holding("25", 40_000), open(parent, "0"), open(first, "0"), open(second, "0"));
        ApprovedOrder revised = amend(parent, 6);

        assertThat(closing("25", pending(parent, revised), open(first, "0"), open(second, "0")))
                .isEqualTo(Decimal.of(15));
        assertThat(closing("25", open(parent, "0"), open(first, "0"), open(second, "0")))
                .isEqualTo(Decimal.of(15));
        assertThat(closing("25", open(revised, "0"), open(first, "0"), open(second, "0")))
                .isEqualTo(Decimal.of(19));
    }

    @Test
    void anAmendmentIsCountedHoweverOftenTheGateBegins() {
        place(Sizing.units(10), 8, 8);
        begin(holding("25", 40_000), open(parent, "0"), open(first, "0"), open(second, "0"));
        ApprovedOrder revised = amend(parent, 15);
        begin(holding("25", 40_000), open(parent, "0"), open(first, "0"), open(second, "0"));

        assertThat(closing("25", pending(parent, revised), open(first, "0"), open(second, "0")))
                .isEqualTo(Decimal.of(10));
    }

    @Test
    void whatTheExitsOfAParentLeaveHasNotEntered() {
        exits = new ExitPlan(38_500, 0, 0);
        place(Sizing.units(10), 8, 8);
        hear(parent, "6", false);
        hear(parent, Side.SELL, "4", false);
        gate.hear(new ExecutionEvent.Canceled(parent.id(), 2, ReasonCode.SIGNAL));

        assertThat(closing("25", open(first, "0"), open(second, "0"))).isEqualTo(Decimal.of(19));
    }

    @Test
    void anAmendedChildLeavesNoMoreThanASumThatIsSpentHasEntered() {
        place(Sizing.spend(400_000), 8, 8);
        hear(parent, "5", true);
        begin(holding("25", 40_000), open(first, "0"), open(second, "0"));
        ApprovedOrder revised = amend(first, 7);

        assertThat(closing("25", open(revised, "0"), open(second, "0"))).isEqualTo(Decimal.of(20));
    }

    @Test
    void aLargerChildCountsWhileItsParentHasASumToSpend() {
        place(Sizing.spend(400_000), 8, 8);
        begin(holding("25", 40_000), open(parent, "0"), open(first, "0"), open(second, "0"));
        ApprovedOrder revised = amend(first, 9.5);

        assertThat(closing("25", open(parent, "0"), open(revised, "0"), open(second, "0")))
                .isEqualTo(Decimal.of("15.5"));
    }

    @Test
    void anAmendmentThatWasNeverSentDoesNotCount() {
        place(Sizing.units(10), 8, 8);
        List<OpenOrder> same = List.of(open(parent, "0"), open(first, "0"), open(second, "0"));
        assertThat(closing("25", same)).isEqualTo(Decimal.of(15));
        amend(parent, 15);

        assertThat(closing("25", same)).isEqualTo(Decimal.of(15));
    }

    @Test
    void aListThatWasNeverSentIsForgotten() {
        for (int n = 0; n < 2; n++) {
            place(Sizing.units(10), 10, 10);
            assertThat(closing("25")).isEqualTo(Decimal.of(25));

            assertThat(closing("25", open(first, "0"), open(second, "0")))
                    .as("orders of an unknown list")
                    .isEqualTo(Decimal.of(5));
            assertThat(closing("25")).isEqualTo(Decimal.of(25));
        }
    }

    @Test
    void aListIsForgottenWithItsLastOpenOrder() {
        place(Sizing.units(10), 10, 10);
        assertThat(closing("25", open(first, "0"), open(second, "0"))).isEqualTo(Decimal.of(15));
        assertThat(closing("25")).isEqualTo(Decimal.of(25));

        assertThat(closing("25", open(first, "0"), open(second, "0")))
                .as("orders of an unknown list")
                .isEqualTo(Decimal.of(5));
    }

    @Test
    void whatReducesNothingTakesNoPlaceAmongTheLists() {
        begin(holding("9", 40_000));
        ApprovedOrder exit = only(OrderIntent.close(0, Side.SELL, ReasonCode.STOP)
                .withInstructions(linked(LinkRole.ONE_CANCELS_OTHER))
                .withPricing(Pricing.stop(38_000)));
        ListedOrders listed = new ListedOrders(new OtoLists());

        assertThat(listed.unlisted(exit.id(), exit.order(), Decimal.ZERO)).isEqualTo(Decimal.ZERO);
        assertThat(listed.size()).isZero();
        assertThat(listed.unlisted(exit.id(), exit.order(), Decimal.ONE)).isEqualTo(Decimal.ZERO);
        assertThat(listed.size()).isEqualTo(1);
    }

    /** Approves a parent to buy, a stop and a target. */
    private void place(Sizing size, double stop, double target) {
        begin(flat(40_000));
        parent = only(OrderIntent.open(0, Side.BUY, size)
                .withInstructions(linked(LinkRole.PARENT))
                .withExits(exits));
        OrderIntent exit = OrderIntent.close(0, Side.SELL, ReasonCode.STOP).withInstructions(linked(LinkRole.CHILD));
        first = only(exit.withSizing(Sizing.units(stop)).withPricing(Pricing.stop(38_000)));
        second = only(exit.withSizing(Sizing.units(target)).withPricing(Pricing.limit(44_000)));
    }

    /** How much is approved of an order to close all. */
    private Decimal closing(String held, OpenOrder... orders) {
        return closing(held, List.of(orders));
    }

    private Decimal closing(String held, List<OpenOrder> orders) {
        begin(holding(held, 40_000), orders);
        GateResult result = judge(OrderIntent.close(0, Side.SELL, ReasonCode.SIGNAL));
        return result.isApproved() ? units(result) : Decimal.ZERO;
    }

    private void begin(Position position, OpenOrder... orders) {
        begin(position, List.of(orders));
    }

    private void begin(Position position, List<OpenOrder> orders) {
        Fixtures.begin(
                gate,
                Fixtures.portfolio(RiskState.NORMAL, "1000000", List.of(position), orders),
                Fixtures.MINUTE,
                i -> 40_000);
    }

    private void hear(ApprovedOrder order, String quantity, boolean closes) {
        hear(order, order.order().side(), quantity, closes);
    }

    private void hear(ApprovedOrder order, Side side, String quantity, boolean closes) {
        FillContext context = new FillContext("plain", Liquidity.TAKER, ReasonCode.SIGNAL, order.reference(), false);
        Fill fill = new Fill(order.id(), 2, 0, side, Decimal.of(quantity), Decimal.of(40_000), Decimal.ZERO, context);
        gate.hear(new ExecutionEvent.Filled(fill, closes));
    }

    /** Asks for another quantity of an order, and answers its new form. */
    private ApprovedOrder amend(ApprovedOrder order, double quantity) {
        GateResult result = gate.judge(
                new RiskVerdict.Amend(0, order.id(), Amendment.quantity(quantity), List.of(ReasonCode.SIGNAL)));
        assertThat(result.isApproved()).as(result.verdict().toString()).isTrue();
        return result.orders().get(0);
    }

    private static OpenOrder pending(ApprovedOrder order, ApprovedOrder revised) {
        return new OpenOrder(order, Decimal.ZERO, revised);
    }

    private ApprovedOrder only(OrderIntent intent) {
        return judge(intent).orders().get(0);
    }

    private GateResult judge(OrderIntent intent) {
        return gate.judge(Fixtures.approved(intent));
    }

    private static Instructions linked(LinkRole role) {
        return new Instructions(role != LinkRole.PARENT, false, 0, new OrderLink(5, role));
    }

    private static OpenOrder open(ApprovedOrder order, String filled) {
        return new OpenOrder(order, Decimal.of(filled));
    }
}
