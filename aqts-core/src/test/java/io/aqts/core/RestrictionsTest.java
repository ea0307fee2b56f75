package io.aqts.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aqts.Orchestrator;
import io.aqts.RiskCandidate;
import io.aqts.RiskObserver;
import io.aqts.RiskRule;
import io.aqts.RiskTrigger;
import io.aqts.RiskView;
import io.aqts.Step;
import io.aqts.config.AccountKind;
import io.aqts.config.Scenario;
import io.aqts.core.backtest.Backtest;
import io.aqts.core.backtest.BacktestReport;
import io.aqts.core.backtest.IterationReport;
import io.aqts.core.simulation.SimulatedMarket;
import io.aqts.market.Contract;
import io.aqts.market.Instrument;
import io.aqts.market.MarginSchedule;
import io.aqts.market.Universe;
import io.aqts.performance.Statistic;
import io.aqts.testkit.HostileFusion;
import io.aqts.testkit.HostileRiskManager;
import io.aqts.trade.Decimal;
import io.aqts.trade.KillSwitch;
import io.aqts.trade.OrderIntent;
import io.aqts.trade.ReasonCode;
import io.aqts.trade.Restriction;
import io.aqts.trade.Restriction.Moment;
import io.aqts.trade.RestrictionCause;
import io.aqts.trade.Restrictions;
import io.aqts.trade.RiskState;
import io.aqts.trade.RiskVerdict;
import io.aqts.trade.Side;
import io.aqts.trade.Sizing;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

/** When and why a run did not trade freely. */
class RestrictionsTest {

    private static final ReasonCode MINE = new ReasonCode("MINE");
    private static final ReasonCode OTHER = new ReasonCode("OTHER");

    @Test
    void aRunThatTradesFreelyHasNone() {
        Orchestrator engine = holding(1, 100, 100, 100).build();
        steps(engine, 3);

        assertThat(engine.restrictions()).isEqualTo(Restrictions.NONE);
    }

    @Test
    void namesAnOperatorAndTheStepsTheHaltLasted() {
        Orchestrator engine = holding(1, 100, 100, 100, 100, 100).build();
        steps(engine, 1);
        engine.halt();
        assertThat(engine.restrictions()).as("before it takes effect").isEqualTo(Restrictions.NONE);
        steps(engine, 2);
        Restriction open = new Restriction(new RestrictionCause.Operator(), at(1), List.of());
        assertThat(engine.restrictions()).isEqualTo(new Restrictions(List.of(open), 1, 2));
        engine.resume();
        steps(engine, 2);

        Restriction over = new Restriction(new RestrictionCause.Operator(), at(1), List.of(at(3)));
        assertThat(engine.restrictions()).isEqualTo(new Restrictions(List.of(over), 1, 2));
        engine.reset();
        assertThat(engine.restrictions()).isEqualTo(Restrictions.NONE);
    }

    @Test
    void namesTheLevelOfTheKillSwitch() {
        Orchestrator engine = holding(1, 100, 100, 100, 100).build();
        engine.kill(KillSwitch.REDUCE_ONLY);
        steps(engine, 1);
        engine.kill(KillSwitch.FLATTEN);
        engine.kill(KillSwitch.HALT);
        steps(engine, 2);

        assertThat(engine.restrictions().kept())
                .containsExactly(
                        new Restriction(
                                new RestrictionCause.Killed(KillSwitch.REDUCE_ONLY, ReasonCode.KILL_SWITCH),
                                at(0),
                                List.of(at(1))),
                        new Restriction(
                                new RestrictionCause.Killed(KillSwitch.FLATTEN, ReasonCode.KILL_SWITCH),
                                at(1),
                                List.of()));
    }

    @Test
    void tellsTheLossThatSlowedAndThatHaltedAndWhenTheCoolOffEndedIt() {
        Orchestrator engine = holding(3_000, 100, 100, 97, 96, 96, 96)
                .config(c ->
                        c.risk(r -> r.breaker(b -> b.reduceAt(0.07).haltAt(0.10).coolOff(Duration.ofMinutes(2)))))
                .build();
        Step last = steps(engine, 6);

        assertThat(last.portfolio().riskState()).isEqualTo(RiskState.NORMAL);
        Restrictions restrictions = engine.restrictions();
        assertThat(restrictions.kept()).extracting(Restriction::begin).containsExactly(at(2), at(3));
        assertThat(restrictions.kept()).extracting(Restriction::end).containsExactly(List.of(at(3)), List.of(at(5)));
        assertThat(restrictions.steps()).isEqualTo(3);
        RestrictionCause.Drawdown slowed =
                (RestrictionCause.Drawdown) restrictions.kept().get(0).cause();
        RestrictionCause.Drawdown halted =
                (RestrictionCause.Drawdown) restrictions.kept().get(1).cause();
        assertThat(slowed.state()).isEqualTo(RiskState.REDUCING);
        assertThat(slowed.loss()).isCloseTo(0.09, within(1e-9));
        assertThat(halted.state()).isEqualTo(RiskState.HALTED);
        assertThat(halted.loss()).isCloseTo(0.12, within(1e-9));
        assertThat(halted).hasToString("circuit breaker, drawdown of 12.00 %");
    }

