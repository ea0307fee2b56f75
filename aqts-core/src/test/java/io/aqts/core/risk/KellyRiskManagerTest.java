package io.aqts.core.risk;

import static io.aqts.core.risk.Fixtures.BTC;
import static io.aqts.core.risk.Fixtures.ETH;
import static io.aqts.core.risk.Fixtures.bar;
import static io.aqts.core.risk.Fixtures.decision;
import static io.aqts.core.risk.Fixtures.flat;
import static io.aqts.core.risk.Fixtures.holding;
import static io.aqts.core.risk.Fixtures.portfolio;
import static io.aqts.core.risk.Fixtures.proposal;
import static io.aqts.core.risk.Fixtures.snapshot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aqts.LayerContext;
import io.aqts.Randomness;
import io.aqts.RiskCandidate;
import io.aqts.RiskRule;
import io.aqts.config.AqtsConfig;
import io.aqts.config.RiskConfig;
import io.aqts.market.Bar;
import io.aqts.market.MarketSnapshot;
import io.aqts.signal.Action;
import io.aqts.signal.Decision;
import io.aqts.signal.Proposal;
import io.aqts.trade.Decimal;
import io.aqts.trade.ExitPlan;
import io.aqts.trade.OpenOrder;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Position;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.RiskState;
import io.aqts.trade.RiskVerdict;
import io.aqts.trade.Side;
import io.aqts.trade.Sizing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

class KellyRiskManagerTest {

    private static final Portfolio FLAT = portfolio("100000", flat(42_000), flat(2_000));
    private static final Portfolio UNMARKED = portfolio("100000", Position.FLAT, Position.FLAT);
    private static final ReasonCode QUIET = new ReasonCode("QUIET_HOURS");

    @Test
    void sizesByTheDistanceToTheStop() {
        RiskVerdict verdict =
                ask(warm(r -> risking(r, 0.01)), FLAT, Action.GO_LONG).get(0);

        OrderIntent intent = Fixtures.intentOf(verdict);
        assertThat(units(verdict)).isCloseTo(1.3888888888888888, within(1e-9));
        assertThat(units(verdict) * 42_000).isCloseTo(58_333.333333333336, within(1e-5));
        assertThat(intent.exitPlan().stopPrice()).isCloseTo(41_280, within(1e-6));
        assertThat(intent.exitPlan().targetPrice()).isCloseTo(43_080, within(1e-6));
        assertThat(intent.maxSlippageBps())
                .isEqualTo(AqtsConfig.defaults().execution().maxSlippageBps());
        assertThat(verdict.reasons()).containsExactly(ReasonCode.COLD_START);
    }

    @Test
    void passesItsBoundOnSlippageOnEvenIfItIsZero() {
        AqtsConfig strict =
                AqtsConfig.defaults().with(c -> c.risk(r -> risking(r, 0.01)).execution(e -> e.maxSlippageBps(0)));

        assertThat(Fixtures.intentOf(ask(
                                        warm(new KellyRiskManager(Fixtures.context(strict, BTC, ETH))),
                                        FLAT,
                                        Action.GO_LONG)
                                .get(0))
                        .maxSlippageBps())
                .isZero();
    }

    @Test
    void plansAShortTradeUpsideDown() {
        ExitPlan plan = Fixtures.intentOf(
                        ask(warm(r -> risking(r, 0.01)), FLAT, Action.GO_SHORT).get(0))
                .exitPlan();

        assertThat(plan.stopPrice()).isCloseTo(42_720, within(1e-6));
        assertThat(plan.targetPrice()).isCloseTo(40_920, within(1e-6));
    }

    @Test
    void sizesByTheHintOfTheProposal() {
        Proposal half = new Proposal(
                0, Action.GO_LONG, 0.5, proposal(0, Action.GO_LONG).forecast(), List.of(), List.of(ReasonCode.SIGNAL));
        List<RiskVerdict> verdicts =
                warm(r -> risking(r, 0.01)).assess(decision(half), snapshot(btc(99), eth(99)), FLAT);

        assertThat(units(verdicts.get(0))).isCloseTo(1.3888888888888888 / 2, within(1e-9));
    }

    @Test
    void holdsLongerTheSurerTheForecastIs() {
        assertThat(holdMinutes(0.43988325998308736)).isEqualTo(139);
        assertThat(holdMinutes(0)).isEqualTo(60);
        assertThat(holdMinutes(1)).isEqualTo(240);
    }

    @Test
    void opensNothingBeforeItKnowsTheRange() {
        KellyRiskManager cold = new KellyRiskManager(Fixtures.context(r -> r, BTC, ETH));

        assertThat(reasons(ask(cold, FLAT, Action.GO_LONG))).containsExactly(ReasonCode.WARMING_UP);
    }

