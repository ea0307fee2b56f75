package io.aqts.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.aqts.Orchestrator;
import io.aqts.RiskCandidate;
import io.aqts.RiskObserver;
import io.aqts.RiskRule;
import io.aqts.RiskTrigger;
import io.aqts.RiskView;
import io.aqts.Step;
import io.aqts.WhatIf;
import io.aqts.config.CapConfig;
import io.aqts.config.RulesConfig;
import io.aqts.config.SessionWindow;
import io.aqts.core.analyse.RunDigest;
import io.aqts.performance.ClosedTrade;
import io.aqts.signal.Decision;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.Decimal;
import io.aqts.trade.Fill;
import io.aqts.trade.KillSwitch;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskState;
import io.aqts.trade.RiskVerdict;
import io.aqts.trade.Side;
import io.aqts.trade.Sizing;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EngineRulesTest {

    private static final ReasonCode MINE = new ReasonCode("MINE");

    @Test
    void h5_aRuleOfTheUserBindsInTheGateWhateverTheRiskManager() {
        Orchestrator engine = buying(Feed.of(100, 100, 100), new Desks.PlainVenue(), r -> r)
                .riskRule(context -> rule(candidate -> 2.5))
                .build();

        Step step = engine.next().orElseThrow();

        assertThat(step.verdicts().get(0).reasons()).containsExactly(MINE);
        assertThat(step.orders().get(0).order().size().toString()).contains("2.5");
    }

    @Test
    void keepsRulesOfTheUserThroughPresetsCopiesAndResets() {
        Orchestrator engine = Aqts.backtest(context -> Feed.of(100, 100))
                .riskRule(context -> rule(candidate -> 0.0))
                .preset(Presets.smaCross())
                .copy()
                .risk(context -> (decision, snapshot, portfolio) -> Desks.buy(1))
                .build();
        assertThat(engine.next().orElseThrow().verdicts()).containsExactly(RiskVerdict.rejected(0, MINE));
        engine.reset();
        assertThat(engine.next().orElseThrow().verdicts()).containsExactly(RiskVerdict.rejected(0, MINE));
    }

    @Test
    void tellsARuleWhatHappenedOnceAndInOrder() {
        List<String> told = new ArrayList<>();
        Orchestrator engine = buying(Feed.of(100, 101, 102), new Desks.PlainVenue(), r -> r)
                .riskRule(context -> new Diary(told))
                .build();
        engine.next();
        engine.next();
        engine.resume();
        assertThat(told)
                .containsExactly(
                        "step 1",
                        "decision",
                        "asked",
                        "approval 1",
                        "fill 1",
                        "step 2",
                        "decision",
                        "asked",
                        "approval 2",
                        "resume");
    }

    @Test
    void h8_aLossOfTheDayRecallsOpeningsAndRefusesThemUntilTheNextDay() {
        Orchestrator engine = buying(
                        Feed.of(100, 100, 90, 90),
                        new Desks.PlainVenue(1),
                        r -> r.losses(l -> l.daily(CapConfig.share(0.005))))
                .build();
        engine.next();
        Step held = engine.next().orElseThrow();
        assertThat(held.portfolio().openOrders()).hasSize(1);

        Step lost = engine.next().orElseThrow();
        assertThat(lost.portfolio().riskState()).isEqualTo(RiskState.REDUCING);
        assertThat(lost.portfolio().openOrders()).isEmpty();
        assertThat(lost.verdicts()).containsExactly(RiskVerdict.rejected(0, ReasonCode.DAILY_LOSS));
        engine.resume();
        assertThat(engine.next().orElseThrow().orders()).hasSize(1);
    }

    @Test
    void leavesPositionsAtTheEndOfASession() {
        SessionWindow window = new SessionWindow("UTC", List.of(DayOfWeek.values()), "00:00", "00:04");
        Orchestrator engine = buying(
                        Feed.of(100, 100, 100, 100, 100),
                        new Desks.PlainVenue(),
                        r -> r.session(
                                s -> s.windows(List.of(window)).flatten(true).closeBefore(Duration.ofMinutes(1))))
                .build();
        engine.next();
        engine.next();
        Step ending = engine.next().orElseThrow();
        assertThat(ending.orders())
                .singleElement()
                .satisfies(order -> assertThat(order.order().reduceOnly()).isTrue())
                .satisfies(order -> assertThat(order.order().reason()).isEqualTo(ReasonCode.SESSION_END));
        assertThat(ending.verdicts().get(1)).isEqualTo(RiskVerdict.rejected(0, ReasonCode.SESSION_CLOSED));
        Step flat = engine.next().orElseThrow();
        assertThat(flat.portfolio().position(0).isFlat()).isTrue();
        assertThat(flat.orders()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(KillSwitch.class)
    void h3_aKillSwitchRecallsOpeningsAndIsLatchedUntilResumedOrReset(KillSwitch level) {
        Orchestrator engine = buying(Feed.of(100, 100, 100, 100, 100, 100), new Desks.PlainVenue(1), r -> r)
                .build();
        engine.next();
        engine.next();
        engine.kill(level);
        engine.kill(KillSwitch.REDUCE_ONLY);

        Step killed = engine.next().orElseThrow();
        assertThat(killed.portfolio().riskState()).isEqualTo(level.state());
        assertThat(killed.portfolio().openOrders())
                .allMatch(order -> order.approved().order().reduceOnly());
        assertThat(killed.verdicts().get(killed.verdicts().size() - 1)).isInstanceOf(RiskVerdict.Rejected.class);
        boolean flattens = level == KillSwitch.FLATTEN;
        assertThat(killed.orders()).hasSize(flattens ? 1 : 0);
        if (flattens) {
            assertThat(killed.orders().get(0).order().reason()).isEqualTo(ReasonCode.KILL_SWITCH);
        }
        Step next = engine.next().orElseThrow();
        assertThat(next.portfolio().position(0).isFlat()).isEqualTo(flattens);
        assertThat(next.portfolio().riskState()).isEqualTo(level.state());

        engine.resume();
        assertThat(engine.next().orElseThrow().portfolio().riskState()).isEqualTo(RiskState.NORMAL);
        engine.kill(level);
        engine.reset();
        assertThat(engine.next().orElseThrow().portfolio().riskState()).isEqualTo(RiskState.NORMAL);
        engine.close();
        assertThatIllegalStateException().isThrownBy(() -> engine.kill(level));
    }

    @Test
    void aKillSwitchLeavesTheWayOutToTheStrategy() {
        Orchestrator engine = Aqts.live(context -> Feed.of(100, 100, 100, 100), context -> new Desks.PlainVenue())
                .fusion(context -> (snapshot, signals) -> Desks.BUY)
                .risk(context -> (decision, snapshot, portfolio) ->
                        portfolio.position(0).isFlat() ? Desks.buy(1) : List.of(Fixture.close()))
                .build();
        engine.next();
        engine.kill(KillSwitch.HALT);
        assertThat(engine.next().orElseThrow().orders()).hasSize(1);
        assertThat(engine.next().orElseThrow().portfolio().position(0).isFlat()).isTrue();
    }

    @Test
    void aTierThatAllowsNothingThrowsTheKillSwitchItself() {
        Orchestrator engine = buying(
                        Feed.of(100, 100, 79, 200, 200),
                        new Desks.PlainVenue(),
                        r -> r.losses(l -> l.tiers(List.of(new io.aqts.config.DrawdownTier(0.001, 0, 0)))))
                .config(c -> c.risk(r -> r.breaker(b -> b.reduceAt(1).haltAt(1))))
                .build();
        engine.next();
        engine.next();
        assertThat(engine.next().orElseThrow().portfolio().riskState()).isEqualTo(RiskState.KILL_SWITCH);
        assertThat(engine.next().orElseThrow().portfolio().riskState())
                .as("a gain does not end it")
                .isEqualTo(RiskState.KILL_SWITCH);
        engine.resume();
        assertThat(engine.next().orElseThrow().portfolio().riskState()).isEqualTo(RiskState.NORMAL);
    }

    @Test
    void h3_aKillSwitchThrownByARuleStaysThrownWhateverTheRuleDemandsLater() {
        Orchestrator engine = buying(Feed.of(100, 100, 100), new Desks.PlainVenue(), r -> r)
                .riskRule(context -> new Panic())
                .build();
        assertThat(engine.next().orElseThrow().portfolio().riskState()).isEqualTo(RiskState.KILL_SWITCH);
        assertThat(engine.next().orElseThrow().portfolio().riskState()).isEqualTo(RiskState.KILL_SWITCH);
        engine.resume();
        assertThat(engine.next().orElseThrow().portfolio().riskState()).isEqualTo(RiskState.NORMAL);
    }

    @Test
    void answersWhatIfAfterAStepAndChangesNothingByIt() {
        UnaryOperator<RulesConfig.Builder> all =
                r -> r.caps(c -> c.position(CapConfig.share(0.3)).net(CapConfig.share(0.5)))
                        .tail(t -> t.expectedShortfall(CapConfig.share(0.01)).stress(s -> s.enabled(true)))
                        .losses(l -> l.cooldown(Duration.ofMinutes(7)).daily(CapConfig.share(0.02)))
                        .conduct(c -> c.maxOrders(3).duplicateWindow(Duration.ofMinutes(2)));
        String quiet = digest(all, false);
        assertThat(digest(all, true)).isEqualTo(quiet);

        Orchestrator engine =
                buying(Feed.of(100, 100), new Desks.PlainVenue(), r -> r).build();
        OrderIntent intent = OrderIntent.open(0, Side.BUY, Sizing.units(1e6));
        assertThatIllegalStateException().isThrownBy(() -> engine.whatIf(intent));
        engine.next();
        WhatIf whatIf = engine.whatIf(intent);
        assertThat(whatIf.verdict().reasons()).contains(ReasonCode.MAX_LEVERAGE);
        assertThat(whatIf.answers()).isNotEmpty();
    }

    @Test
    void asksTheRulesOfTheRunBeforeTheGateDoes() {
        List<String> layers = new ArrayList<>();
        Orchestrator engine = Aqts.simulation()
                .config(c -> c.risk(r -> r.rules(x -> x.caps(k -> k.position(CapConfig.share(0.1))))))
                .risk(context -> {
                    layers.add("rules " + context.rules().size());
                    return (decision, snapshot, portfolio) -> List.of();
                })
                .build();
        assertThat(layers).containsExactly("rules 1");
        engine.close();
    }

    @Test
    void h7_everyRefusalOfARuleStandsInTheStepWithItsReason() {
        Orchestrator engine = buying(
                        Feed.of(100, 100),
                        new Desks.PlainVenue(),
                        r -> r.conduct(c -> c.maxQuantity(CapConfig.amount(0.5))))
                .build();
        assertThat(engine.next().orElseThrow().verdicts())
                .containsExactly(RiskVerdict.rejected(0, ReasonCode.FAT_FINGER));
    }

    private static String digest(UnaryOperator<RulesConfig.Builder> rules, boolean asks) {
        RunDigest digest = new RunDigest();
        try (Orchestrator engine = Aqts.simulation()
                .preset(Presets.aureon())
                .config(c -> c.fusion(
                                f -> f.buyThreshold(0.01).sellThreshold(-0.01).minimumConfidence(0))
                        .risk(r -> r.rules(rules)))
                .listener(digest)
                .build()) {
            for (int i = 0; i < 1_500; i++) {
                engine.next();
                if (asks) {
                    engine.whatIf(OrderIntent.open(i % 2, i % 3 == 0 ? Side.SELL : Side.BUY, Sizing.units(i % 7)));
                }
            }
        }
        return digest.hex();
    }

    private static AqtsBuilder buying(Feed feed, Desks.PlainVenue venue, UnaryOperator<RulesConfig.Builder> rules) {
        return Aqts.live(context -> feed, context -> venue)
                .config(c -> c.risk(r -> r.rules(rules)))
                .detector(context -> snapshot -> List.of())
                .fusion(context -> (snapshot, signals) -> Desks.BUY)
                .risk(context -> (decision, snapshot, portfolio) -> Desks.buy(100));
    }

    private static RiskRule rule(java.util.function.ToDoubleFunction<RiskCandidate> answer) {
        return new RiskRule() {
            @Override
            public ReasonCode reason() {
                return MINE;
            }

            @Override
            public double allowedQuantity(RiskCandidate candidate) {
                return answer.applyAsDouble(candidate);
            }
        };
    }

    /** Throws the kill switch at its first step and never again. */
    private static final class Panic implements RiskRule, RiskTrigger, RiskObserver {

        private int steps;

        @Override
        public ReasonCode reason() {
            return MINE;
        }

        @Override
        public double allowedQuantity(RiskCandidate candidate) {
            return candidate.quantity();
        }

        @Override
        public void onStep(RiskView view) {
            steps++;
        }

        @Override
        public RiskState demandedState() {
            return steps == 1 ? RiskState.KILL_SWITCH : RiskState.NORMAL;
        }
    }

    private static final class Fixture {

        static RiskVerdict close() {
            return new RiskVerdict.Approved(
                    OrderIntent.close(0, Side.SELL, ReasonCode.SIGNAL), List.of(ReasonCode.SIGNAL));
        }
    }

    private record Diary(List<String> told) implements RiskRule, RiskObserver {

        @Override
        public ReasonCode reason() {
            return MINE;
        }

        @Override
        public double allowedQuantity(RiskCandidate candidate) {
            told.add("asked");
            return candidate.quantity();
        }

        @Override
        public void onFill(Fill fill) {
            told.add("fill " + fill.orderId());
        }

        @Override
        public void onTrade(ClosedTrade trade) {
            told.add("trade");
        }

        @Override
        public void onStep(RiskView view) {
            told.add("step " + view.epochNanos() / Feed.MINUTE);
            assertThat(view.exposure(0, Side.BUY))
                    .isEqualTo(view.portfolio()
                            .position(0)
                            .marketValue()
                            .plus(Decimal.ZERO)
                            .toDouble());
        }

        @Override
        public void onDecision(Decision decision) {
            told.add("decision");
        }

        @Override
        public void onApproval(ApprovedOrder order) {
            told.add("approval " + order.id());
        }

        @Override
        public void onResume() {
            told.add("resume");
        }
    }
}
