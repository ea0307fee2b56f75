package io.aqts.core.risk;

import static io.aqts.core.risk.Fixtures.flat;
import static io.aqts.core.risk.Fixtures.holding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.aqts.RiskCandidate;
import io.aqts.RiskObserver;
import io.aqts.RiskRule;
import io.aqts.RiskView;
import io.aqts.market.Instrument;
import io.aqts.trade.Amendment;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.Instructions;
import io.aqts.trade.LinkRole;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.OrderLink;
import io.aqts.trade.OrderType;
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
import org.junit.jupiter.api.Test;

/** What the gate answers to each kind of verdict in each state. */
class RiskGatePromisesTest {

    private static final Position NONE = flat(40_000);
    private static final Position HELD = holding("1", 40_000);
    private static final OrderIntent LEAVE =
            OrderIntent.close(0, Side.SELL, ReasonCode.TARGET).withPricing(Pricing.limit(44_000));

    private final List<String> amended = new ArrayList<>();
    private final RiskGate gate = Fixtures.gate(
            Fixtures.context(
                    r -> r.shortAllowed(true).maxLeverage(5).sizing(s -> s.maxPositionShare(5)),
                    Fixtures.BTC,
                    Fixtures.ETH),
            new Rulebook(Fixtures.context(r -> r, Fixtures.BTC, Fixtures.ETH), List.of(new Listening(amended))),
            Instrument::limits);

    @Test
    void nothingIsJudgedBeforeTheMomentIsKnown() {
        assertThatIllegalStateException().isThrownBy(() -> judge(open(1)));
    }

    @Test
    void itsViewIsThatOfTheMoment() {
        Portfolio owned = Fixtures.portfolio("100000", HELD, NONE);
        RiskView view = gate.view(owned, Fixtures.quiet(7, 2), i -> 40_000);

        assertThat(view.portfolio()).isSameAs(owned);
        assertThat(view.epochNanos()).isEqualTo(7);
        assertThat(view.exposure(0, Side.BUY)).isEqualTo(40_000);
    }

    @Test
    void aRefusalStaysOne() {
        begin(RiskState.NORMAL, NONE);
        RiskVerdict no = new RiskVerdict.Rejected(0, List.of(ReasonCode.SIGNAL));

        assertThat(gate.judge(no).verdict()).isSameAs(no);
        assertThat(gate.judge(no).orders()).isEmpty();
    }

    @Test
    void anExitThatWasDemandedIsNeitherWithdrawnNorAmendedWhileItIsOpen() {
        begin(RiskState.NORMAL, HELD);
        GateResult exit = gate.judgeExit(Fixtures.approved(LEAVE));
        assertThat(exit.orders()).hasSize(1);
        OpenOrder open = new OpenOrder(exit.orders().get(0), Decimal.ZERO);

        begin(RiskState.NORMAL, HELD, open);
        assertThat(why(withdraw(open))).isEqualTo(ReasonCode.PROTECTED);
        assertThat(why(amend(open, new Amendment(0, 45_000, 0)))).isEqualTo(ReasonCode.PROTECTED);
        begin(RiskState.NORMAL, HELD, open);
        assertThat(why(withdraw(open))).as("a moment later").isEqualTo(ReasonCode.PROTECTED);

        begin(RiskState.NORMAL, HELD);
        begin(RiskState.NORMAL, HELD, open);
        assertThat(withdraw(open).isApproved() || !why(withdraw(open)).equals(ReasonCode.PROTECTED))
                .as("forgotten once it ended")
                .isTrue();
    }

    @Test
    void whileHaltedNothingThatReducesIsWithdrawn() {
        begin(RiskState.NORMAL, HELD);
        ApprovedOrder order = judge(LEAVE.withInstructions(Instructions.reducing(true)))
                .orders()
                .get(0);
        OpenOrder open = new OpenOrder(order, Decimal.ZERO);

        begin(RiskState.HALTED, HELD, open);
        assertThat(why(withdraw(open))).isEqualTo(ReasonCode.PROTECTED);
        begin(RiskState.KILL_SWITCH, HELD, open);
        assertThat(why(withdraw(open))).isEqualTo(ReasonCode.PROTECTED);
        begin(RiskState.REDUCING, HELD, open);
        assertThat(why(withdraw(open))).isNotEqualTo(ReasonCode.PROTECTED);
    }

    @Test
    void whyNothingIsOpenedSaysTheState() {
        begin(RiskState.REDUCING, NONE);
        assertThat(why(judge(open(1)))).isEqualTo(ReasonCode.CIRCUIT_BREAKER);
        begin(RiskState.KILL_SWITCH, NONE);
        assertThat(why(judge(open(1)))).isEqualTo(ReasonCode.KILL_SWITCH);
        begin(RiskState.NORMAL, NONE);
        assertThat(why(judge(open(1).withInstructions(Instructions.reducing(true)))))
                .isEqualTo(ReasonCode.REDUCE_ONLY);
        assertThat(why(judge(OrderIntent.open(0, Side.SELL, Sizing.everything()))))
                .isEqualTo(ReasonCode.MALFORMED);
    }