    @Test
    void closesBeforeItTurns() {
        Portfolio portfolio = portfolio("1000", holding("2", 42_000), flat(2_000));
        KellyRiskManager manager = warm(r -> r);

        assertThat(ask(manager, portfolio, Action.GO_SHORT))
                .extracting(Fixtures::intentOf)
                .containsExactly(OrderIntent.close(0, Side.SELL, ReasonCode.REVERSAL));
        assertThat(ask(manager, portfolio, Action.GO_FLAT))
                .extracting(Fixtures::intentOf)
                .containsExactly(OrderIntent.close(0, Side.SELL, ReasonCode.SIGNAL));
        assertThat(reasons(ask(manager, portfolio, Action.GO_LONG))).containsExactly(ReasonCode.ALREADY_THERE);
        assertThat(reasons(ask(manager, FLAT, Action.GO_FLAT))).containsExactly(ReasonCode.ALREADY_THERE);
    }

    @Test
    void givesCommonAnswersWithoutMakingThemAnew() {
        Portfolio portfolio = portfolio("1000", holding("2", 42_000), flat(2_000));
        KellyRiskManager manager = warm(r -> r);

        assertThat(ask(manager, portfolio, Action.GO_LONG)).isSameAs(ask(manager, portfolio, Action.GO_LONG));
        assertThat(ask(manager, portfolio, Action.GO_FLAT)).isSameAs(ask(manager, portfolio, Action.GO_FLAT));
    }

    @Test
    void waitsForAnOrderOnItsWayButLeavesPastAnOpening() {
        KellyRiskManager manager = warm(r -> r);
        RiskGate gate = Fixtures.gate(Fixtures.context(r -> r, BTC, ETH));
        OpenOrder opening = new OpenOrder(
                Fixtures.judge(gate, FLAT, OrderIntent.open(0, Side.BUY, Sizing.units(1)))
                        .orders()
                        .get(0),
                Decimal.ZERO);
        Portfolio waiting = portfolio(RiskState.NORMAL, "100000", FLAT.positions(), List.of(opening));
        Portfolio part =
                portfolio(RiskState.NORMAL, "100000", List.of(holding("0.5", 42_000), flat(2_000)), List.of(opening));

        assertThat(reasons(ask(manager, waiting, Action.GO_LONG))).containsExactly(ReasonCode.ORDER_PENDING);
        assertThat(reasons(ask(manager, waiting, Action.GO_FLAT))).containsExactly(ReasonCode.ORDER_PENDING);
        assertThat(ask(manager, part, Action.GO_FLAT).get(0)).isInstanceOf(RiskVerdict.Approved.class);
    }

    @Test
    void namesEveryRuleThatCut() {
        KellyRiskManager manager = warm(r -> risking(r, 0.04).maxLeverage(1).sizing(s -> s.maxPositionShare(0.5)));

        RiskVerdict.Reduced verdict =
                (RiskVerdict.Reduced) ask(manager, FLAT, Action.GO_LONG).get(0);

        assertThat(verdict.reasons()).containsExactly(ReasonCode.MAX_LEVERAGE, ReasonCode.MAX_POSITION);
        assertThat(((Sizing.Units) verdict.requested()).quantity()).isCloseTo(4_000 / 720.0, within(1e-9));
        assertThat(units(verdict)).isCloseTo(50_000 / (42_000 * 1.0018), within(1e-9));
    }

    @Test
    void refusesForTheFirstRuleThatLeavesNothing() {
        assertThat(reasons(ask(warm(r -> r.shortAllowed(false)), FLAT, Action.GO_SHORT)))
                .containsExactly(ReasonCode.SHORT_NOT_ALLOWED);
        Portfolio reducing = portfolio(RiskState.REDUCING, "100000", FLAT.positions(), List.of());
        assertThat(reasons(ask(warm(r -> r), reducing, Action.GO_LONG))).containsExactly(ReasonCode.CIRCUIT_BREAKER);
    }

    @Test
    void keepsAllProposalsOfOneMomentWithinTheLimitsTogether() {
        KellyRiskManager manager = warm(r -> risking(r, 0.04).maxLeverage(1));

        List<RiskVerdict> verdicts = manager.assess(
                decision(proposal(0, Action.GO_LONG), proposal(1, Action.GO_LONG)), snapshot(btc(99), eth(99)), FLAT);

        assertThat(units(verdicts.get(0)) * 42_000 * 1.0018).isCloseTo(100_000, within(1e-6));
        assertThat(verdicts.get(1)).isEqualTo(RiskVerdict.rejected(1, ReasonCode.MAX_LEVERAGE));
    }

