package io.aqts.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aqts.Orchestrator;
import io.aqts.Step;
import io.aqts.StepException;
import io.aqts.config.AqtsConfig;
import io.aqts.config.Overrides;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.Fill;
import io.aqts.trade.Portfolio;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What every {@link Orchestrator} promises, whatever its layers.
 *
 * <p>Run it on layers that trade: what never trades conserves its money easily.
 */
public interface OrchestratorContract {

    /**
     * Makes the orchestrator under test, before its first step, on a source that ends.
     *
     * @param config the configuration of the run
     * @return the orchestrator; the contract closes it
     */
    Orchestrator create(AqtsConfig config);

    /**
     * Makes one of which a layer fails at some step after the first, and again whenever it gets there.
     *
     * @param config the configuration of the run
     * @return the orchestrator, or empty if that is not to be tried
     */
    default Optional<Orchestrator> createFailing(AqtsConfig config) {
        return Optional.empty();
    }

    /** {@return the most steps to walk; the end is tried only on a source that has fewer} */
    default int longestRun() {
        return 120;
    }

    /**
     * {@return whether it may get through all runs of the contract without a trade; what does not trade proves nothing}
     */
    default boolean mayNeverTrade() {
        return false;
    }

    /** {@return the configurations it is tried with} */
    @Provide
    default Arbitrary<AqtsConfig> configs() {
        return Configs.any();
    }

    /** A run after a reset equals the first one, from the first step or from the middle of it. */
    @Property(tries = 4)
    default void startsAfreshOnReset(@ForAll("configs") AqtsConfig config) {
        try (Orchestrator orchestrator = create(config)) {
            Portfolio start = orchestrator.portfolio();
            List<Step> first = walk(orchestrator, longestRun());
            for (int length : new int[] {longestRun() / 3, longestRun()}) {
                orchestrator.reset();
                assertThat(orchestrator.portfolio())
                        .as("portfolio after a reset")
                        .isEqualTo(start);
                requireSame(first, walk(orchestrator, length), "after a reset");
            }
            orchestrator.reset(Overrides.none());
            requireSame(first, walk(orchestrator, longestRun() / 3), "after a reset without changes");
        }
    }

    /** Two orchestrators that step by turns do what each does alone. */
    @Property(tries = 4)
    default void sharesNothingWithOthers(@ForAll("configs") AqtsConfig config, @ForAll("configs") AqtsConfig foreign) {
        List<Step> alone = walk(config);
        List<Step> foreignAlone = walk(foreign);
        List<Step> together = new ArrayList<>();
        List<Step> foreignTogether = new ArrayList<>();
        try (Orchestrator orchestrator = create(config);
                Orchestrator neighbor = create(foreign)) {
            for (int i = 0; i < longestRun(); i++) {
                orchestrator.next().ifPresent(together::add);
                neighbor.next().ifPresent(foreignTogether::add);
            }
        }
        requireSame(alone, together, "beside another orchestrator");
        requireSame(foreignAlone, foreignTogether, "beside another orchestrator");
        assertThat(together).as("steps beside another orchestrator").hasSameSizeAs(alone);
    }

    /** After the first empty answer every further one is empty, and the portfolio stays. */
    @Property(tries = 4)
    default void endsAgainAndAgain(@ForAll("configs") AqtsConfig config) {
        try (Orchestrator orchestrator = create(config)) {
            if (walk(orchestrator, longestRun()).size() < longestRun()) {
                Portfolio last = orchestrator.portfolio();
                for (int i = 0; i < 5; i++) {
                    assertThat(orchestrator.next())
                            .as("answer %s after the end", i)
                            .isEmpty();
                }
                assertThat(orchestrator.portfolio())
                        .as("portfolio after the end")
                        .isEqualTo(last);
            }
        }
    }

    /** Steps are counted from 0, and their times never go back. */
    @Property(tries = 4)
    default void countsStepsAndKeepsTheirOrder(@ForAll("configs") AqtsConfig config) {
        List<Step> steps = walk(config);
        long last = Long.MIN_VALUE;
        for (int i = 0; i < steps.size(); i++) {
            assertThat(steps.get(i).index()).as("index of step %s", i).isEqualTo(i);
            assertThat(steps.get(i).snapshot().epochNanos())
                    .as("moment of step %s", i)
                    .isGreaterThanOrEqualTo(last);
            last = steps.get(i).snapshot().epochNanos();
        }
    }

    /** The portfolio of the last step is the portfolio; configuration, universe and layers are named throughout. */
    @Property(tries = 4)
    default void tellsWhereItStands(@ForAll("configs") AqtsConfig config) {
        try (Orchestrator orchestrator = create(config)) {
            List<String> layers = orchestrator.layers();
            assertThat(orchestrator.config()).as("config").isEqualTo(config);
            assertThat(orchestrator.assumptions()).as("assumptions").noneMatch(String::isBlank);
            assertThat(layers).as("layers").hasSizeGreaterThanOrEqualTo(4).noneMatch(String::isBlank);
            for (int i = 0; i < longestRun(); i++) {
                Optional<Step> step = orchestrator.next();
                if (step.isEmpty()) {
                    break;
                }
                assertThat(orchestrator.portfolio())
                        .as("portfolio after step %s", i)
                        .isEqualTo(step.get().portfolio());
                assertThat(step.get().snapshot().instruments())
                        .as("instruments in step %s", i)
                        .hasSize(orchestrator.universe().size());
            }
            assertThat(orchestrator.layers()).as("layers after the run").isEqualTo(layers);
        }
    }

