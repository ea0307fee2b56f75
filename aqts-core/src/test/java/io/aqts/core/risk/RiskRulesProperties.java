package io.aqts.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aqts.RuleAnswer;
import io.aqts.WhatIf;
import io.aqts.config.CapConfig;
import io.aqts.config.CapMode;
import io.aqts.config.ClusterCap;
import io.aqts.config.DrawdownTier;
import io.aqts.config.NamedCap;
import io.aqts.config.RulesConfig;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Side;
import io.aqts.trade.Sizing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

class RiskRulesProperties {

    private static final double ROUNDING = 1 + 1e-9;

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void h6_aTighterLimitNeverAllowsMore(@ForAll long seed) {
        RuleScene scene = new RuleScene(seed);
        double loose = first(scene, scene.rules);
        for (UnaryOperator<RulesConfig.Builder> tighter : tighter(scene.rules)) {
            RulesConfig tight = tighter.apply(scene.rules.toBuilder()).build();
            assertThat(first(scene, tight)).as("%s%nof %s", tight, scene.rules).isLessThanOrEqualTo(loose * ROUNDING);
        }
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void neverAllowsMoreOfLessThatIsWanted(@ForAll long seed) {
        RuleScene scene = new RuleScene(seed);
        RulesConfig rules = scene.rules.toBuilder()
                .conduct(c -> c.maxQuantity(CapConfig.NONE).maxNotional(CapConfig.NONE))
                .build();
        RiskGate gate = scene.gate(rules);
        double before = 0;
        double wanted = ((Sizing.Units) scene.first.sizing()).quantity();
        for (double share : new double[] {0.01, 0.1, 0.3, 0.5, 0.9, 1, 2, 10}) {
            scene.begin(gate);
            OrderIntent part = scene.first.withSizing(Sizing.units(wanted * share));
            WhatIf whatIf = gate.explain(part);
            double left = left(whatIf, wanted * share);
            assertThat(left * ROUNDING).as("%s of %s", share, wanted).isGreaterThanOrEqualTo(before);
            before = left;
        }
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void asksAndExplainsWithoutChangingAnything(@ForAll long seed) {
        RuleScene scene = new RuleScene(seed);
        RiskGate asked = scene.gate(scene.rules);
        scene.begin(asked);
        for (int again = 0; again < 3; again++) {
            WhatIf whatIf = asked.explain(scene.second);
            assertThat(asked.explain(scene.second)).isEqualTo(whatIf);
            asked.explain(scene.first);
        }
        WhatIf whatIf = asked.explain(scene.first);
        GateResult one = asked.judge(Fixtures.approved(scene.first));
        GateResult two = asked.judge(Fixtures.approved(scene.second));

        assertThat(whatIf.verdict().reasons())
                .isEqualTo(
                        one.isApproved() && one.verdict().reasons().equals(List.of(ReasonCode.SIGNAL))
                                ? List.of(ReasonCode.SIGNAL)
                                : one.verdict().reasons());
        assertThat(new double[] {RuleScene.units(one), RuleScene.units(two)}).isEqualTo(scene.judge(scene.rules));
        for (RuleAnswer answer : whatIf.answers()) {
            assertThat(answer.after()).isBetween(0.0, answer.before());
        }
    }

    /** But for a lot, and for prices on ticks, which stay as they are: one in a hundred thousand. */
    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void isTheSameWithAllMoneyMultiplied(@ForAll long seed) {
        RuleScene scene = new RuleScene(seed);
        double[] scaled = new RuleScene(seed, 8, 0, false).judge(scene.rules);
        double[] plain = scene.judge(scene.rules);
        assertThat(scaled[0]).isCloseTo(plain[0], within(0.0011 + 1e-5 * plain[0]));
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void isTheSameAtAnotherTimeOfTheSameWeekday(@ForAll long seed) {
        RuleScene scene = new RuleScene(seed);
        long weeks = Duration.ofDays(7 * 10).toNanos();
        assertThat(new RuleScene(seed, 1, weeks, false).judge(scene.rules)).isEqualTo(scene.judge(scene.rules));
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void isTheSameWithInstrumentsInAnotherOrder(@ForAll long seed) {
        RuleScene scene = new RuleScene(seed);
        double[] plain = scene.judge(scene.rules);
        double[] relabeled = new RuleScene(seed, 1, 0, true).judge(scene.rules);
        assertThat(relabeled[0]).isCloseTo(plain[0], within(0.0011));
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void neverForbidsAReduction(@ForAll long seed) {
        RuleScene scene = new RuleScene(seed);
        RiskGate gate = scene.gate(scene.rules);
        scene.begin(gate);
        for (int i = 0; i < 3; i++) {
            int sign = scene.portfolio(1).position(i).quantity().signum();
            if (sign != 0) {
                Side side = sign > 0 ? Side.SELL : Side.BUY;
                GateResult exit = gate.judge(Fixtures.approved(OrderIntent.close(i, side, ReasonCode.SIGNAL)));
                assertThat(exit.isApproved()).isTrue();
                assertThat(Fixtures.units(exit))
                        .isEqualTo(scene.portfolio(1).position(i).quantity().abs());
            }
        }
    }

    @Example
    void meetsEveryRuleBothWays() {
        TreeSet<String> lowered = new TreeSet<>();
        int approved = 0;
        for (long seed = 0; seed < 1_500; seed++) {
            RuleScene scene = new RuleScene(seed);
            RiskGate gate = scene.gate(scene.rules);
            scene.begin(gate);
            for (OrderIntent intent : List.of(scene.first, scene.second)) {
                for (RuleAnswer answer : gate.explain(intent).answers()) {
                    if (answer.isLowered()) {
                        lowered.add(answer.reason().code());
                    }
                }
                approved += gate.judge(Fixtures.approved(intent)).isApproved() ? 1 : 0;
            }
        }
        assertThat(lowered)
                .contains(
                        "POSITION_CAP",
                        "GROSS_CAP",
                        "NET_CAP",
                        "INSTRUMENT_CAP",
                        "CLUSTER_CAP",
                        "QUOTE_CAP",
                        "TOO_MANY_POSITIONS",
                        "VOLATILITY_TARGET",
                        "VOLATILITY_UNKNOWN",
                        "RANGE_RISK",
                        "DAILY_LOSS",
                        "WEEKLY_LOSS",
                        "DRAWDOWN_TIER",
                        "SEVERE_LOSS",
                        "VALUE_AT_RISK",
                        "VALUE_AT_RISK_FALLBACK",
                        "EXPECTED_SHORTFALL",
                        "CORRELATED_HEAT",
                        "STRESS",
                        "TAIL_UNKNOWN",
                        "WIDE_SPREAD",
                        "THIN_BOOK",
                        "THIN_VOLUME",
                        "COSTS_EXCEED_RETURN",
                        "LOW_EXPECTED_RETURN",
                        "MARGIN",
                        "RATE_LIMIT",
                        "PRICE_COLLAR",
                        "FAT_FINGER");
        assertThat(approved).isGreaterThan(200);
    }

    private static double first(RuleScene scene, RulesConfig rules) {
        RiskGate gate = scene.gate(rules);
        scene.begin(gate);
        return RuleScene.units(gate.judge(Fixtures.approved(scene.first)));
    }

    private static double left(WhatIf whatIf, double wanted) {
        List<RuleAnswer> answers = whatIf.answers();
        return answers.isEmpty() ? 0 : answers.get(answers.size() - 1).after();
    }

    private static CapConfig less(CapConfig cap) {
        return cap.isSet() ? new CapConfig(cap.mode(), cap.limit() * 0.7) : cap;
    }

    private static List<UnaryOperator<RulesConfig.Builder>> tighter(RulesConfig rules) {
        List<UnaryOperator<RulesConfig.Builder>> all = new ArrayList<>();
        all.add(b -> b.caps(c -> c.position(less(rules.caps().position()))));
        all.add(b -> b.caps(c -> c.gross(less(rules.caps().gross()))));
        all.add(b -> b.caps(c -> c.net(less(rules.caps().net()))));
        all.add(b -> b.caps(c -> c.maxPositions(1)));
        all.add(b -> b.caps(c -> c.instruments(List.of(new NamedCap("B/USDT", CapMode.SHARE, 0.1)))));
        all.add(b -> b.caps(c -> c.quotes(List.of(new NamedCap("USDT", CapMode.SHARE, 0.3)))));
        all.add(b -> b.caps(
                c -> c.clusters(List.of(new ClusterCap("ab", List.of("A/USDT", "B/USDT"), CapMode.SHARE, 0.2)))));
        all.add(b -> b.losses(l -> l.daily(less(rules.losses().daily()))));
        all.add(b -> b.losses(l -> l.weekly(less(rules.losses().weekly()))));
        all.add(b -> b.losses(l -> l.tiers(
                List.of(new DrawdownTier(0, 0.01, 2), new DrawdownTier(0.1, 0.005, 1), new DrawdownTier(0.15, 0, 0)))));
        all.add(b ->
                b.losses(l -> l.severe(s -> s.drawdown(0.08).recoverAt(0.01).riskShare(0.005))));
        all.add(b -> b.size(s -> s.volatilityTarget(less(rules.size().volatilityTarget()))));
        all.add(b -> b.size(s -> s.rangeRisk(less(rules.size().rangeRisk()))));
        all.add(b -> b.tail(t -> t.valueAtRisk(less(rules.tail().valueAtRisk()))));
        all.add(b -> b.tail(t -> t.expectedShortfall(less(rules.tail().expectedShortfall()))));
        all.add(b -> b.tail(t -> t.correlatedHeat(less(rules.tail().correlatedHeat()))));
        all.add(b -> b.tail(t -> t.stress(s -> s.gapSigmas(20))));
        all.add(b -> b.tail(t -> t.stress(s -> s.enabled(true))));
        all.add(b -> b.market(m -> m.maxSpreadBps(10)));
        all.add(b -> b.market(m -> m.depth(less(rules.market().depth()))));
        all.add(b -> b.market(m -> m.volume(less(rules.market().volume()))));
        all.add(b -> b.market(m -> m.costGate(true)));
        all.add(b -> b.market(m -> m.minExpectedReturn(0.005)));
        all.add(b ->
                b.margin(m -> m.initialShare(0.5).stopAt(CapConfig.share(0.3)).resumeBelow(0.1)));
        all.add(b -> b.conduct(c -> c.priceBand(0.001)));
        all.add(b -> b.conduct(c -> c.maxNotional(CapConfig.share(0.5))));
        all.add(b -> b.conduct(c -> c.maxQuantity(CapConfig.amount(100))));
        return all;
    }
}
