package io.aqts.core.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.aqts.LayerContext;
import io.aqts.config.AqtsConfig;
import io.aqts.config.DelayConfig;
import io.aqts.config.LatencyConfig;
import io.aqts.core.execute.LatencyModel.Leg;
import io.aqts.core.execute.LatencyRecord.Between;
import io.aqts.market.Instrument;
import io.aqts.market.Universe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LatencyModelTest {

    private static final Instrument OTHER = Instrument.of("OTHER/USD");
    private static final DelayConfig RANGE = new DelayConfig(Duration.ofMillis(35), Duration.ofMillis(125));
    private static final List<LatencyRecord> MEASURED =
            List.of(new LatencyRecord(1_000, 50), new LatencyRecord(2_000, 150), new LatencyRecord(5_000, 0));

    @Test
    void e1_everyLegHasATimeOfItsOwn() {
        LatencyModel model = LatencyModel.jittered(context(
                42,
                new LatencyConfig(always(1), always(2), always(3), always(4), always(5)),
                Universe.of(Trading.COIN)));

        assertThat(Arrays.stream(Leg.values()).map(leg -> model.nanos(leg, 0, 77)))
                .containsExactly(1_000_000L, 2_000_000L, 3_000_000L, 4_000_000L, 5_000_000L);
        assertThat(model.arrivalNanos(Leg.ACK, 0, 10)).isEqualTo(3_000_010);
        assertThat(model.answerNanos(Leg.CANCEL, 0, 10)).isEqualTo(5_000_010);
    }

    @Test
    void e1_legsDrawByThemselvesThoughTheirRangesAreAlike() {
        LatencyModel model = LatencyModel.jittered(
                context(42, new LatencyConfig(RANGE, RANGE, RANGE, RANGE, RANGE), Universe.of(Trading.COIN)));

        assertThat(Arrays.stream(Leg.values()).map(leg -> model.nanos(leg, 0, 77)))
                .doesNotHaveDuplicates();
    }

    @Test
    void e1_whatArrivesTogetherComesInTheOrderItWasSent() {
        Courier<String> courier = new Courier<>();
        courier.send("late", 30);
        courier.send("one", 20);
        courier.send("two", 20);
        courier.send("early", 10);
        courier.send("three", 20);

        assertThat(courier.nextNanos()).isEqualTo(10);
        assertThat(courier.arrived(9)).isEmpty();
        assertThat(courier.arrived(20)).containsExactly("early", "one", "two", "three");
        assertThat(courier.isEmpty()).isFalse();
        assertThat(courier.arrived(Long.MAX_VALUE)).containsExactly("late");
        assertThat(courier.isEmpty()).isTrue();
        assertThat(courier.nextNanos()).isEqualTo(Long.MAX_VALUE);
    }

    @Property
    void e1_nothingIsLostAndNothingComesEarly(
            @ForAll @Size(min = 1, max = 40) List<@LongRange(min = 0, max = 12) Long> arrivals) {
        Courier<Integer> courier = new Courier<>();
        for (int i = 0; i < arrivals.size(); i++) {
            courier.send(i, arrivals.get(i));
        }
        List<Integer> all = new ArrayList<>();
        for (long now = 0; now <= 12; now++) {
            long moment = now;
            List<Integer> arrived = courier.arrived(now);
            assertThat(arrived).allMatch(i -> arrivals.get(i) == moment).isSorted();
            all.addAll(arrived);
        }

        assertThat(all).hasSameSizeAs(arrivals).doesNotHaveDuplicates();
    }

    @Test
    void e6_drawsAreTheSameInEveryRun() {
        assertThat(draws(seeded(42), 0, 3)).containsExactly(83_715_335L, 110_859_832L, 110_800_361L);
    }

    @Test
    void e6_anotherSeedDrawsOtherwise() {
        assertThat(draws(seeded(43), 0, 5)).isNotEqualTo(draws(seeded(42), 0, 5));
    }

    @Property
    void e6_aDrawHangsOnNoOtherMessage(
            @ForAll @Size(max = 20) List<@LongRange(min = 0, max = 1_000) Long> unrelated,
            @ForAll @LongRange(min = 0, max = 1_000) long moment) {
        LatencyModel quiet = seeded(42);
        LatencyModel busy = seeded(42);
        unrelated.forEach(at -> {
            busy.nanos(Leg.SUBMIT, 0, at);
            busy.nanos(Leg.SUBMIT, 1, at);
            busy.nanos(Leg.CANCEL, 0, at);
        });

        assertThat(busy.nanos(Leg.SUBMIT, 0, moment)).isEqualTo(quiet.nanos(Leg.SUBMIT, 0, moment));
    }

    @Test
    void e6_anInstrumentDrawsTheSameBesideOthersAndInAnyPlace() {
        LatencyModel alone = seeded(42);
        LatencyModel second =
                LatencyModel.jittered(context(42, LatencyConfig.defaults(), Universe.of(OTHER, Trading.COIN)));

        assertThat(draws(second, 1, 50)).isEqualTo(draws(alone, 0, 50));
        assertThat(draws(second, 0, 50)).isNotEqualTo(draws(alone, 0, 50));
    }

    @Test
    void e6_drawsSpreadEvenlyOverTheConfiguredRange() {
        long[] drawn = draws(seeded(42), 0, 20_000);
        double mean = LongStream.of(drawn).average().orElseThrow();

        assertThat(LongStream.of(drawn).min().orElseThrow()).isBetween(35_000_000L, 35_100_000L);
        assertThat(LongStream.of(drawn).max().orElseThrow()).isBetween(124_900_000L, 125_000_000L);
        assertThat(mean).isBetween(79_000_000.0, 81_000_000.0);
    }

    @Test
    void e6_aRangeOfTwoNanosecondsReachesBothAndNoThird() {
        DelayConfig two = new DelayConfig(Duration.ofNanos(7), Duration.ofNanos(8));
        LatencyModel model = LatencyModel.jittered(
                context(1, new LatencyConfig(two, two, two, two, two), Universe.of(Trading.COIN)));

        assertThat(draws(model, 0, 500)).containsOnly(7, 8).contains(7).contains(8);
    }

    @Test
    void replaysWhatWasMeasuredStepByStep() {
        LatencyModel model = LatencyModel.replayed(MEASURED, Between.STEP);

        assertThat(LongStream.of(0, 999, 1_000, 1_999, 2_000, 4_999, 5_000, 9_000)
                        .map(at -> model.nanos(Leg.SUBMIT, 0, at)))
                .containsExactly(50L, 50L, 50L, 50L, 150L, 150L, 0L, 0L);
    }

    @Test
    void replaysWhatWasMeasuredOnAStraightLine() {
        LatencyModel model = LatencyModel.replayed(MEASURED, Between.LINEAR);

        assertThat(LongStream.of(0, 1_000, 1_500, 1_999, 2_000, 3_500, 4_999, 5_000, 9_000)
                        .map(at -> model.nanos(Leg.ACK, 0, at)))
                .containsExactly(50L, 50L, 100L, 149L, 150L, 75L, 0L, 0L, 0L);
    }

    @Test
    void refusesRecordsThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LatencyModel.replayed(List.of(), Between.STEP))
                .withMessage("latency.records must hold at least one, but was []");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        LatencyModel.replayed(List.of(new LatencyRecord(5, 0), new LatencyRecord(5, 1)), Between.STEP))
                .withMessage("latency.records[1].epochNanos must be later than the one before, but was 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LatencyRecord(5, -1))
                .withMessage("latency.delayNanos must be at least 0, but was -1");
        assertThatIllegalArgumentException().isThrownBy(() -> LatencyModel.constant(Duration.ofNanos(-1)));
    }

    @Test
    void mixesModelsLegByLeg() {
        LatencyModel model = LatencyModel.constant(Duration.ofNanos(4))
                .with(Leg.CANCEL, LatencyModel.replayed(MEASURED, Between.STEP))
                .plus(Leg.SUBMIT, Duration.ofNanos(3));

        assertThat(model.nanos(Leg.SUBMIT, 0, 0)).isEqualTo(7);
        assertThat(model.nanos(Leg.CANCEL, 0, 0)).isEqualTo(50);
        assertThat(model.nanos(Leg.AMEND, 0, 0)).isEqualTo(4);
        assertThat(model.plus(Leg.AMEND, Duration.ofNanos(Long.MAX_VALUE)).arrivalNanos(Leg.AMEND, 0, 9))
                .isEqualTo(Long.MAX_VALUE);
    }

    private static DelayConfig always(long millis) {
        return DelayConfig.always(Duration.ofMillis(millis));
    }

    private static LatencyModel seeded(long seed) {
        return LatencyModel.jittered(context(seed, LatencyConfig.defaults(), Universe.of(Trading.COIN, OTHER)));
    }

    private static LayerContext context(long seed, LatencyConfig latency, Universe universe) {
        AqtsConfig config = AqtsConfig.defaults().with(c -> c.seed(seed).execution(e -> e.latency(latency)));
        return new LayerContext(config, universe, "venue");
    }

    private static long[] draws(LatencyModel model, int instrument, int count) {
        return LongStream.range(0, count)
                .map(i -> model.nanos(Leg.SUBMIT, instrument, i * Trading.MINUTE))
                .toArray();
    }
}
