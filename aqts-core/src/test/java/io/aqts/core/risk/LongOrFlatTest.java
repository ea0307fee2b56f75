package io.aqts.core.risk;

import static io.aqts.core.risk.Fixtures.BTC;
import static io.aqts.core.risk.Fixtures.ETH;
import static io.aqts.core.risk.Fixtures.decision;
import static io.aqts.core.risk.Fixtures.flat;
import static io.aqts.core.risk.Fixtures.holding;
import static io.aqts.core.risk.Fixtures.portfolio;
import static io.aqts.core.risk.Fixtures.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.config.AqtsConfig;
import io.aqts.market.MarketSnapshot;
import io.aqts.signal.Action;
import io.aqts.signal.Decision;
import io.aqts.signal.Proposal;
import io.aqts.trade.Decimal;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.Portfolio;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskState;
import io.aqts.trade.RiskVerdict;
import io.aqts.trade.Side;
import io.aqts.trade.Sizing;
import java.util.List;
import org.junit.jupiter.api.Test;

class LongOrFlatTest {

    private static final MarketSnapshot NOW = Fixtures.snapshot(Fixtures.bar(0, 40_000), Fixtures.bar(0, 2_000));
    private static final Portfolio FLAT = portfolio("1000", flat(40_000), flat(2_000));
    private static final Portfolio LONG = portfolio("1000", holding("0.5", 40_000), flat(2_000));

    private final LongOrFlat manager = new LongOrFlat(Fixtures.context(AqtsConfig.defaults(), BTC, ETH));

    @Test
    void buysForTheWholeCashFromFlat() {
        assertThat(assess(FLAT, proposal(0, Action.GO_LONG)))
                .containsExactly(new RiskVerdict.Approved(
                        OrderIntent.open(0, Side.BUY, Sizing.everything()), List.of(ReasonCode.SIGNAL)));
    }

    @Test
    void buysTheConfiguredQuantityIfThereIsOne() {
        AqtsConfig config =
                AqtsConfig.defaults().with(c -> c.detection(d -> d.smaCross(s -> s.quantity(Decimal.of("0.25")))));
        LongOrFlat fixed = new LongOrFlat(Fixtures.context(config, BTC, ETH));

        assertThat(fixed.assess(decision(proposal(1, Action.GO_LONG)), NOW, FLAT))
                .extracting(v -> Fixtures.intentOf(v).sizing())
                .containsExactly(Sizing.units(0.25));
    }

    @Test
    void sellsEverythingWhenToldToGoFlatOrShort() {
        for (Action action : List.of(Action.GO_FLAT, Action.GO_SHORT)) {
            assertThat(assess(LONG, proposal(0, action)))
                    .extracting(Fixtures::intentOf)
                    .containsExactly(OrderIntent.close(0, Side.SELL, ReasonCode.SIGNAL));
        }
    }

    @Test
    void doesNothingWhereItAlreadyStands() {
        assertThat(reasons(LONG, Action.GO_LONG)).containsExactly(ReasonCode.ALREADY_THERE);
        assertThat(reasons(FLAT, Action.GO_FLAT)).containsExactly(ReasonCode.ALREADY_THERE);
        assertThat(reasons(FLAT, Action.GO_SHORT)).containsExactly(ReasonCode.ALREADY_THERE);
        assertThat(assess(LONG, proposal(0, Action.GO_LONG))).isSameAs(assess(LONG, proposal(0, Action.GO_LONG)));
    }

    @Test
    void waitsForAnOrderOnItsWay() {
        RiskGate gate = Fixtures.gate(Fixtures.context(AqtsConfig.defaults(), BTC, ETH));
        OpenOrder open = new OpenOrder(
                Fixtures.judge(gate, FLAT, OrderIntent.open(0, Side.BUY, Sizing.everything()))
                        .orders()
                        .get(0),
                Decimal.ZERO);
        Portfolio waiting = portfolio(RiskState.NORMAL, "1000", FLAT.positions(), List.of(open));

        assertThat(reasons(waiting, Action.GO_LONG)).containsExactly(ReasonCode.ORDER_PENDING);
        assertThat(reasons(waiting, Action.GO_FLAT)).containsExactly(ReasonCode.ORDER_PENDING);
        assertThat(assess(waiting, proposal(1, Action.GO_LONG)).get(0)).isInstanceOf(RiskVerdict.Approved.class);
    }

    @Test
    void opensNothingUnlessTheBreakerIsNormalAndStillLeaves() {
        Portfolio halted = portfolio(RiskState.HALTED, "1000", LONG.positions(), List.of());

        assertThat(assess(halted, proposal(1, Action.GO_LONG)).get(0).reasons())
                .containsExactly(ReasonCode.CIRCUIT_BREAKER);
        assertThat(assess(halted, proposal(0, Action.GO_FLAT)).get(0)).isInstanceOf(RiskVerdict.Approved.class);
    }

    @Test
    void answersEveryProposalButHoldsInTheirOrder() {
        Proposal hold = Proposal.hold(0, ReasonCode.BELOW_THRESHOLD);

        assertThat(assess(FLAT, hold)).isEmpty();
        assertThat(manager.assess(Decision.NONE, NOW, FLAT)).isEmpty();
        assertThat(assess(FLAT, hold, proposal(1, Action.GO_LONG)))
                .extracting(RiskVerdict::instrument)
                .containsExactly(1);
        assertThat(assess(FLAT, proposal(0, Action.GO_LONG), proposal(1, Action.GO_FLAT)))
                .extracting(RiskVerdict::instrument)
                .containsExactly(0, 1);
        assertThat(assess(FLAT, proposal(2, Action.GO_LONG)))
                .containsExactly(RiskVerdict.rejected(2, ReasonCode.MALFORMED));
    }

    private List<RiskVerdict> assess(Portfolio portfolio, Proposal... proposals) {
        return manager.assess(decision(proposals), NOW, portfolio);
    }

    private List<ReasonCode> reasons(Portfolio portfolio, Action action) {
        return assess(portfolio, proposal(0, action)).get(0).reasons();
    }
}