    @Test
    void remembersTheStopsOfItsPositionsAsHeat() {
        KellyRiskManager manager = warm(r -> risking(r, 0.02).maxPortfolioRisk(0.03));
        ask(manager, FLAT, Action.GO_LONG);
        Portfolio bought = portfolio("0", holding("2.380952380952381", 42_000), flat(2_000));
        List<RiskVerdict> verdicts =
                manager.assess(decision(proposal(1, Action.GO_LONG)), snapshot(btc(99), eth(99)), bought);

        assertThat(verdicts.get(0).reasons()).contains(ReasonCode.PORTFOLIO_HEAT);
    }

    @Test
    void asksAppendedRulesLast() {
        List<Double> seen = new ArrayList<>();
        RiskRule quiet = new RiskRule() {
            @Override
            public ReasonCode reason() {
                return QUIET;
            }

            @Override
            public double allowedQuantity(RiskCandidate candidate) {
                seen.add(candidate.quantity());
                return seen.size() > 1 ? Double.NaN : 0.1;
            }
        };
        LayerContext context = Fixtures.context(r -> risking(r, 0.01), BTC, ETH);
        KellyRiskManager manager = warm(new KellyRiskManager(context, List.of(quiet)));

        RiskVerdict cut = ask(manager, FLAT, Action.GO_LONG).get(0);
        assertThat(units(cut)).isEqualTo(0.1);
        assertThat(cut.reasons()).containsExactly(QUIET);
        assertThat(seen.get(0)).isCloseTo(1.3888888888888888, within(1e-9));
        assertThat(ask(manager, FLAT, Action.GO_LONG)).containsExactly(RiskVerdict.rejected(0, QUIET));
    }

    @Test
    void stopsBettingWithoutAnEdgeAndStartsAgainWhenPaperShowsOne() {
        KellyRiskManager manager = warm(r -> risking(r, 0.01).sizing(s -> s.minimumRecord(5)));
        lose(manager, 20);
        assertThat(reasons(ask(manager, FLAT, Action.GO_LONG))).containsExactly(ReasonCode.NO_EDGE);

        int papers = 0;
        while (papers < 500 && reasons(ask(manager, UNMARKED, Action.GO_LONG)).contains(ReasonCode.NO_EDGE)) {
            climb(manager, 14);
            papers++;
        }

        assertThat(papers).isBetween(5, 100);
        assertThat(ask(manager, UNMARKED, Action.GO_LONG).get(0)).isNotInstanceOf(RiskVerdict.Rejected.class);
    }

    @Test
    void paperThatPaysMoreThanItGainsShowsNoEdge() {
        AqtsConfig dear = AqtsConfig.defaults()
                .with(c -> c.risk(r -> risking(r, 0.01).sizing(s -> s.minimumRecord(5)))
                        .execution(e -> e.fees(f -> f.fixed(x -> x.perOrder(Decimal.of(800))))));
        KellyRiskManager manager = warm(new KellyRiskManager(Fixtures.context(dear, BTC, ETH)));
        lose(manager, 20);

        for (int papers = 0; papers < 200; papers++) {
            assertThat(reasons(ask(manager, UNMARKED, Action.GO_LONG)))
                    .as("a gain of 1500 less 800 twice")
                    .containsExactly(ReasonCode.NO_EDGE);
            climb(manager, 14);
        }
    }

    @Test
    void tradesOnPaperOnlyWhileTheColdStartRiskIsNothing() {
        KellyRiskManager manager = warm(r -> risking(r, 0));

        assertThat(reasons(ask(manager, FLAT, Action.GO_LONG))).containsExactly(ReasonCode.COLD_START);
    }

    @Test
    void neverBuysWithCashItLacks() {
        KellyRiskManager manager = warm(r -> risking(Fixtures.cashAccount(r), 0.04));

        RiskVerdict verdict = ask(manager, FLAT, Action.GO_LONG).get(0);

        assertThat(verdict.reasons()).contains(ReasonCode.INSUFFICIENT_CASH);
        assertThat(units(verdict) * 42_000 * 1.0018 * 1.001).isLessThanOrEqualTo(100_000);
    }

    @Test
    void refusesProposalsForInstrumentsThereAreNot() {
        assertThat(warm(r -> r).assess(decision(proposal(7, Action.GO_LONG)), snapshot(btc(99), eth(99)), FLAT))
                .containsExactly(RiskVerdict.rejected(7, ReasonCode.MALFORMED));
    }

