package io.aqts.core.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.aqts.config.AqtsConfig;
import io.aqts.config.BarPath;
import io.aqts.config.EnvelopeConfig;
import io.aqts.config.ExecutionConfig;
import io.aqts.config.Scenario;
import io.aqts.core.Aqts;
import io.aqts.core.AqtsBuilder;
import io.aqts.core.Presets;
import io.aqts.core.execute.FillPolicy;
import io.aqts.core.execute.LatencyModel;
import io.aqts.core.execute.PaperVenue;
import io.aqts.performance.Statistic;
import io.aqts.trade.Decimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EnvelopeTest {

    private static final EnvelopeConfig ON =
            EnvelopeConfig.defaults().toBuilder().enabled(true).build();

    /** Buys at 100, where both exits lie within the next bar but one. */
    private static final Script BOTH = Script.of(
            Script.buy(1, 95, 105),
            new double[] {100, 100, 100, 100},
            new double[] {100, 101, 99, 100},
            new double[] {100, 106, 94, 102},
            new double[] {102, 103, 101, 102});

    @Test
    void readsAStopAndATargetInOneBarBothWays() {
        Envelope envelope = run(BOTH, e -> e);

        assertThat(envelope.reported()).isEqualTo(Decimal.of(-5));
        assertThat(envelope.pessimistic()).isEqualTo(Decimal.of(-5));
        assertThat(envelope.optimistic()).isEqualTo(Decimal.of(5));
        assertThat(envelope.fills()).isEqualTo(2);
        assertThat(envelope.ambiguousShare()).isEqualTo(Statistic.of(0.5));
        assertThat(envelope.readings())
                .extracting(Reading::name, Reading::profit)
                .containsExactly(
                        tuple("stop first, traded through", Decimal.of(-5)),
                        tuple("target first, traded through", Decimal.of(5)),
                        tuple("stop first, touched", Decimal.of(-5)),
                        tuple("target first, touched", Decimal.of(5)));
    }

    @Test
    void readsATouchBothWays() {
        Script touch = Script.of(
                Script.buy(1, 90, 105),
                new double[] {100, 100, 100, 100},
                new double[] {100, 101, 99, 100},
                new double[] {100, 105, 99, 101},
                new double[] {101, 101, 97, 97});

        Envelope envelope = run(touch, e -> e);

        assertThat(envelope.reported()).isEqualTo(Decimal.of(-3));
        assertThat(envelope.optimistic()).isEqualTo(Decimal.of(5));
    }

    @Test
    void aReadingLikeThatOfTheVenueGivesWhatWasReported() {
        for (Scenario scenario : Scenario.values()) {
            BacktestReport report = Backtest.of(trading(scenario).config(c -> c.backtest(b -> b.envelope(ON))))
                    .run();
            for (int i = 0; i < report.iterations().size(); i++) {
                Envelope envelope = report.envelopes().get(i);
                assertThat(report.iterations().get(i).summary().costs().fills()).isPositive();
                assertThat(envelope.readings().get(0).profit()).isEqualTo(envelope.reported());
                assertThat(envelope.delays().get(0).profit()).isEqualTo(envelope.reported());
                assertThat(envelope.fills())
                        .isEqualTo(report.iterations().get(i).summary().costs().fills());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void changesNothingInTheRun(Scenario scenario) {
        BacktestReport without = Backtest.of(trading(scenario)).run();
        BacktestReport with = Backtest.of(trading(scenario).config(c -> c.backtest(b -> b.envelope(ON))))
                .run();

        assertThat(with.iterations()).isEqualTo(without.iterations());
        assertThat(without.envelopes()).isEmpty();
        assertThat(with.envelopes()).hasSameSizeAs(with.iterations());
    }

    @Property(tries = 60)
    void theReportedResultLiesWithin(@ForAll("scripts") Script script, @ForAll boolean hopeful) {
        AqtsBuilder builder = script.builder(e -> e);
        if (hopeful) {
            builder.venue(context -> new PaperVenue(context, FillPolicy.optimistic(), LatencyModel.jittered(context)));
        }
        EnvelopeListener other =
                new EnvelopeListener(ON, List.of(hopeful ? FillPolicy.pessimistic() : FillPolicy.optimistic()));
        Envelope envelope = run(builder.listener(other));

        assertThat(other.envelope().reported())
                .isBetween(other.envelope().pessimistic(), other.envelope().optimistic());
        assertThat(envelope.reported()).isBetween(envelope.pessimistic(), envelope.optimistic());
    }

    @Test
    void whatWasReportedBelongsToTheEnvelopeThoughNoReadingGivesIt() {
        EnvelopeListener grim = new EnvelopeListener(ON, List.of(FillPolicy.pessimistic()));
        EnvelopeListener glad = new EnvelopeListener(ON, List.of(FillPolicy.optimistic()));
        Backtest.of(BOTH.builder(e -> e)
                        .venue(context ->
                                new PaperVenue(context, FillPolicy.optimistic(), LatencyModel.jittered(context)))
                        .listener(grim))
                .run();
        Backtest.of(BOTH.builder(e -> e).listener(glad)).run();

        assertThat(grim.envelope().pessimistic()).isEqualTo(Decimal.of(-5));
        assertThat(grim.envelope().optimistic()).isEqualTo(Decimal.of(5));
        assertThat(glad.envelope().pessimistic()).isEqualTo(Decimal.of(-5));
        assertThat(glad.envelope().optimistic()).isEqualTo(Decimal.of(5));
    }

    @Property(tries = 60)
    void moreReadingsNeverNarrow(@ForAll("scripts") Script script, @ForAll @IntRange(min = 0, max = 15) int some) {
        List<FillPolicy> all = List.of(
                FillPolicy.optimistic(),
                new FillPolicy(BarPath.WORST, false, true),
                FillPolicy.pessimistic(),
                new FillPolicy(BarPath.WORST, true, false));
        List<FillPolicy> few = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if ((some >> i & 1) == 1) {
                few.add(all.get(i));
            }
        }
        EnvelopeListener narrow = new EnvelopeListener(ON, few);
        EnvelopeListener wide = new EnvelopeListener(ON, all);
        Backtest.of(script.builder(e -> e).listener(narrow).listener(wide)).run();

        assertThat(wide.envelope().pessimistic())
                .isLessThanOrEqualTo(narrow.envelope().pessimistic());
        assertThat(wide.envelope().optimistic())
                .isGreaterThanOrEqualTo(narrow.envelope().optimistic());
    }

    @Property(tries = 100)
    void ofOneTradeTheTargetFirstIsNeverWorseThanTheStopFirst(@ForAll("scripts") Script script) {
        Envelope envelope = run(script.withOneTrade().builder(e -> e));

        assertThat(envelope.readings().get(1).profit())
                .isGreaterThanOrEqualTo(envelope.readings().get(0).profit());
    }

    @Property(tries = 60)
    void atTheBreakEvenSlippageNothingIsEarned(@ForAll("waves") Script script) {
        Envelope first = run(script, e -> e);
        double bps = first.breakEvenSlippageBps().orElse(-1);
        Assume.that(bps > 0 && bps < 4_000);
        Envelope again = run(script, e -> e.halfSpreadBps(bps));

        assertThat(again.reported().toDouble()).isEqualTo(0, within(1e-5));
        assertThat(again.breakEvenSlippageBps().orElse(99)).isEqualTo(0, within(1e-4));
    }

    @Property(tries = 60)
    void atTheBreakEvenFeeMultipleNothingIsEarned(@ForAll("waves") Script script) {
        Envelope first = run(script, e -> e.takerFeeBps(5).makerFeeBps(5));
        double multiple = first.breakEvenFeeMultiple().orElse(-1);
        Assume.that(multiple >= 0 && multiple < 200);
        Envelope again = run(script, e -> e.takerFeeBps(5 * multiple).makerFeeBps(5 * multiple));

        assertThat(again.reported().toDouble()).isEqualTo(0, within(1e-5));
    }

    @Test
    void aDelayOfSomeBarsFillsSoManyBarsLater() {
        Script rising = Script.of(
                Script.buy(1, 0, 0),
                new double[] {100, 100, 100, 100},
                new double[] {101, 101, 101, 101},
                new double[] {102, 102, 102, 102},
                new double[] {103, 103, 103, 103},
                new double[] {104, 104, 104, 104},
                new double[] {105, 105, 105, 105},
                new double[] {106, 106, 106, 106});

        Envelope envelope = run(
                rising.builder(e -> e.latencyMin(Duration.ofMillis(35)).latencyMax(Duration.ofMillis(125))),
                e -> e.delays(List.of(Duration.ofSeconds(61))));

        assertThat(envelope.delays())
                .extracting(LateResult::delay, LateResult::profit)
                .containsExactly(
                        tuple("none", Decimal.of(5)),
                        tuple("1 bar", Decimal.of(4)),
                        tuple("PT1M1S", Decimal.of(3)),
                        tuple("2 bars", Decimal.of(3)),
                        tuple("5 bars", Decimal.ZERO));
        assertThat(envelope.vanishesAfterSeconds()).isEqualTo(Statistic.of(300));
    }

    @Test
    void aDelayComesOnTopOfALatencyOfSeveralBars() {
        double[][] bars = new double[10][];
        for (int i = 0; i < bars.length; i++) {
            double price = 100 + i;
            bars[i] = new double[] {price, price, price, price};
        }
        Duration latency = Duration.ofSeconds(150);

        Envelope envelope = run(Script.of(Script.buy(1, 0, 0), bars)
                .builder(e -> e.latencyMax(latency).latencyMin(latency)));

        assertThat(envelope.delays())
                .extracting(LateResult::profit)
                .containsExactly(Decimal.of(5), Decimal.of(4), Decimal.of(3), Decimal.ZERO);
    }

    @Test
    void theDelayAtWhichAProfitVanishesLiesOnTheLineBetween() {
        List<LateResult> delays = List.of(
                new LateResult("none", 0, Decimal.of(10)),
                new LateResult("1 bar", 60_000_000_000L, Decimal.of(6)),
                new LateResult("2 bars", 120_000_000_000L, Decimal.of(-2)));

        assertThat(BreakEven.vanishingSeconds(delays)).isEqualTo(Statistic.of(105));
        assertThat(BreakEven.vanishingSeconds(delays.subList(0, 2)))
                .isEqualTo(Statistic.undefined("a profit was left after the longest delay"));
        assertThat(BreakEven.vanishingSeconds(delays.subList(2, 3)))
                .isEqualTo(Statistic.undefined("there was no profit without a delay"));
    }

    @Test
    void saysWhatIsUndefinedWithoutATrade() {
        Envelope envelope = run(Script.of(List.of(), new double[] {1, 1, 1, 1}), e -> e);

        assertThat(envelope.reported()).isEqualTo(Decimal.ZERO);
        assertThat(envelope.breakEvenSlippageBps()).isEqualTo(Statistic.undefined("nothing was traded"));
        assertThat(envelope.breakEvenFeeMultiple()).isEqualTo(Statistic.undefined("no fees were paid"));
        assertThat(envelope.ambiguousShare()).isEqualTo(Statistic.undefined("there was no fill"));
    }

    @Test
    void beginsAnewWithEveryRun() {
        EnvelopeListener envelope = new EnvelopeListener(ON);
        Backtest.of(BOTH.builder(e -> e).listener(envelope)).run();
        Envelope once = envelope.envelope();
        Backtest.of(BOTH.builder(e -> e).listener(envelope)).run();

        assertThat(envelope.envelope()).isEqualTo(once);
    }

    @Test
    void anOrderThatIsLateIsCalledBackBeforeItArrives() {
        double[][] bars = new double[10][];
        for (int i = 0; i < bars.length; i++) {
            double price = i < 3 ? 100 : 60 - i;
            bars[i] = new double[] {price, price, price, price};
        }

        Envelope envelope = run(Script.of(Script.buy(10, 0, 0), bars)
                .builder(e -> e)
                .config(c -> c.risk(r -> r.breaker(b -> b.reduceAt(0.0005).haltAt(0.001)))));

        assertThat(envelope.reported().isNegative()).isTrue();
        assertThat(envelope.delays().get(3).delay()).isEqualTo("5 bars");
        assertThat(envelope.delays().get(3).profit()).isEqualTo(Decimal.ZERO);
    }

    @Property(tries = 20)
    void shadowsAreCalledBackWhenTheRunIs(@ForAll @LongRange(min = 1, max = 1_000) long seed) {
        AqtsBuilder nervous = trading(Scenario.CRASH)
                .config(c ->
                        c.seed(seed).risk(r -> r.breaker(b -> b.reduceAt(0.001).haltAt(0.003))));
        BacktestReport report = Backtest.of(
                        nervous.config(c -> c.backtest(b -> b.iterations(1).envelope(ON))))
                .run();

        assertThat(report.envelopes().get(0).readings().get(0).profit())
                .isEqualTo(report.envelopes().get(0).reported());
    }

    @Provide
    Arbitrary<Script> scripts() {
        return Script.any();
    }

    @Provide
    Arbitrary<Script> waves() {
        return Arbitraries.integers().between(1, 400).map(Script::wave);
    }

    private static Envelope run(Script script, UnaryOperator<ExecutionConfig.Builder> change) {
        return run(script.builder(change));
    }

    private static Envelope run(AqtsBuilder builder) {
        return run(builder, e -> e);
    }

    private static Envelope run(AqtsBuilder builder, UnaryOperator<EnvelopeConfig.Builder> change) {
        EnvelopeConfig config = change.apply(ON.toBuilder()).build();
        return Backtest.of(builder.config(c -> c.backtest(b -> b.envelope(config))))
                .run()
                .envelopes()
                .get(0);
    }

    /** A run that trades a lot. */
    private static AqtsBuilder trading(Scenario scenario) {
        AqtsConfig settings = AqtsConfig.defaults();
        return Aqts.simulation()
                .preset(Presets.smaCross())
                .config(c -> c.simulation(s -> s.scenario(scenario))
                        .detection(d -> d.smaCross(s -> s.fast(3).slow(8)))
                        .execution(e ->
                                e.partialFillProbability(settings.execution().partialFillProbability()))
                        .backtest(b -> b.steps(400).iterations(2)));
    }
}