    /** No money is lost or made: at every step, to the last digit, a second bookkeeper comes to the same figures. */
    @Property(tries = 8)
    default void conservesMoneyExactly(@ForAll("configs") AqtsConfig config) {
        try (Orchestrator orchestrator = create(config)) {
            LedgerAudit audit = new LedgerAudit(
                    config.risk().initialCash(), orchestrator.universe().size());
            audit.check(orchestrator.portfolio());
            walk(orchestrator, longestRun()).forEach(audit::onStep);
        }
    }

    /** Every fill belongs to an order that was approved in an earlier step, and every order is given out once. */
    @Property(tries = 4)
    default void fillsOnlyWhatWasApprovedBefore(@ForAll("configs") AqtsConfig config) {
        Set<Long> approved = new TreeSet<>();
        for (Step step : walk(config)) {
            for (Fill fill : step.fills()) {
                assertThat(approved)
                        .as("orders approved before step %s, for %s", step.index(), fill)
                        .contains(fill.orderId());
            }
            for (ApprovedOrder order : step.orders()) {
                assertThat(order.revision() == 0 ? approved.add(order.id()) : approved.contains(order.id()))
                        .as("whether %s has a number of its own", order)
                        .isTrue();
                assertThat(order.epochNanos())
                        .as("moment of %s", order)
                        .isEqualTo(step.snapshot().epochNanos());
            }
        }
    }

    /** No event is stamped later than its step, and those of earlier orders come before those of new ones. */
    @Property(tries = 4)
    default void reportsThePastInItsOrder(@ForAll("configs") AqtsConfig config) {
        for (Step step : walk(config)) {
            Set<Long> fresh = new TreeSet<>();
            step.orders().stream().filter(order -> order.revision() == 0).forEach(order -> fresh.add(order.id()));
            boolean isFreshDue = false;
            for (ExecutionEvent event : step.events()) {
                boolean isFresh = fresh.contains(event.orderId());
                assertThat(event.epochNanos())
                        .as("moment of %s in step %s", event, step.index())
                        .isLessThanOrEqualTo(step.snapshot().epochNanos());
                assertThat(isFresh || !isFreshDue)
                        .as("whether %s comes before the events of new orders in step %s", event, step.index())
                        .isTrue();
                isFreshDue = isFresh;
            }
        }
    }

    /** Whatever is approved keeps within {@code maxLeverage}, {@code maxPositionShare} and {@code shortAllowed}. */
    @Property(tries = 4)
    default void approvesNothingBeyondTheLimits(@ForAll("configs") AqtsConfig config) {
        for (Step step : walk(config)) {
            RiskAudit.requireLimits(step, config.risk());
        }
    }

    /** While the circuit breaker is not in its normal state, every approved order only reduces. */
    @Property(tries = 4)
    default void takesNoNewRiskUnlessTheStateIsNormal(@ForAll("configs") AqtsConfig config) {
        AqtsConfig nervous =
                config.with(c -> c.risk(r -> r.breaker(b -> b.reduceAt(1e-4).haltAt(2e-3))));
        for (Step step : walk(nervous)) {
            if (!step.portfolio().riskState().allowsOpening()) {
                RiskAudit.requireReductions(step);
            }
        }
    }

    /** From the step after an operator's halt on only reductions are approved, until trading may resume. */
    @Property(tries = 4)
    default void obeysTheOperator(@ForAll("configs") AqtsConfig config) {
        int third = walk(config).size() / 3;
        try (Orchestrator orchestrator = create(config)) {
            walk(orchestrator, third);
            orchestrator.halt();
            walk(orchestrator, third).forEach(RiskAudit::requireHalted);
            orchestrator.resume();
            walk(orchestrator, 1).forEach(RiskAudit::requireResumed);
        }
    }

    /** Steps and portfolios that were given out stay as they were. */
    @Property(tries = 4)
    default void keepsWhatItReported(@ForAll("configs") AqtsConfig config) {
        try (Orchestrator orchestrator = create(config)) {
            List<Portfolio> portfolios = new ArrayList<>();
            List<String> texts = new ArrayList<>();
            Optional<Step> step = Optional.empty();
            do {
                step.ifPresent(done -> portfolios.add(done.portfolio()));
                portfolios.add(orchestrator.portfolio());
                while (texts.size() < portfolios.size()) {
                    texts.add(portfolios.get(texts.size()).toString());
                }
                step = orchestrator.next();
            } while (step.isPresent() && portfolios.size() < 2 * longestRun());
            for (int i = 0; i < portfolios.size(); i++) {
                assertThat(portfolios.get(i)).as("portfolio given out earlier").hasToString(texts.get(i));
            }
        }
    }

