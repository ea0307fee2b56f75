package io.aqts.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aqts.LayerContext;
import io.aqts.RiskCandidate;
import io.aqts.RiskObserver;
import io.aqts.RiskRule;
import io.aqts.RiskTrigger;
import io.aqts.config.AqtsConfig;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.ReasonCode;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What every {@link RiskRule} promises, however it comes to its limit. */
public interface RiskRuleContract {

    /**
     * Makes the rule under test, without memory.
     *
     * @param context the run it is for
     * @return the rule
     */
    Subject create(LayerContext context);

    /**
     * Makes the same rule with a tighter limit, which must refuse or lower something on the markets it is tried on.
     *
     * @param context the run it is for
     * @return the rule; the same again if it has no limit
     */
    default Subject tighter(LayerContext context) {
        return create(context);
    }

    /**
     * A try to close a position while a rule is in force and has heard of a moment, as by a gate.
     *
     * @param context the run it is for
     * @param rule the rule
     * @return whether all of the position may be closed
     */
    boolean letsOut(LayerContext context, RiskRule rule);

    /** {@return settings that must be refused, at least one unless it has none} */
    List<BadSetting> badSettings();

    /** {@return the configuration of the runs, the defaults unless overridden} */
    default AqtsConfig config() {
        return AqtsConfig.defaults();
    }

    /** {@return whether it refuses sizes as such: of less that is wanted it may allow more} */
    default boolean refusesSizes() {
        return false;
    }

