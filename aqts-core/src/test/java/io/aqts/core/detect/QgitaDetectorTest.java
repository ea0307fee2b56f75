package io.aqts.core.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.aqts.LayerContext;
import io.aqts.config.AqtsConfig;
import io.aqts.config.QgitaConfig;
import io.aqts.config.QgitaMode;
import io.aqts.market.Bar;
import io.aqts.market.Instrument;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Universe;
import io.aqts.signal.Direction;
import io.aqts.signal.Signal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QgitaDetectorTest {

    private static List<Bar> changed(List<Bar> bars, UnaryOperator<Bar> change) {
        return bars.stream().map(change).toList();
    }

    private static Bar scaled(Bar bar, double price, long time) {
        return new Bar(
                bar.epochNanos() * time,
                bar.intervalNanos() * time,
                bar.open() * price,
                bar.high() * price,
                bar.low() * price,
                bar.close() * price,
                bar.volume());
    }

    private static List<Bar> followedBy(List<Bar> past, List<Bar> future) {
        List<Bar> all = new ArrayList<>(past);
        long end = past.get(past.size() - 1).epochNanos();
        for (Bar bar : future) {
            end += Walks.MINUTE;
            all.add(new Bar(end, Walks.MINUTE, bar.open(), bar.high(), bar.low(), bar.close(), bar.volume()));
        }
        return all;
    }

    @ParameterizedTest
    @EnumSource(QgitaMode.class)
    void agreesWithTheDefinitionComputedOverWholeArrays(QgitaMode mode) {
        for (long seed = 1; seed <= 4; seed++) {
            double ratio = seed == 4 ? 0.45 : 0.618033988749895;
            QgitaConfig config = Walks.talkative(mode).toBuilder().ratio(ratio).build();
            List<Bar> bars = Walks.restless(seed, 3_000);

            List<LighthouseEvent> events = Walks.events(config, bars);
            List<BatchQgita.Found> expected = new BatchQgita(config, bars).events();

            assertThat(events).hasSizeGreaterThan(20);
            assertThat(events)
                    .extracting(LighthouseEvent::bar)
                    .isEqualTo(
                            expected.stream().map(found -> (long) found.bar()).toList());
            for (int i = 0; i < events.size(); i++) {
                assertSame(events.get(i), expected.get(i));
            }
        }
    }

    private static void assertSame(LighthouseEvent event, BatchQgita.Found expected) {
        assertThat(event.direction()).as("bar %s", event.bar()).isEqualTo(expected.direction());
        MetricRanks ranks = event.ranks();
        assertThat(new double[] {
                    ranks.linear(), ranks.nonlinear(), ranks.similarity(), ranks.geometry(), ranks.novelty()
                })
                .as("bar %s", event.bar())
                .containsExactly(expected.ranks(), within(1e-12));
        assertThat(event.intensity()).isCloseTo(expected.intensity(), within(1e-9));
        assertThat(event.threshold()).isCloseTo(expected.threshold(), within(1e-9));
        assertThat(event.turn().ratio()).isCloseTo(expected.turn()[0], within(1e-9));
        assertThat(event.turn().bend()).isCloseTo(expected.turn()[1], within(1e-6));
        assertThat(event.turn().leastBend()).isCloseTo(expected.turn()[2], within(1e-6));
    }

    @ParameterizedTest
    @EnumSource(QgitaMode.class)
    void saysTheSameOnEveryPrefix(QgitaMode mode) {
        QgitaConfig config = Walks.talkative(mode);
        List<Bar> bars = Walks.restless(9, 1_500);
        List<Signal> whole = Walks.signals(config, bars);
        assertThat(whole).hasSizeGreaterThan(10);

        for (int end = 1; end <= bars.size(); end += end < 300 ? 50 : 7) {
            long now = bars.get(end - 1).epochNanos();
            assertThat(Walks.signals(config, bars.subList(0, end)))
                    .isEqualTo(
                            whole.stream().filter(s -> s.knownAtNanos() <= now).toList());
        }
    }

    @ParameterizedTest
    @EnumSource(QgitaMode.class)
    void saysTheSameAboutThePastWhateverTheFutureBrings(QgitaMode mode) {
        QgitaConfig config = Walks.talkative(mode);
        List<Bar> bars = Walks.restless(10, 2_000);
        for (int cut : new int[] {700, 1_000, 1_333}) {
            List<Bar> past = bars.subList(0, cut);
            List<Bar> future = bars.subList(cut, bars.size());
            List<Bar> reversed = new ArrayList<>(future);
            Collections.reverse(reversed);
            List<Signal> known = Walks.signals(config, past);
            assertThat(known).isNotEmpty();

            for (List<Bar> other : List.of(
                    reversed,
                    changed(future, bar -> scaled(bar, 1_000, 1)),
                    changed(future, bar -> Walks.flat(bar.epochNanos(), 7)),
                    Walks.restless(77, 500))) {
                long now = past.get(cut - 1).epochNanos();
                assertThat(Walks.signals(config, followedBy(past, other)).stream()
                                .filter(s -> s.knownAtNanos() <= now)
                                .toList())
                        .isEqualTo(known);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(QgitaMode.class)
    void findsTheSameEventsInCentsAndInHours(QgitaMode mode) {
        QgitaConfig config = Walks.talkative(mode);
        List<Bar> bars = changed(
                Walks.restless(12, 4_000),
                bar -> new Bar(
                        bar.epochNanos() - Walks.START + Walks.MINUTE,
                        bar.intervalNanos(),
                        bar.open(),
                        bar.high(),
                        bar.low(),
                        bar.close(),
                        bar.volume()));
        List<LighthouseEvent> events = Walks.events(config, bars);
        assertThat(events).hasSizeGreaterThan(30);

        for (double price : new double[] {1_000, 1e-3, 7.3}) {
            for (long time : new long[] {1, 60, 1_440}) {
                List<LighthouseEvent> others = Walks.events(config, changed(bars, bar -> scaled(bar, price, time)));
                assertThat(others).hasSameSizeAs(events);
                for (int i = 0; i < events.size(); i++) {
                    assertAlike(others.get(i), events.get(i), time);
                }
            }
        }
    }

    private static void assertAlike(LighthouseEvent other, LighthouseEvent event, long time) {
        assertThat(other.bar()).isEqualTo(event.bar());
        assertThat(other.direction()).isEqualTo(event.direction());
        assertThat(other.tier()).isEqualTo(event.tier());
        assertThat(other.intensity()).isCloseTo(event.intensity(), within(1e-6));
        assertThat(other.threshold()).isCloseTo(event.threshold(), within(1e-6));
        assertThat(other.turn().ratio()).isCloseTo(event.turn().ratio(), within(1e-6));
        assertThat(other.turn().bend()).isCloseTo(event.turn().bend(), within(1e-6));
        assertThat(other.turn().leastBend()).isCloseTo(event.turn().leastBend(), within(1e-6));
        assertThat(other.turn().confirmedAtNanos()).isEqualTo(event.turn().confirmedAtNanos() * time);
    }

    @Test
    void findsTheSameEventsWhenOnlyTheDistanceOfBarsGrows() {
        QgitaConfig config = Walks.talkative(QgitaMode.PIVOT);
        List<Bar> bars = Walks.restless(13, 3_000);
        List<Bar> apart = changed(
                bars,
                bar -> new Bar(
                        Walks.START + (bar.epochNanos() - Walks.START) * 60,
                        bar.intervalNanos(),
                        bar.open(),
                        bar.high(),
                        bar.low(),
                        bar.close(),
                        bar.volume()));

        assertThat(Walks.events(config, apart))
                .extracting(LighthouseEvent::bar)
                .isEqualTo(Walks.events(config, bars).stream()
                        .map(LighthouseEvent::bar)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(QgitaMode.class)
    void keepsSilentUntilEveryWindowIsFull(QgitaMode mode) {
        QgitaConfig config = Walks.talkative(mode).toBuilder()
                .events(e -> e.baseline(50).gap(3).sigmas(0).refractoryBars(0).confirmationBars(50))
                .build();
        int warmUp = 16 + 1 + 20 + 50 + 3;
        long earliest = Long.MAX_VALUE;
        for (long seed = 1; seed <= 40; seed++) {
            for (LighthouseEvent event : Walks.events(config, Walks.restless(seed, 400))) {
                earliest = Math.min(earliest, event.bar());
            }
        }

        assertThat(earliest).isBetween((long) warmUp, warmUp + 40L);
    }

    @Test
    void givesNoEventOnAStillOrStraightPrice() {
        List<Bar> still = Walks.flats(
                Collections.nCopies(3_000, 100.0).stream().mapToDouble(d -> d).toArray());

        assertThat(Walks.events(Walks.talkative(QgitaMode.PIVOT), still)).isEmpty();
        assertThat(Walks.events(Walks.talkative(QgitaMode.LATTICE), still)).isEmpty();
    }

    @Test
    void restsAfterAnEvent() {
        for (int rest : new int[] {0, 5, 37}) {
            QgitaConfig config = Walks.talkative(QgitaMode.PIVOT).toBuilder()
                    .events(e -> e.baseline(50).gap(3).sigmas(0).refractoryBars(rest))
                    .build();
            List<LighthouseEvent> events = Walks.events(config, Walks.restless(14, 8_000));
            long least = Long.MAX_VALUE;
            for (int i = 1; i < events.size(); i++) {
                least = Math.min(least, events.get(i).bar() - events.get(i - 1).bar());
            }

            assertThat(least).isGreaterThan(rest).isLessThan(rest + 20L);
        }
    }

    @Test
    void givesSignalsThatCanBeCheckedAgainstTheBars() {
        QgitaConfig config = Walks.talkative(QgitaMode.PIVOT);
        List<Bar> bars = Walks.restless(15, 8_000);
        List<Direction> seen = new ArrayList<>();

        for (Signal signal : Walks.signals(config, bars)) {
            LighthouseEvent event = (LighthouseEvent) signal.evidence();
            int bar = (int) event.bar();
            assertThat(signal.source()).isEqualTo("qgita");
            assertThat(signal.instrument()).isZero();
            assertThat(signal.knownAtNanos()).isEqualTo(bars.get(bar).epochNanos());
            assertThat(signal.confidence())
                    .isCloseTo((event.intensity() - event.threshold()) / (1 - event.threshold()), within(1e-12));
            assertThat(signal.score()).isEqualTo(event.direction().sign() * signal.confidence());
            assertThat(event.tier()).isEqualTo(Tier.of(signal.confidence()));
            assertThat(event.turn().confirmedAtNanos())
                    .isBetween(bars.get(bar - 3).epochNanos(), bars.get(bar).epochNanos());
            assertThat(Math.abs(event.turn().bend())).isGreaterThan(event.turn().leastBend());
            assertThat(event.windowHash()).isEqualTo(LighthouseEvent.windowHash(bars.subList(bar - 15, bar + 1)));
            seen.add(event.direction());
        }

        assertThat(seen).contains(Direction.values());
    }

    @Test
    void gradesConfidence() {
        assertThat(Tier.of(1)).isEqualTo(Tier.FULL);
        assertThat(Tier.of(0.8)).isEqualTo(Tier.FULL);
        assertThat(Tier.of(0.7999)).isEqualTo(Tier.HALF);
        assertThat(Tier.of(0.6)).isEqualTo(Tier.HALF);
        assertThat(Tier.of(0.5999)).isEqualTo(Tier.NONE);
        assertThat(LighthouseEvent.confidence(0.9, 0.6)).isCloseTo(0.75, within(1e-12));
        assertThat(LighthouseEvent.confidence(0.5, 0.6)).isZero();
    }

    @Test
    void hashesTheWindowAsDocumented() {
        assertThat(LighthouseEvent.windowHash(List.of())).isEqualTo("cbf29ce484222325");
        assertThat(LighthouseEvent.windowHash(List.of(Walks.flat(1, 1)))).isEqualTo("8e5080f510de6d7d");
    }

    @Test
    void watchesEachInstrumentForItself() {
        QgitaConfig config = Walks.talkative(QgitaMode.PIVOT);
        List<Bar> first = Walks.restless(16, 2_000);
        List<Bar> second = Walks.restless(17, 2_000);
        QgitaDetector detector = new QgitaDetector(config, 2);
        List<List<Signal>> found = List.of(new ArrayList<>(), new ArrayList<>());
        int i = 0;
        int j = 0;
        while (i < first.size() || j < second.size()) {
            long now = Math.min(
                    i < first.size() ? first.get(i).epochNanos() : Long.MAX_VALUE,
                    j < second.size() ? second.get(j).epochNanos() : Long.MAX_VALUE);
            boolean a = i < first.size() && first.get(i).epochNanos() == now;
            boolean b = j < second.size() && second.get(j).epochNanos() == now;
            List<InstrumentMarket> markets = List.of(
                    a ? InstrumentMarket.of(first.get(i++)) : InstrumentMarket.QUIET,
                    b ? InstrumentMarket.of(second.get(j++)) : InstrumentMarket.QUIET);
            List<Signal> signals = detector.detect(MarketSnapshot.of(now, markets));
            assertThat(signals).extracting(Signal::instrument).isSorted();
            signals.forEach(signal -> found.get(signal.instrument()).add(signal));
        }

        assertThat(found.get(0)).isEqualTo(Walks.signals(config, first));
        assertThat(found.get(1))
                .extracting(Signal::evidence)
                .isEqualTo(Walks.signals(config, second).stream()
                        .map(Signal::evidence)
                        .toList());
        assertThat(found.get(1)).isNotEmpty();
    }

    @Test
    void passesOverABarThatIsNotNewer() {
        QgitaConfig config = Walks.talkative(QgitaMode.PIVOT);
        List<Bar> bars = Walks.restless(18, 1_500);
        List<Bar> stuttering = new ArrayList<>();
        for (Bar bar : bars) {
            stuttering.add(bar);
            stuttering.add(scaled(bar, 2, 1));
        }

        assertThat(Walks.signals(config, stuttering)).isEqualTo(Walks.signals(config, bars));
    }

    @Test
    void followsTheRatioInEveryPart() {
        QgitaConfig golden = Walks.talkative(QgitaMode.PIVOT);
        QgitaConfig other = golden.toBuilder().ratio(0.45).build();
        List<Bar> bars = Walks.restless(19, 3_000);

        assertThat(Walks.signals(other, bars)).isNotEqualTo(Walks.signals(golden, bars));
        assertThat(Walks.events(other, bars))
                .allSatisfy(event -> assertThat(event.turn().ratio()).isBetween(0.15, 0.75));
    }

    @Test
    void isMadeFromTheContextOfARun() {
        AqtsConfig config =
                AqtsConfig.defaults().with(c -> c.detection(d -> d.qgita(Walks.talkative(QgitaMode.PIVOT))));
        LayerContext context =
                new LayerContext(config, Universe.of(Instrument.of("BTC/USDT"), Instrument.of("ETH/USDT")), "qgita");
        QgitaDetector detector = new QgitaDetector(context);
        List<Signal> signals = new ArrayList<>();

        for (Bar bar : Walks.restless(9, 1_500)) {
            InstrumentMarket market = InstrumentMarket.of(bar);
            signals.addAll(
                    detector.detect(MarketSnapshot.of(bar.epochNanos(), List.of(InstrumentMarket.QUIET, market))));
        }

        assertThat(signals).isNotEmpty().allMatch(signal -> signal.instrument() == 1);
    }

    @Test
    void refusesAMarketWithoutInstruments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QgitaDetector(QgitaConfig.defaults(), 0))
                .withMessage("qgita.instruments must be at least 1, but was 0");
    }
}