    /** A reset with an unknown or impossible setting fails and leaves everything as it was. */
    @Property(tries = 4)
    default void staysAsItWasWhenAResetIsRefused(@ForAll("configs") AqtsConfig config) {
        List<Step> undisturbed = walk(config);
        int middle = undisturbed.size() / 2;
        try (Orchestrator orchestrator = create(config)) {
            List<Step> steps = walk(orchestrator, middle);
            Portfolio before = orchestrator.portfolio();
            for (Overrides wrong : List.of(
                    Overrides.none().with("risk.maxLevrage", 2),
                    Overrides.none().with("risk.maxLeverage", -1),
                    Overrides.none().with("nothing", 1))) {
                assertThatThrownBy(() -> orchestrator.reset(wrong))
                        .as("reset with %s", wrong)
                        .isInstanceOf(IllegalArgumentException.class);
                assertThat(orchestrator.config())
                        .as("config after a refused reset")
                        .isEqualTo(config);
                assertThat(orchestrator.portfolio())
                        .as("portfolio after a refused reset")
                        .isEqualTo(before);
            }
            steps.addAll(walk(orchestrator, undisturbed.size() - middle));
            requireSame(undisturbed, steps, "after a refused reset");
            assertThat(steps).as("steps with a refused reset among them").hasSameSizeAs(undisturbed);
        }
    }

    /** A reset with changes runs as an orchestrator with the changed configuration does. */
    @Property(tries = 4)
    default void followsTheChangesOfAReset(@ForAll("configs") AqtsConfig config) {
        long seed = config.seed() == 7 ? 8 : 7;
        List<Step> expected = walk(config.with(c -> c.seed(seed)));
        try (Orchestrator orchestrator = create(config)) {
            walk(orchestrator, 3);
            orchestrator.reset(Overrides.none().with("seed", seed));
            assertThat(orchestrator.config().seed())
                    .as("seed after a reset with another")
                    .isEqualTo(seed);
            requireSame(expected, walk(orchestrator, longestRun()), "after a reset with changes");
        }
    }

    /** A closed orchestrator refuses to go on, and closing it twice does nothing. */
    @Example
    default void refusesToGoOnWhenClosed() {
        Orchestrator orchestrator = create(AqtsConfig.defaults());
        orchestrator.next();
        orchestrator.close();
        orchestrator.close();
        assertThatThrownBy(orchestrator::next).as("next after close").isInstanceOf(IllegalStateException.class);
    }

    /** When a layer fails, the portfolio stays that of the step before, and only a reset helps. */
    @Example
    default void standsStillWhenALayerFails() {
        createFailing(AqtsConfig.defaults()).ifPresent(orchestrator -> {
            try (orchestrator) {
                List<Step> steps = walkUntilFailure(orchestrator);
                Portfolio last = steps.get(steps.size() - 1).portfolio();
                assertThat(orchestrator.portfolio())
                        .as("portfolio after a failed step")
                        .isEqualTo(last);
                assertThatThrownBy(orchestrator::next)
                        .as("next after a failed step")
                        .isInstanceOf(IllegalStateException.class);
                orchestrator.reset();
                assertThat(walkUntilFailure(orchestrator))
                        .as("steps after a reset")
                        .isEqualTo(steps);
            }
        });
    }

    /** With the default settings something is traded, so that the other promises are not kept by doing nothing. */
    @Example
    default void tradesSomething() {
        long fills = 0;
        for (long seed = 1; seed <= 5 && fills == 0 && !mayNeverTrade(); seed++) {
            long number = seed;
            for (Step step : walk(AqtsConfig.defaults().with(c -> c.seed(number)))) {
                fills += step.fills().size();
            }
        }
        assertThat(fills > 0 || mayNeverTrade())
                .as("whether anything was traded")
                .isTrue();
    }

    private List<Step> walk(AqtsConfig config) {
        try (Orchestrator orchestrator = create(config)) {
            return walk(orchestrator, longestRun());
        }
    }

    private static List<Step> walk(Orchestrator orchestrator, int most) {
        List<Step> steps = new ArrayList<>();
        while (steps.size() < most) {
            Optional<Step> step = orchestrator.next();
            if (step.isEmpty()) {
                break;
            }
            steps.add(step.get());
        }
        return steps;
    }

    private List<Step> walkUntilFailure(Orchestrator orchestrator) {
        List<Step> steps = new ArrayList<>();
        assertThatThrownBy(() -> {
                    while (steps.size() < longestRun()) {
                        steps.add(orchestrator.next().orElseThrow());
                    }
                })
                .as("the failure that createFailing is for, after a first step")
                .isInstanceOfSatisfying(
                        StepException.class,
                        failure -> assertThat(failure.stepIndex())
                                .as("step of %s", failure)
                                .isEqualTo(steps.size()));
        assertThat(steps).as("steps before the failure").isNotEmpty();
        return steps;
    }

    private static void requireSame(List<Step> expected, List<Step> actual, String when) {
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            assertThat(actual.get(i)).as("step %s %s", i, when).isEqualTo(expected.get(i));
        }
    }
}
