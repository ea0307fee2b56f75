package io.aqts.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.Orchestrator;
import io.aqts.RiskManager;
import io.aqts.Step;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketEvent;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Universe;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.ExitPlan;
import io.aqts.trade.KillSwitch;
import io.aqts.trade.Order;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.OrderSize;
import io.aqts.trade.Pricing;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskState;
import io.aqts.trade.RiskVerdict;
import io.aqts.trade.Side;
import io.aqts.trade.Sizing;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A grid that changes in the middle of a run holds for all that is ordered from then on. */
class GridChangeTest {

    private static final int CHANGES_AT = 2;
    private static final Decimal TICK = Decimal.of("0.5");
    private static final Decimal LOT = Decimal.ONE;

    @Test
    void d11_ordersLieOnTheNewGridFromTheStepThatTellsOfIt() {
        OrderIntent wanted = OrderIntent.open(0, Side.BUY, Sizing.units(2.7))
                .withPricing(Pricing.limit(99.87))
                .withExits(new ExitPlan(90.03, 111.11, 0));
        try (Orchestrator engine = engine((decision, snapshot, portfolio) -> List.of(approved(wanted)))) {
            List<Step> steps = steps(engine);

            Order before = steps.get(CHANGES_AT - 1).orders().get(0).order();
            Order after = steps.get(CHANGES_AT).orders().get(0).order();
            assertThat(before.type().limit()).isEqualTo(Decimal.of("99.87"));
            assertThat(after.type().limit()).isEqualTo(Decimal.of("99.5"));
            assertThat(after.bracket().stopPrice()).isEqualTo(Decimal.of("90.5"));
            assertThat(after.bracket().targetPrice()).isEqualTo(Decimal.of("111"));
            assertThat(after.size()).isEqualTo(OrderSize.units(Decimal.of(2)));
            assertThat(steps)
                    .allSatisfy(step -> assertThat(step.events())
                            .as("what was ordered on the new grid")
                            .noneMatch(event -> event instanceof ExecutionEvent.Rejected));
            assertThat(steps.get(CHANGES_AT).events())
                    .as("what lay on the old one")
                    .filteredOn(event -> event instanceof ExecutionEvent.Canceled)
                    .hasSize(CHANGES_AT);
        }
    }

    @Test
    void d11_whatIsAskedAfterTheStepIsJudgedOnTheNewGrid() {
        try (Orchestrator engine = engine((decision, snapshot, portfolio) -> List.of())) {
            OrderIntent small = OrderIntent.open(0, Side.BUY, Sizing.units(0.7));
            for (int i = 0; i < CHANGES_AT; i++) {
                engine.next();
            }
            assertThat(engine.whatIf(small).verdict()).isInstanceOf(RiskVerdict.Approved.class);
            engine.next();
            assertThat(engine.whatIf(small).verdict().reasons()).containsExactly(ReasonCode.BELOW_LOT);
            engine.reset();
            engine.next();
            assertThat(engine.whatIf(small).verdict())
                    .as("a reset run begins on the grid of the universe")
                    .isInstanceOf(RiskVerdict.Approved.class);
        }
    }

    @Test
    void d11_whatWasBoughtOnTheOldLotCanBeClosedWholly() {
        try (Orchestrator engine = engine((decision, snapshot, portfolio) ->
                portfolio.hasOpenOrder(0) || !portfolio.position(0).isFlat()
                        ? List.of()
                        : List.of(approved(OrderIntent.open(0, Side.BUY, Sizing.units(2.7)))))) {
            for (int i = 0; i <= CHANGES_AT; i++) {
                engine.next();
            }
            assertThat(engine.portfolio().position(0).quantity()).isEqualTo(Decimal.of("2.7"));
            engine.kill(KillSwitch.FLATTEN);
            engine.next();
            Step flat = engine.next().orElseThrow();

            assertThat(flat.portfolio().riskState()).isEqualTo(RiskState.KILL_SWITCH);
            assertThat(flat.portfolio().position(0).isFlat()).isTrue();
        }
    }

    @Test
    void d11_aPartOfAPositionIsLeftInNewLots() {
        try (Orchestrator engine = engine((decision, snapshot, portfolio) -> {
            if (snapshot.epochNanos() == Feed.MINUTE) {
                return List.of(approved(OrderIntent.open(0, Side.BUY, Sizing.units(2.7))));
            }
            return snapshot.instrument(0).events().isEmpty()
                    ? List.of()
                    : List.of(approved(
                            OrderIntent.close(0, Side.SELL, ReasonCode.SIGNAL).withSizing(Sizing.units(1.6))));
        })) {
            List<Step> steps = steps(engine);
            assertThat(steps.get(CHANGES_AT).orders().get(0).order().size()).isEqualTo(OrderSize.units(Decimal.ONE));
        }
    }

    private static Orchestrator engine(RiskManager risk) {
        List<MarketSnapshot> bars = new ArrayList<>(Feed.bars(100, 100, 100, 100, 100, 100));
        MarketSnapshot plain = bars.get(CHANGES_AT);
        MarketEvent change = new MarketEvent.GridChange(plain.epochNanos() - 1, TICK, LOT);
        InstrumentMarket told = plain.instrument(0).withEvents(List.of(change));
        bars.set(CHANGES_AT, MarketSnapshot.of(plain.epochNanos(), List.of(told)));
        return Aqts.backtest(context -> new Feed(Universe.of(Feed.BTC), bars))
                .config(c -> c.execution(e -> e.partialFillProbability(0)))
                .detector(context -> snapshot -> List.of())
                .risk(context -> risk)
                .build();
    }

    private static RiskVerdict approved(OrderIntent intent) {
        return new RiskVerdict.Approved(intent, List.of(ReasonCode.SIGNAL));
    }

    private static List<Step> steps(Orchestrator engine) {
        List<Step> steps = new ArrayList<>();
        engine.next().ifPresent(steps::add);
        while (steps.size() < 6) {
            steps.add(engine.next().orElseThrow());
        }
        return steps;
    }
}
