package io.aqts.core.analyse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aqts.LayerContext;
import io.aqts.Step;
import io.aqts.config.AqtsConfig;
import io.aqts.core.analyse.AureonPoint.Prism;
import io.aqts.market.Bar;
import io.aqts.market.Instrument;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MacroReading;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.OnChainReading;
import io.aqts.market.Quote;
import io.aqts.market.Reading;
import io.aqts.market.SentimentReading;
import io.aqts.market.Universe;
import io.aqts.market.Venue;
import io.aqts.signal.Decision;
import io.aqts.signal.Evidence;
import io.aqts.signal.Signal;
import io.aqts.trade.Decimal;
import io.aqts.trade.Portfolio;
import io.aqts.trade.Position;
import io.aqts.trade.RiskState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AureonTelemetryTest {

    private static final long MINUTE = 60_000_000_000L;
    private static final Universe UNIVERSE =
            new Universe(List.of(Instrument.of("BTC/USDT")), List.of(new Venue("a", 0, 0, 0), new Venue("b", 0, 0, 0)));

    private final AureonTelemetry telemetry = new AureonTelemetry();

    /** Spread, liquidations, mood, volume in quote currency, exchange flow. */
    private record Weather(double spread, double liquidations, double mood, double volume, double flow) {}

    private static final Weather EXAMPLE = new Weather(0.0006, 120e6, 0.2, 1.2e9, 500);

    @Test
    void agreesWithTheWorkedExample() {
        start();
        telemetry.onStep(step(0, EXAMPLE, 0.62));
        AureonPoint point = telemetry.aureon();

        assertThat(point.prism()).isEqualTo(Prism.BLUE);
        near(point.lattice().dataIntegrity(), 0.65);
        near(point.lattice().crystalCoherence(), 0.32);
        near(point.lattice().polaris(), 0.446);
        near(point.lattice().drift(), -0.126);
        assertThat(point.lattice().inertia()).isZero();
        near(point.field().pingPong(), 0.09966799462495582);
        near(point.field().gravReflection(), 0.5);
        near(point.field().unity(), 0.5233333333333333);
        near(point.field().policyRate(), 0.0001);
        near(point.coherenceIndex(), 0.34016666666666666);
        near(telemetry.nexus().capacity(), 0.6716666666666666);
        near(telemetry.nexus().rigidity(), 0.8641666666666666);
        near(telemetry.nexus().spore(), 2_400);
    }

    @Test
    void addsUpVolumesInQuoteCurrencyHoweverDearAUnitIs() {
        Universe two = Universe.of(Instrument.of("BTC/USDT"), Instrument.of("SHIB/USDT"));
        telemetry.onStart(new LayerContext(AqtsConfig.defaults(), two, "run"));
        InstrumentMarket dear = InstrumentMarket.of(new Bar(MINUTE, MINUTE, 50_000, 50_000, 50_000, 50_000, 4_000));
        InstrumentMarket cheap = InstrumentMarket.of(new Bar(MINUTE, MINUTE, 1e-5, 1e-5, 1e-5, 1e-5, 1e14));
        List<Reading> heavy = List.of(new MacroReading(MINUTE, 50, 0, 4e8), mood(-1));
        telemetry.onStep(step(0, new MarketSnapshot(MINUTE, List.of(dear, cheap), heavy), List.of()));

        near(telemetry.aureon().lattice().crystalCoherence(), 0.05 * (0.2e9 + 1e9) / 1e9);
    }

    @Test
    void measuresTheFlowOfTheFirstInstrumentAlone() {
        start();
        List<Reading> flows =
                List.of(new OnChainReading(MINUTE, "BTC", 1, 500, 1), new OnChainReading(MINUTE, "DOGE", 1, -1e12, 1));
        telemetry.onStep(step(0, new MarketSnapshot(MINUTE, List.of(InstrumentMarket.QUIET), flows), List.of()));

        near(telemetry.aureon().field().pingPong(), 0.09966799462495582);
    }

    @Test
    void hearsNoSentimentAboutReferences() {
        Universe universe = Universe.of(Instrument.of("BTC/USDT"));
        List<InstrumentMarket> quiet = List.of(InstrumentMarket.QUIET);
        telemetry.onStart(new LayerContext(AqtsConfig.defaults(), universe, "run"));
        telemetry.onStep(step(0, new MarketSnapshot(MINUTE, quiet, List.of(mood(0.5))), List.of()));
        double alone = telemetry.aureon().coherenceIndex();

        telemetry.onStart(new LayerContext(AqtsConfig.defaults(), universe.withReferences("DOGE"), "run"));
        List<Reading> both = List.of(mood(0.5), SentimentReading.of(MINUTE, "DOGE", "x", -1));
        telemetry.onStep(step(0, new MarketSnapshot(MINUTE, quiet, both), List.of()));

        assertThat(telemetry.aureon().coherenceIndex()).isEqualTo(alone);
    }

    @Test
    void measuresInertiaFromTheStepBefore() {
        start();
        telemetry.onStep(step(0, EXAMPLE, 0.62));
        AureonPoint first = telemetry.aureon();
        telemetry.onStep(step(1, new Weather(0.0001, 40e6, -0.4, 0.5e9, -3_000), 0.62));
        AureonPoint second = telemetry.aureon();

        double integrity = (0.9 + 0.3) / 2;
        double coherence = integrity * 0.9 + 0.025;
        double polaris = 0.7 * 0.446 + 0.3 * coherence;
        near(second.lattice().dataIntegrity(), integrity);
        near(second.lattice().crystalCoherence(), coherence);
        near(second.lattice().polaris(), polaris);
        near(
                second.lattice().inertia(),
                Math.sqrt(square(integrity - 0.65)
                        + square(coherence - 0.32)
                        + square(coherence - polaris - first.lattice().drift())));
        near(second.field().gravReflection(), 0.5 + 0.3 * StrictMath.sin(1 / 50.0));
    }

    @Test
    void changesColourAtItsThresholds() {
        assertThat(prism(0.81, 0.0014)).isEqualTo(Prism.GOLD);
        assertThat(prism(0.79, 0.0014)).isEqualTo(Prism.BLUE);
        assertThat(prism(0.81, 0.0016)).isEqualTo(Prism.BLUE);
        assertThat(prism(0.81, 0.0031)).isEqualTo(Prism.RED);
        assertThat(prism(0.44, 0.0001)).isEqualTo(Prism.RED);
        assertThat(prism(0.46, 0.0001)).isEqualTo(Prism.BLUE);
        assertThat(prism(-1, 0.0001)).as("without an event").isEqualTo(Prism.RED);
    }

    @Test
    void staysWithinItsRangesInTheWorstWeather() {
        for (Weather worst : List.of(
                new Weather(1.3, 1e12, -1, 0, -1e12),
                new Weather(1e-9, 0, 1, 1e15, 1e12),
                new Weather(0.5, 0, 0, 0, 0))) {
            start();
            for (int i = 0; i < 5; i++) {
                telemetry.onStep(step(i, worst, 0.5));
                AureonPoint point = telemetry.aureon();
                assertThat(List.of(
                                point.lattice().dataIntegrity(),
                                point.lattice().crystalCoherence(),
                                point.lattice().polaris(),
                                point.field().unity(),
                                point.coherenceIndex(),
                                Math.abs(point.field().pingPong())))
                        .allMatch(value -> value >= 0 && value <= 1);
                assertThat(telemetry.nexus().capacity()).isBetween(0.1, 1.0);
                assertThat(telemetry.nexus().rigidity()).isBetween(0.2, 1.2);
                assertThat(telemetry.nexus().spore()).isGreaterThanOrEqualTo(1_000);
            }
        }
    }

    @Test
    void keepsWhatItKnewWhereNothingIsNew() {
        start();
        telemetry.onStep(step(0, EXAMPLE, 0.62));
        double integrity = telemetry.aureon().lattice().dataIntegrity();
        telemetry.onStep(step(1, MarketSnapshot.of(2 * MINUTE, List.of(InstrumentMarket.QUIET)), List.of()));

        assertThat(telemetry.aureon().lattice().dataIntegrity()).isEqualTo(integrity);
        assertThat(telemetry.aureon().lattice().inertia()).isPositive();
        assertThat(telemetry.aureon().prism()).isEqualTo(Prism.RED);
    }

    @Test
    void forgetsARunWhenTheNextBegins() {
        List<AureonPoint> points = new ArrayList<>();
        List<NexusPoint> nexus = new ArrayList<>();
        AureonTelemetry told = new AureonTelemetry((aureon, other) -> {
            points.add(aureon);
            nexus.add(other);
        });
        AureonPoint before = told.aureon();
        NexusPoint stillness = told.nexus();
        for (int run = 0; run < 2; run++) {
            told.onStart(context());
            assertThat(told.aureon()).isEqualTo(before);
            assertThat(told.nexus()).isEqualTo(stillness);
            for (int i = 0; i < 3; i++) {
                told.onStep(step(i, EXAMPLE, 0.62));
            }
        }

        assertThat(points.subList(3, 6)).isEqualTo(points.subList(0, 3));
        assertThat(nexus.subList(3, 6)).isEqualTo(nexus.subList(0, 3));
    }

    private Prism prism(double confidence, double spread) {
        start();
        telemetry.onStep(step(0, new Weather(spread, 0, 0, 0, 0), confidence));
        return telemetry.aureon().prism();
    }

    private void start() {
        telemetry.onStart(context());
    }

    private static LayerContext context() {
        return new LayerContext(AqtsConfig.defaults(), UNIVERSE, "run");
    }

    private static Step step(int index, Weather weather, double confidence) {
        long now = (index + 1) * MINUTE;
        double half = weather.spread() / 2;
        List<Quote> quotes = List.of(quote(0, now, half * 0.5), quote(1, now, half * 1.5));
        Bar bar = new Bar(now, MINUTE, 100, 101, 99, 100, weather.volume() / 100);
        List<Reading> readings = List.of(
                SentimentReading.of(now, "BTC", "x", Math.max(-1, weather.mood() - 0.1)),
                SentimentReading.of(now, "BTC", "y", Math.min(1, weather.mood() + 0.1)),
                new OnChainReading(now, "BTC", 1, weather.flow(), 1),
                new MacroReading(now, 50, 0.0001, weather.liquidations()));
        InstrumentMarket market = new InstrumentMarket(bar, quotes, List.of(), List.of());
        List<Signal> signals = confidence < 0
                ? List.of()
                : List.of(
                        new Signal("q", 0, now, 1, confidence / 2, Evidence.NONE),
                        new Signal("q", 0, now, -1, confidence, Evidence.NONE));
        return step(index, new MarketSnapshot(now, List.of(market), readings), signals);
    }

    private static Reading mood(double score) {
        return SentimentReading.of(MINUTE, Reading.MARKET, "x", score);
    }

    private static Quote quote(int venue, long now, double half) {
        return new Quote(venue, now, 1 - half, 1, 1 + half, 1, 0, 0);
    }

    private static Step step(int index, MarketSnapshot snapshot, List<Signal> signals) {
        Portfolio portfolio =
                new Portfolio("USDT", Decimal.ONE, List.of(Position.FLAT), List.of(), 1, RiskState.NORMAL);
        return new Step(index, snapshot, signals, Decision.NONE, List.of(), List.of(), List.of(), portfolio);
    }

    private static double square(double x) {
        return x * x;
    }

    private static void near(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-9 * Math.max(1e-3, Math.abs(expected))));
    }
}