    @Test
    void tellsAnOperatorApartFromADrawdownWhileBothHold() {
        Orchestrator engine = holding(3_000, 100, 100, 96, 96, 96).build();
        steps(engine, 3);
        engine.halt();
        Step last = steps(engine, 1);

        assertThat(last.portfolio().riskState()).isEqualTo(RiskState.HALTED);
        assertThat(engine.restrictions().kept())
                .extracting(one -> one.cause().code() + " " + one.begin().step() + " " + one.isOver())
                .containsExactly("DRAWDOWN 2 false", "OPERATOR 3 false");
    }

    @Test
    void namesEveryRuleThatRestrictsByItsReason() {
        Orchestrator engine = holding(1, 100, 100, 100, 100)
                .riskRule(context -> new Scripted(MINE, step -> state(step == 1 || step == 2, RiskState.REDUCING)))
                .riskRule(context -> new Scripted(OTHER, step -> state(step == 2, RiskState.HALTED)))
                .build();
        steps(engine, 4);

        assertThat(engine.restrictions())
                .isEqualTo(new Restrictions(
                        List.of(
                                new Restriction(
                                        new RestrictionCause.Rule(RiskState.REDUCING, MINE), at(1), List.of(at(3))),
                                new Restriction(
                                        new RestrictionCause.Rule(RiskState.HALTED, OTHER), at(2), List.of(at(3)))),
                        2,
                        2));
    }

    @Test
    void namesTheRuleThatThrewTheKillSwitchForAsLongAsItIsThrown() {
        Orchestrator engine = holding(1, 100, 100, 100, 100, 100)
                .riskRule(context -> new Scripted(MINE, step -> state(step == 1, RiskState.KILL_SWITCH)))
                .build();
        steps(engine, 3);
        engine.resume();
        steps(engine, 1);

        assertThat(engine.restrictions())
                .isEqualTo(new Restrictions(
                        List.of(new Restriction(
                                new RestrictionCause.Killed(KillSwitch.HALT, MINE), at(1), List.of(at(3)))),
                        1,
                        2));
    }

    @Test
    void namesAMarginCallAndAnEquityThatIsNone() {
        MarginSchedule tenth = MarginSchedule.of(Decimal.of("0.1"), Decimal.of("0.05"));
        Instrument perpetual = new Instrument("BTC-PERP", "BTC", "USD", Decimal.of(1, 2), Decimal.ONE, Decimal.ZERO)
                .with(Contract.linearPerpetual(Decimal.ONE, tenth));
        Orchestrator engine = Aqts.live(
                        context -> new Feed(
                                new Universe(List.of(perpetual), List.of()), Feed.bars(100, 100, 78.9, 70, 70)),
                        context -> new Desks.PlainVenue(2))
                .config(c -> c.risk(r -> r.account(
                                a -> a.kind(AccountKind.MARGIN).currency("USD").initialCash(Decimal.of(10_000)))
                        .maxLeverage(9)
                        .sizing(s -> s.maxPositionShare(9))
                        .breaker(b -> b.reduceAt(1).haltAt(1))))
                .detector(context -> snapshot -> List.of())
                .fusion(context -> (snapshot, signals) -> Desks.BUY)
                .risk(context -> (decision, snapshot, portfolio) -> Desks.buy(400))
                .build();
        steps(engine, 5);

        assertThat(engine.restrictions().kept())
                .extracting(one -> one.cause().code())
                .contains("MARGIN_CALL", "EQUITY");
    }

    @Test
    void keepsTheFirstAndThoseThatLastAndCountsThemAll() {
        double[] prices = new double[1_000];
        Arrays.fill(prices, 100);
        Orchestrator engine = holding(1, prices)
                .riskRule(context -> new Scripted(MINE, step -> state(step % 2 == 1, RiskState.REDUCING)))
                .build();
        steps(engine, 999);
        engine.halt();
        steps(engine, 1);

        Restrictions restrictions = engine.restrictions();
        assertThat(restrictions.count()).isEqualTo(501);
        assertThat(restrictions.steps()).isEqualTo(500);
        assertThat(restrictions.kept()).hasSize(RestrictionLog.KEPT + 2);
        assertThat(restrictions.kept().subList(0, RestrictionLog.KEPT)).allMatch(Restriction::isOver);
        assertThat(restrictions.kept().subList(RestrictionLog.KEPT, RestrictionLog.KEPT + 2))
                .extracting(one -> one.cause().code() + " " + one.begin().step() + " " + one.isOver())
                .containsExactlyInAnyOrder("RULE 999 false", "OPERATOR 999 false");
    }