    @Property(tries = 5_000, shrinking = ShrinkingMode.OFF)
    void leavesTheGateNothingToCut(@ForAll long seed) {
        Scenario scenario = new Scenario(Randomness.of(seed));
        Randomness chance = Randomness.of(seed).split("bars");
        KellyRiskManager manager = new KellyRiskManager(scenario.context);
        RiskGate gate = Fixtures.gate(scenario.context);
        List<RiskVerdict> verdicts = List.of();
        for (int k = 0; k < 15; k++) {
            verdicts = manager.assess(everything(scenario, chance), bars(scenario, chance, k), scenario.portfolio);
        }
        Fixtures.begin(gate, scenario.portfolio, 0, scenario::mark);
        for (RiskVerdict verdict : verdicts) {
            GateResult result = gate.judge(verdict);
            boolean isSmaller = result.verdict() instanceof RiskVerdict.Reduced && result.verdict() != verdict;

            assertThat(isSmaller && !Fixtures.intentOf(verdict).reduceOnly()).isFalse();
        }
    }

    private static Decision everything(Scenario scenario, Randomness chance) {
        Proposal[] proposals = new Proposal[scenario.marks.length];
        for (int i = 0; i < proposals.length; i++) {
            proposals[i] = proposal(i, Action.values()[chance.nextInt(4)], chance.nextDouble());
        }
        return decision(proposals);
    }

    private static MarketSnapshot bars(Scenario scenario, Randomness chance, int index) {
        Bar[] bars = new Bar[scenario.marks.length];
        for (int i = 0; i < bars.length; i++) {
            double mark = scenario.mark(i) > 1e-9 && scenario.mark(i) < 1e9 ? scenario.mark(i) : 1;
            double range = mark * chance.nextDouble() * 0.05;
            bars[i] = bar(index, mark, mark + range, mark - range, mark);
        }
        return snapshot(bars);
    }

    private static void climb(KellyRiskManager manager, int bars) {
        for (int i = 0; i < bars; i++) {
            double open = 42_000 + 200 * i;
            manager.assess(Decision.NONE, snapshot(btc(i, open, open + 240, open, open + 200), eth(i)), UNMARKED);
        }
        manager.assess(Decision.NONE, snapshot(btc(99), eth(99)), UNMARKED);
    }

    private static void lose(KellyRiskManager manager, int times) {
        Decimal lost = Decimal.ZERO;
        for (int i = 0; i < times; i++) {
            ask(manager, FLAT, Action.GO_LONG);
            lost = lost.minus(Decimal.of(900));
            Position after = new Position(Decimal.ZERO, Decimal.ZERO, lost, Decimal.ZERO, 42_000);
            manager.assess(Decision.NONE, snapshot(btc(99), eth(99)), portfolio("100000", after, flat(2_000)));
        }
        Position all = new Position(Decimal.ZERO, Decimal.ZERO, lost, Decimal.ZERO, 42_000);
        assertThat(all.realizedPnl()).isEqualTo(Decimal.of(-900L * times));
    }

    private static RiskConfig.Builder risking(RiskConfig.Builder risk, double share) {
        return risk.maxPortfolioRisk(0.1).sizing(s -> s.coldStartRisk(share));
    }

    private static KellyRiskManager warm(UnaryOperator<RiskConfig.Builder> change) {
        return warm(new KellyRiskManager(Fixtures.context(change, BTC, ETH)));
    }

    private static KellyRiskManager warm(KellyRiskManager manager) {
        for (int i = 0; i < 14; i++) {
            manager.assess(Decision.NONE, snapshot(btc(i), eth(i)), FLAT);
        }
        return manager;
    }

    private static List<RiskVerdict> ask(KellyRiskManager manager, Portfolio portfolio, Action action) {
        return manager.assess(decision(proposal(0, action)), snapshot(btc(99), eth(99)), portfolio);
    }

    private static long holdMinutes(double confidence) {
        List<RiskVerdict> verdicts = warm(r -> r)
                .assess(decision(proposal(0, Action.GO_LONG, confidence)), snapshot(btc(99), eth(99)), FLAT);
        return Fixtures.intentOf(verdicts.get(0)).exitPlan().holdNanos() / Fixtures.MINUTE;
    }

    private static double units(RiskVerdict verdict) {
        return ((Sizing.Units) Fixtures.intentOf(verdict).sizing()).quantity();
    }

    private static List<ReasonCode> reasons(List<RiskVerdict> verdicts) {
        return verdicts.get(0).reasons();
    }

    private static Bar btc(int index) {
        return btc(index, 42_000, 42_120, 41_880, 42_000);
    }

    private static Bar btc(int index, double open, double high, double low, double close) {
        return bar(index, open, high, low, close);
    }

    private static Bar eth(int index) {
        return bar(index, 2_000, 2_010, 1_990, 2_000);
    }
}
