package io.aqts.core.risk.rule;

import static io.aqts.core.risk.rule.Stage.ALL;
import static io.aqts.core.risk.rule.Stage.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.config.CapConfig;
import io.aqts.signal.Action;
import io.aqts.signal.Decision;
import io.aqts.signal.Forecast;
import io.aqts.signal.Proposal;
import io.aqts.testkit.TestMint;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Bracket;
import io.aqts.trade.Decimal;
import io.aqts.trade.Handling;
import io.aqts.trade.Lifetime;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.Order;
import io.aqts.trade.OrderSize;
import io.aqts.trade.OrderType;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RunIdentity;
import io.aqts.trade.Side;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConductTest {

    private final Stage stage = new Stage();
    private final TestMint mint = TestMint.of(new RunIdentity());

    @Test
    void h4_onlySoManyOrdersAreApprovedWithinATimeOfEvents() {
        RateLimit limit = new RateLimit(2, Duration.ofMinutes(1));
        assertThat(limit.reason()).isEqualTo(ReasonCode.RATE_LIMIT);
        limit.onApproval(order(0, Side.BUY, OrderType.market(), false, 0));
        assertThat(stage.at(0).allowed(limit)).isEqualTo(ALL);

        limit.onApproval(order(0, Side.SELL, OrderType.market(), true, 5));
        assertThat(stage.at(5).allowed(limit))
                .as("each child counts, reductions too")
                .isZero();
        assertThat(stage.at(MINUTE - 1).allowed(limit)).isZero();
        assertThat(stage.at(MINUTE).allowed(limit))
                .as("the first has left the window")
                .isEqualTo(ALL);
    }

    @Test
    void h4_aChangeOfAnOrderCountsLikeAnOrder() {
        RateLimit limit = new RateLimit(2, Duration.ofMinutes(1));
        limit.onAmendment(1, 3);
        limit.onAmendment(1, 4);
        assertThat(stage.at(MINUTE + 2).allowed(limit)).isZero();
        assertThat(stage.at(MINUTE + 3).allowed(limit)).isEqualTo(ALL);
    }

    @Test
    void keepsPricesWithinABandAroundTheLastOne() {
        PriceCollar collar = new PriceCollar(0.05);
        assertThat(collar.reason()).isEqualTo(ReasonCode.PRICE_COLLAR);
        assertThat(collar.allowedQuantity(stage.expecting(Side.BUY, 0, 105))).isEqualTo(ALL);
        assertThat(collar.allowedQuantity(stage.expecting(Side.BUY, 0, 105.01))).isZero();
        assertThat(collar.allowedQuantity(stage.expecting(Side.SELL, 0, 95))).isEqualTo(ALL);
        assertThat(collar.allowedQuantity(stage.expecting(Side.SELL, 0, 94.99))).isZero();
        assertThat(collar.allowedQuantity(stage.expecting(Side.SELL, 0, Double.NaN)))
                .isZero();
    }

    @Test
    void takesForAnErrorWhatAsksForTooMuch() {
        FatFinger quantity = new FatFinger(CapConfig.amount(10), CapConfig.NONE);
        assertThat(quantity.reason()).isEqualTo(ReasonCode.FAT_FINGER);
        assertThat(quantity.allowedQuantity(stage.buying(10))).isEqualTo(ALL);
        assertThat(quantity.allowedQuantity(stage.buying(10.01))).isZero();

        FatFinger worth = new FatFinger(CapConfig.NONE, CapConfig.share(0.02));
        assertThat(worth.allowedQuantity(stage.buying(20))).isEqualTo(ALL);
        assertThat(worth.allowedQuantity(stage.buying(20.01))).isZero();
        stage.factors[0] = 2;
        assertThat(worth.allowedQuantity(stage.buying(10.01))).isZero();
    }

    @Test
    void takesASecondOpeningOfAnInstrumentAndSideForADuplicate() {
        DuplicateGuard guard = new DuplicateGuard(Duration.ofMinutes(1), 3);
        assertThat(guard.reason()).isEqualTo(ReasonCode.DUPLICATE_ORDER);
        guard.onApproval(order(0, Side.BUY, OrderType.market(), false, 7));

        assertThat(stage.at(7).allowed(guard)).isZero();
        assertThat(guard.allowedQuantity(stage.selling(1))).isEqualTo(ALL);
        assertThat(guard.allowedQuantity(stage.candidate(1, Side.BUY, 1))).isEqualTo(ALL);
        assertThat(stage.at(MINUTE + 6).allowed(guard)).isZero();
        assertThat(stage.at(MINUTE + 7).allowed(guard)).isEqualTo(ALL);
        guard.onApproval(order(1, Side.SELL, OrderType.market(), true, 9));
        assertThat(guard.allowedQuantity(stage.at(9).candidate(1, Side.SELL, 1)))
                .as("what only reduces opens nothing")
                .isEqualTo(ALL);
    }

    @Test
    void crossesNoOrderOfItsOwn() {
        SelfCrossGuard guard = new SelfCrossGuard();
        assertThat(guard.reason()).isEqualTo(ReasonCode.SELF_CROSS);
        assertThat(stage.allowed(guard)).isEqualTo(ALL);

        stage.open.add(new OpenOrder(order(0, Side.SELL, limit("100.01"), false, 0), Decimal.ZERO));
        stage.open.add(new OpenOrder(order(1, Side.SELL, limit("99"), false, 0), Decimal.ZERO));
        stage.open.add(new OpenOrder(order(0, Side.BUY, limit("99"), false, 0), Decimal.ZERO));
        assertThat(stage.allowed(guard)).isEqualTo(ALL);
        assertThat(guard.allowedQuantity(stage.expecting(Side.BUY, 0, 100.01))).isZero();
        assertThat(guard.allowedQuantity(stage.expecting(Side.SELL, 0, 99.01))).isEqualTo(ALL);
        assertThat(guard.allowedQuantity(stage.expecting(Side.SELL, 0, 99))).isZero();
    }

    @Test
    void crossesNoOrderThatWasApprovedAMomentAgoOrTradesAtTheMarket() {
        SelfCrossGuard guard = new SelfCrossGuard();
        stage.approved.add(order(0, Side.SELL, OrderType.market(), true, 0));
        assertThat(stage.allowed(guard)).isZero();
        assertThat(guard.allowedQuantity(stage.selling(1))).isEqualTo(ALL);
    }

    @Test
    void opensADirectionOnlyIfItWasProposedOftenEnoughInARow() {
        PersistenceGate gate = new PersistenceGate(2, 3);
        assertThat(gate.reason()).isEqualTo(ReasonCode.NOT_PERSISTENT);
        assertThat(after(gate, Action.GO_LONG)).isZero();
        assertThat(after(gate, Action.GO_LONG)).isEqualTo(ALL);
        assertThat(gate.allowedQuantity(stage.selling(1))).isZero();
        assertThat(gate.allowedQuantity(stage.candidate(1, Side.BUY, 1))).isZero();
        gate.onDecision(new Decision(List.of(Proposal.hold(0, ReasonCode.NO_NEW_BAR))));
        gate.onDecision(Decision.NONE);
        assertThat(stage.allowed(gate)).as("silence ends nothing").isEqualTo(ALL);
        gate.onDecision(new Decision(List.of(Proposal.hold(0, ReasonCode.BELOW_THRESHOLD))));
        assertThat(stage.allowed(gate)).isZero();
        after(gate, Action.GO_LONG);
        assertThat(after(gate, Action.GO_SHORT)).isZero();
        after(gate, Action.GO_SHORT);
        assertThat(gate.allowedQuantity(stage.selling(1))).isEqualTo(ALL);
        assertThat(after(gate, Action.GO_FLAT)).isZero();
        assertThat(after(gate, Action.GO_LONG)).isZero();
        gate.onDecision(new Decision(List.of(proposal(9, Action.GO_LONG))));
    }

    private double after(PersistenceGate gate, Action action) {
        gate.onDecision(new Decision(List.of(proposal(0, action))));
        return stage.allowed(gate);
    }

    private static Proposal proposal(int instrument, Action action) {
        return new Proposal(instrument, action, 1, Forecast.NONE, List.of(), List.of(ReasonCode.SIGNAL));
    }

    private static OrderType limit(String price) {
        return OrderType.limit(Decimal.of(price));
    }

    private ApprovedOrder order(int instrument, Side side, OrderType type, boolean reduceOnly, long at) {
        Order order = new Order(
                instrument,
                side,
                OrderSize.units(Decimal.ONE),
                type,
                Lifetime.GTC,
                Handling.reducing(reduceOnly),
                Bracket.NONE,
                ReasonCode.SIGNAL);
        return mint.approve(order, at, Decimal.of(100));
    }
}