    /** What is told of restrictions is the state of every step, neither more nor less. */
    @Test
    void explainsTheStateOfEveryStepOfHostileRuns() {
        long restricted = 0;
        for (int run = 0; run < 20; run++) {
            int number = run;
            Orchestrator engine = Aqts.backtest(SimulatedMarket::new)
                    .config(c -> c.seed(number)
                            .simulation(s -> s.scenario(Scenario.values()[number % Scenario.values().length]))
                            .risk(r -> r.maxLeverage(5)
                                    .breaker(b -> b.reduceAt(0.02).haltAt(0.04).coolOff(Duration.ofHours(9)))))
                    .detector(context -> snapshot -> List.of())
                    .fusion(HostileFusion::new)
                    .risk(HostileRiskManager::new)
                    .build();
            RiskState[] states = new RiskState[1_000];
            for (int i = 0; i < states.length; i++) {
                states[i] = steps(engine, 1).portfolio().riskState();
            }
            Restrictions restrictions = engine.restrictions();
            assertThat(explained(restrictions, states.length))
                    .as("states of run %s", run)
                    .containsExactly(states);
            restricted += restrictions.steps();
        }
        assertThat(restricted).isGreaterThan(1_000);
    }

    @Test
    void aReportTellsWhyItsEquityCurveIsFlat() {
        BacktestReport report = Backtest.of(holding(3_000, 100, 100, 80, 80, 80, 80, 80, 80, 80, 80)
                        .config(c -> c.backtest(b -> b.steps(0).iterations(1))))
                .run();

        IterationReport iteration = report.iterations().get(0);
        assertThat(iteration.restrictions().kept()).singleElement().satisfies(one -> {
            assertThat(one.cause()).isInstanceOf(RestrictionCause.Drawdown.class);
            assertThat(one.begin()).isEqualTo(at(2));
            assertThat(one.isOver()).isFalse();
        });
        assertThat(iteration.restricted()).isEqualTo(Statistic.of(0.8));
        assertThat(report.figure("restricted").mean()).isEqualTo(Statistic.of(0.8));
    }

    private static RiskState[] explained(Restrictions restrictions, int steps) {
        RiskState[] states = new RiskState[steps];
        Arrays.fill(states, RiskState.NORMAL);
        assertThat(restrictions.count()).isLessThanOrEqualTo(RestrictionLog.KEPT);
        for (Restriction one : restrictions.kept()) {
            long end = one.isOver() ? one.end().get(0).step() : steps;
            for (long i = one.begin().step(); i < end; i++) {
                states[(int) i] = states[(int) i].worse(one.cause().state());
            }
        }
        return states;
    }

    private static AqtsBuilder holding(double units, double... prices) {
        return Aqts.live(context -> Feed.of(prices), context -> new Desks.PlainVenue())
                .config(c -> c.risk(r -> r.sizing(s -> s.maxPositionShare(5))))
                .detector(context -> snapshot -> List.of())
                .fusion(context -> (snapshot, signals) -> Desks.BUY)
                .risk(context -> (decision, snapshot, portfolio) -> snapshot.epochNanos() == Feed.MINUTE
                        ? List.of(new RiskVerdict.Approved(
                                OrderIntent.open(0, Side.BUY, Sizing.units(units)), List.of(ReasonCode.SIGNAL)))
                        : List.of());
    }

    private static Step steps(Orchestrator engine, int count) {
        for (int i = 1; i < count; i++) {
            engine.next();
        }
        return engine.next().orElseThrow();
    }

    private static Moment at(long step) {
        return new Moment(step, (step + 1) * Feed.MINUTE);
    }

    private static RiskState state(boolean isRestricted, RiskState state) {
        return isRestricted ? state : RiskState.NORMAL;
    }

    /** A rule that demands what it is told to, step by step. */
    private static final class Scripted implements RiskRule, RiskTrigger, RiskObserver {

        private final ReasonCode reason;
        private final LongFunction<RiskState> script;
        private long step = -1;

        Scripted(ReasonCode reason, LongFunction<RiskState> script) {
            this.reason = reason;
            this.script = script;
        }

        @Override
        public void onStep(RiskView view) {
            step++;
        }

        @Override
        public RiskState demandedState() {
            return script.apply(step);
        }

        @Override
        public ReasonCode reason() {
            return reason;
        }

        @Override
        public double allowedQuantity(RiskCandidate candidate) {
            return candidate.quantity();
        }
    }
}