    /** {@return the reasons it may name; the constants of {@link ReasonCode}, unless it names its own} */
    default List<ReasonCode> documentedReasons() {
        return Arrays.stream(ReasonCode.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == ReasonCode.class)
                .map(field -> {
                    try {
                        return (ReasonCode) field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
    }

    /** {@return the markets it is tried on} */
    @Provide
    default Arbitrary<Market> markets() {
        return Markets.any(80);
    }

    /** After the same news it gives the same answers, bit for bit, however often and whatever else it is asked. */
    @Property(tries = 30)
    default void isDeterministicAndAskedFreely(@ForAll("markets") Market market) {
        assertThat(answers(market, 3)).as("answers of a rule asked thrice").isEqualTo(answers(market, 1));
    }

    /** Of less that is wanted it allows no more, and what it allowed it allows again. */
    @Property(tries = 30)
    default void allowsNoMoreOfLess(@ForAll("markets") Market market) {
        Subject subject = create(market.context(config()));
        trial(market).run(List.of(subject), (scene, candidate) -> {
            double allowed = allowed(subject, candidate);
            double ofHalf = allowed(subject, candidate.withQuantity(candidate.quantity() / 2));
            if (!refusesSizes()) {
                assertThat(ofHalf).as("allowed of half of %s", candidate).isLessThanOrEqualTo(allowed * (1 + 1e-9));
            }
            if (allowed > 0) {
                assertThat(allowed(subject, candidate.withQuantity(allowed)))
                        .as("allowed of the %s that are allowed of %s", allowed, candidate)
                        .isBetween(allowed * (1 - 1e-9), allowed);
            }
        });
    }

    /** With a tighter limit nothing more is allowed. */
    @Property(tries = 30)
    default void allowsNoMoreWithinATighterLimit(@ForAll("markets") Market market) {
        Subject loose = create(market.context(config()));
        Subject tight = tighter(market.context(config()));
        trial(market)
                .run(
                        List.of(loose, tight),
                        (scene, candidate) -> assertThat(allowed(tight, candidate))
                                .as("allowed by the tighter limit of %s", candidate)
                                .isLessThanOrEqualTo(allowed(loose, candidate) * (1 + 1e-9)));
    }

    /** Its tighter limit refuses or lowers something, so that the other promises are worth something. */
    @Example
    default void bites() {
        List<RiskCandidate> cut = new ArrayList<>();
        List<Market> tried = new ArrayList<>();
        for (MarketKind kind : List.of(MarketKind.CALM, MarketKind.TREND, MarketKind.GAPS, MarketKind.CRASH)) {
            tried.add(Market.bars(kind, 2L * tried.size(), 2, 80));
            tried.add(Market.quoted(MarketKind.CALM, tried.size(), 2, 80));
        }
        for (Market market : tried) {
            Subject tight = tighter(market.context(config()));
            trial(market).run(List.of(tight), (scene, candidate) -> {
                if (allowed(tight, candidate) < candidate.quantity()) {
                    cut.add(candidate);
                }
            });
        }
        assertThat(cut).as("what the tighter limit lowers or refuses").isNotEmpty();
    }

    /** Every reason it names is documented. */
    @Property(tries = 30)
    default void namesADocumentedReason(@ForAll("markets") Market market) {
        List<ReasonCode> documented = documentedReasons();
        Subject subject = tighter(market.context(config()));
        assertThat(documented).as("documented reasons").contains(subject.rule().reason());
        trial(market).run(List.of(subject), (scene, candidate) -> {
            assertThat(documented).contains(subject.rule().reasonFor(candidate));
            if (subject.rule() instanceof RiskTrigger trigger) {
                assertThat(documented).contains(trigger.exitReason());
            }
        });
    }

    /** It does not change what it is shown. */
    @Property(tries = 30)
    default void leavesWhatItSeesAsItIs(@ForAll("markets") Market market) {
        Subject subject = create(market.context(config()));
        trial(market).run(List.of(subject), (scene, candidate) -> {
            List<ApprovedOrder> approved = List.copyOf(scene.approved());
            allowed(subject, candidate);
            subject.rule().reasonFor(candidate);
            assertThat(scene.approved()).as("orders approved before").isEqualTo(approved);
        });
    }

    /** Whatever it forbids to open, a position may be closed. */
    @Property(tries = 10)
    default void letsEveryPositionBeClosed(@ForAll("markets") Market market) {
        LayerContext context = market.context(config());
        Subject subject = tighter(context);
        trial(market).run(List.of(subject), (scene, candidate) -> {});
        assertThat(letsOut(context, subject.rule()))
                .as("a position may be closed")
                .isTrue();
    }

    /** A bad setting is refused with its name, the rule and the value. */
    @Example
    default void namesTheSettingTheRuleAndTheValueOfWhatItRefuses() {
        for (BadSetting bad : badSettings()) {
            assertThatThrownBy(bad.attempt()::call)
                    .as(bad.path())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(bad.path())
                    .hasMessageContaining(" must ")
                    .hasMessageContaining(", but was ")
                    .hasMessageEndingWith(bad.value());
        }
    }

    private List<Object> answers(Market market, int times) {
        List<Object> answers = new ArrayList<>();
        Subject subject = create(market.context(config()));
        trial(market).run(List.of(subject), (scene, candidate) -> {
            for (int i = 1; i < times; i++) {
                allowed(subject, candidate.withQuantity(candidate.quantity() * i));
                subject.rule().reasonFor(candidate);
                if (subject.rule() instanceof RiskTrigger trigger) {
                    trigger.demandsExit(candidate.instrument());
                }
            }
            answers.add(subject.rule().allowedQuantity(candidate));
            answers.add(subject.rule().reasonFor(candidate));
            if (subject.rule() instanceof RiskTrigger trigger) {
                answers.add(trigger.demandedState());
                answers.add(trigger.demandsExit(candidate.instrument()));
            }
        });
        return answers;
    }

    private RuleTrial trial(Market market) {
        return new RuleTrial(RiskMoment.of(market, market.context(config())), market.seed());
    }

    /** What comes of a rule: nothing where it forbids, never more than is wanted. */
    private static double allowed(Subject subject, RiskCandidate candidate) {
        if (subject.rule() instanceof RiskTrigger trigger
                && !trigger.demandedState().allowsOpening()) {
            return 0;
        }
        double allowed = subject.rule().allowedQuantity(candidate);
        return allowed > 0 ? Math.min(allowed, candidate.quantity()) : 0;
    }

    /**
     * A rule and what is told before it.
     *
     * @param rule the rule
     * @param memories what it shares with others and learns from, in the order in which they are told
     */
    record Subject(RiskRule rule, List<RiskObserver> memories) {

        /**
         * A rule and its memories.
         *
         * @param rule the rule
         * @param memories what it learns from besides itself
         * @return both
         */
        public static Subject of(RiskRule rule, RiskObserver... memories) {
            return new Subject(rule, List.of(memories));
        }

        List<RiskObserver> observers() {
            List<RiskObserver> all = new ArrayList<>(memories);
            Optional.of(rule)
                    .filter(RiskObserver.class::isInstance)
                    .map(RiskObserver.class::cast)
                    .ifPresent(all::add);
            return all;
        }
    }

    /**
     * A setting that must be refused.
     *
     * @param path its full name
     * @param value the value, as the message is to tell it
     * @param attempt sets it
     */
    record BadSetting(String path, String value, Callable<?> attempt) {}
}