    @Test
    void anAmendmentKeepsTheKindOfTheOrderAndIsTold() {
        Pricing[] kinds = {
            Pricing.limit(39_000),
            Pricing.stop(41_000),
            new Pricing.OnStopLimit(41_000, 41_500),
            new Pricing.IfTouched(39_000),
            new Pricing.IfTouchedLimit(39_000, 39_100),
            new Pricing.Trailing(new Trail.ByBps(500), 42_000)
        };
        for (Pricing kind : kinds) {
            begin(RiskState.NORMAL, NONE);
            ApprovedOrder order = judge(open(1).withPricing(kind)).orders().get(0);
            begin(RiskState.NORMAL, NONE, new OpenOrder(order, Decimal.ZERO));
            GateResult result = amend(new OpenOrder(order, Decimal.ZERO), Amendment.quantity(0.5));

            assertThat(result.orders()).as(kind.toString()).hasSize(1);
            OrderType type = result.orders().get(0).order().type();
            assertThat(type).isEqualTo(order.order().type());
            assertThat(Fixtures.units(result)).isEqualTo(Decimal.of("0.5"));
            assertThat(amended).last().isEqualTo(order.id() + "@" + Fixtures.MINUTE);
        }
        assertThat(amended).hasSize(kinds.length);
    }

    @Test
    void whatHasNoSuchOrderOrIsBeingAmendedCannotBeAmended() {
        begin(RiskState.NORMAL, NONE);
        ApprovedOrder order =
                judge(open(1).withPricing(Pricing.limit(39_000))).orders().get(0);
        OpenOrder open = new OpenOrder(order, Decimal.of("0.4"));
        assertThat(why(amend(open, Amendment.quantity(0.5)))).isEqualTo(ReasonCode.UNKNOWN_ORDER);

        begin(RiskState.NORMAL, NONE, open);
        assertThat(why(amend(open, Amendment.quantity(0.4)))).isEqualTo(ReasonCode.BELOW_FILLED);
        assertThat(amend(open, Amendment.quantity(0.5)).isApproved()).isTrue();
        assertThat(why(amend(open, Amendment.quantity(0.6)))).isEqualTo(ReasonCode.ORDER_PENDING);
    }

    @Test
    void aChildTakesTheSizeItAsksForWithinItsParent() {
        begin(RiskState.NORMAL, NONE);
        judge(open(1).withInstructions(linked(LinkRole.PARENT)));

        assertThat(Fixtures.units(judge(child(Sizing.everything())))).isEqualTo(Decimal.ONE);
        assertThat(Fixtures.units(judge(child(Sizing.units(0.5))))).isEqualTo(Decimal.of("0.5"));
        assertThat(Fixtures.units(judge(child(Sizing.units(0.123456789))))).isEqualTo(Decimal.of("0.12345"));
        assertThat(why(judge(child(Sizing.units(1e-7))))).isEqualTo(ReasonCode.BELOW_LOT);

        GateResult exact = judge(child(Sizing.units(1)));
        assertThat(exact.verdict()).isInstanceOf(RiskVerdict.Approved.class);
        GateResult more = judge(child(Sizing.units(1.5)));
        assertThat(Fixtures.units(more)).isEqualTo(Decimal.ONE);
        assertThat(more.verdict()).isInstanceOf(RiskVerdict.Reduced.class);
        assertThat(more.verdict().reasons()).contains(ReasonCode.REDUCE_ONLY);
    }

    @Test
    void aChildOfAParentThatEnteredAllAndWasLeftHasNothingToExit() {
        begin(RiskState.NORMAL, NONE);
        ApprovedOrder parent = judge(
                        open(1).withPricing(Pricing.limit(39_000)).withInstructions(linked(LinkRole.PARENT)))
                .orders()
                .get(0);
        begin(RiskState.NORMAL, NONE, new OpenOrder(parent, Decimal.ONE));

        assertThat(why(judge(child(Sizing.everything())))).isEqualTo(ReasonCode.ORDER_PENDING);
    }

    private static OrderIntent open(double quantity) {
        return OrderIntent.open(0, Side.BUY, Sizing.units(quantity));
    }

    private static OrderIntent child(Sizing sizing) {
        return OrderIntent.close(0, Side.SELL, ReasonCode.STOP)
                .withSizing(sizing)
                .withPricing(Pricing.stop(38_000))
                .withInstructions(linked(LinkRole.CHILD));
    }

    private static Instructions linked(LinkRole role) {
        return new Instructions(role == LinkRole.CHILD, false, 0, new OrderLink(5, role));
    }

    private void begin(RiskState state, Position position, OpenOrder... orders) {
        Portfolio owned = Fixtures.portfolio(state, "100000", List.of(position, flat(2_000)), List.of(orders));
        Fixtures.begin(gate, owned, Fixtures.MINUTE, i -> owned.position(i).mark());
    }

    private GateResult judge(OrderIntent intent) {
        return gate.judge(Fixtures.approved(intent));
    }

    private GateResult withdraw(OpenOrder open) {
        return gate.judge(new RiskVerdict.Withdraw(0, open.approved().id(), List.of(ReasonCode.SIGNAL)));
    }

    private GateResult amend(OpenOrder open, Amendment change) {
        return gate.judge(new RiskVerdict.Amend(0, open.approved().id(), change, List.of(ReasonCode.SIGNAL)));
    }

    private static ReasonCode why(GateResult result) {
        return result.verdict().reasons().get(0);
    }

    private static final class Listening implements RiskRule, RiskObserver {

        private final List<String> amended;

        Listening(List<String> amended) {
            this.amended = amended;
        }

        @Override
        public ReasonCode reason() {
            return ReasonCode.REQUESTED;
        }

        @Override
        public double allowedQuantity(RiskCandidate candidate) {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public void onAmendment(long orderId, long epochNanos) {
            amended.add(orderId + "@" + epochNanos);
        }
    }
}
