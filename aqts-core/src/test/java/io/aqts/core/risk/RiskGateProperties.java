package io.aqts.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.LayerContext;
import io.aqts.Randomness;
import io.aqts.config.RiskConfig;
import io.aqts.trade.Order;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.OrderSize;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskVerdict;
import io.aqts.trade.Sizing;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

class RiskGateProperties {

    @Property(tries = 25_000, shrinking = ShrinkingMode.OFF)
    void approvesNothingBeyondAnyLimitWhateverItIsAskedFor(@ForAll long seed) {
        Scenario scenario = new Scenario(Randomness.of(seed));
        LimitChecker checker = new LimitChecker(scenario);
        RiskGate gate = Fixtures.gate(scenario.context);
        Fixtures.begin(gate, scenario.portfolio, seed, scenario::mark);

        for (int i = 0; i < 6; i++) {
            OrderIntent intent = scenario.intent();
            RiskVerdict verdict = scenario.verdict(intent);
            GateResult result = gate.judge(verdict);

            assertThat(result.verdict() instanceof RiskVerdict.Rejected).isNotEqualTo(result.isApproved());
            result.orders().forEach(order -> checker.accept(intent, order));
            if (result.verdict() != verdict) {
                checkChanged(verdict, result);
            }
        }
    }

    @Example
    void aSumUnderWayThatHasNoPriceMayLoseAllOfIt() {
        approvesNothingBeyondAnyLimitWhateverItIsAskedFor(708_313);
    }

    @Property(tries = 5_000, shrinking = ShrinkingMode.OFF)
    void approvesNoMoreUnderATighterLimit(@ForAll long seed) {
        Scenario scenario = new Scenario(Randomness.of(seed));
        OrderIntent intent = scenario.intent();
        GateResult judged = judge(scenario, intent, scenario.context);
        if (isMalformed(judged)) {
            return; // a size beyond what a decimal holds may fit once it is cut
        }
        double loose = judged.isApproved() ? sizeOf(judged) : 0;
        for (UnaryOperator<RiskConfig.Builder> tighter : List.<UnaryOperator<RiskConfig.Builder>>of(
                r -> r.maxLeverage(scenario.context.config().risk().maxLeverage() * 0.7),
                r -> r.maxPortfolioRisk(scenario.context.config().risk().maxPortfolioRisk() * 0.7),
                r -> r.shortAllowed(false),
                r -> r.sizing(s -> s.maxPositionShare(
                        scenario.context.config().risk().sizing().maxPositionShare() * 0.7)),
                r -> r.sizing(s -> s.riskPerTradeCap(
                        scenario.context.config().risk().sizing().riskPerTradeCap() * 0.7)))) {
            LayerContext tight = new LayerContext(
                    scenario.context.config().with(c -> c.risk(tighter)), scenario.context.universe(), "risk");

            GateResult result = judge(scenario, intent, tight);
            assertThat(result.isApproved() ? sizeOf(result) : 0).isLessThanOrEqualTo(loose);
        }
    }

    @Example
    void isAskedForEverythingItCanAnswer() {
        List<ReasonCode> seen = new ArrayList<>();
        List<String> approved = new ArrayList<>();
        for (int seed = 0; seed < 4_000; seed++) {
            Scenario scenario = new Scenario(Randomness.of(seed));
            RiskGate gate = Fixtures.gate(scenario.context);
            Fixtures.begin(gate, scenario.portfolio, seed, scenario::mark);
            for (int i = 0; i < 6; i++) {
                GateResult result = gate.judge(Fixtures.approved(scenario.intent()));
                seen.addAll(
                        result.verdict() instanceof RiskVerdict.Approved
                                ? List.of()
                                : result.verdict().reasons());
                result.orders().forEach(order -> approved.add(kind(order.order())));
            }
        }

        assertThat(seen)
                .contains(
                        ReasonCode.MALFORMED,
                        ReasonCode.NO_PRICE,
                        ReasonCode.CIRCUIT_BREAKER,
                        ReasonCode.SHORT_NOT_ALLOWED,
                        ReasonCode.REDUCE_ONLY,
                        ReasonCode.REVERSAL,
                        ReasonCode.ORDER_PENDING,
                        ReasonCode.MAX_LEVERAGE,
                        ReasonCode.MAX_POSITION,
                        ReasonCode.TRADE_RISK,
                        ReasonCode.PORTFOLIO_HEAT,
                        ReasonCode.INSUFFICIENT_CASH,
                        ReasonCode.BELOW_LOT,
                        ReasonCode.BELOW_MIN_NOTIONAL);
        assertThat(approved).hasSizeGreaterThan(4_000);
        assertThat(new TreeSet<>(approved)).hasSize(16);
    }

    @Property(tries = 200)
    void answersNothingAndMalformedThingsWithAReason(@ForAll long seed) {
        Scenario scenario = new Scenario(Randomness.of(seed));
        RiskGate gate = Fixtures.gate(scenario.context);
        Fixtures.begin(gate, scenario.portfolio, 0, scenario::mark);

        assertThat(gate.judge(null).verdict()).isEqualTo(RiskVerdict.rejected(-1, ReasonCode.MALFORMED));
        assertThat(gate.judge(new RiskVerdict.Approved(null, List.of())).verdict())
                .isEqualTo(RiskVerdict.rejected(-1, ReasonCode.MALFORMED));
        assertThat(gate.judge(new RiskVerdict.Reduced(null, null, List.of(ReasonCode.SIGNAL)))
                        .verdict())
                .isEqualTo(RiskVerdict.rejected(-1, ReasonCode.MALFORMED));
    }

    private static String kind(Order order) {
        return order.side()
                + (order.reduceOnly() ? " reducing " : " opening ")
                + order.size().getClass().getSimpleName()
                + order.type().getClass().getSimpleName()
                + (order.bracket().hasStop() ? " with stop" : "");
    }

    private static void checkChanged(RiskVerdict before, GateResult result) {
        assertThat(result.verdict().reasons()).isNotEmpty().doesNotHaveDuplicates();
        if (before instanceof RiskVerdict.Reduced reduced && !isMalformed(result)) {
            assertThat(result.verdict().reasons()).containsAll(reduced.reasons());
        }
        if (result.verdict() instanceof RiskVerdict.Reduced reduced) {
            Sizing part = reduced.intent().sizing();
            double size = part instanceof Sizing.Units units ? units.quantity() : ((Sizing.Spend) part).amount();
            assertThat(size).isEqualTo(sizeOf(result));
            assertThat(reduced.intent().reduceOnly())
                    .isEqualTo(result.orders().get(0).order().reduceOnly());
        }
    }

    private static boolean isMalformed(GateResult result) {
        return result.verdict().reasons().equals(List.of(ReasonCode.MALFORMED));
    }

    private static GateResult judge(Scenario scenario, OrderIntent intent, LayerContext context) {
        RiskGate gate = Fixtures.gate(context);
        Fixtures.begin(gate, scenario.portfolio, 0, scenario::mark);
        return gate.judge(Fixtures.approved(intent));
    }

    private static double sizeOf(GateResult result) {
        OrderSize size = result.orders().get(0).order().size();
        return size instanceof OrderSize.Units units
                ? units.quantity().toDouble()
                : ((OrderSize.Spend) size).amount().toDouble();
    }
}
