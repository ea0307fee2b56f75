package io.aqts.core.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.aqts.LayerContext;
import io.aqts.config.AqtsConfig;
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
import io.aqts.signal.Direction;
import io.aqts.signal.Signal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LegacyLatticeDetectorTest {

    private static final Universe ONE = Universe.of(Instrument.of("BTC/USDT"));
    private static final Universe TWO = Universe.of(Instrument.of("BTC/USDT"), Instrument.of("ETH/USDT"));
    private static final List<Integer> SEQUENCE = List.of(5, 8, 13, 21, 34, 55);

    private static LegacyLatticeDetector shipped() {
        LayerContext context = new LayerContext(AqtsConfig.defaults(), ONE, "legacy");
        return new LegacyLatticeDetector(context);
    }

    private static MarketSnapshot snapshot(int index, double close, double crowd) {
        long now = Walks.START + index * Walks.MINUTE;
        Bar bar = new Bar(now, Walks.MINUTE, close, close, close, close, 1_000);
        double mid = close;
        Quote cheap = new Quote(0, now, mid * (1 - 0.0002), 1, mid * (1 + 0.0002), 1, 1e6, 0.003);
        Quote dear = new Quote(1, now, mid * (1 - 0.0004), 1, mid * (1 + 0.0004), 1, 1e6, 0.005);
        List<Reading> readings = List.of(
                SentimentReading.of(now, "BTC", "twitter", crowd + 0.1),
                SentimentReading.of(now, "BTC", "reddit", crowd - 0.1),
                new OnChainReading(now, "BTC", 1, 0, 15),
                new MacroReading(now, 50, 0, 120e6));
        return new MarketSnapshot(
                now, List.of(new InstrumentMarket(bar, List.of(cheap, dear), List.of(), List.of())), readings);
    }

    private static List<Signal> run(LegacyLatticeDetector detector, int bars, double growth, double crowd) {
        List<Signal> last = List.of();
        for (int i = 0; i < bars; i++) {
            last = detector.detect(snapshot(i, 42_000 * StrictMath.exp(growth * i), crowd));
        }
        return last;
    }

    @Test
    void computesTheOriginalFormula() {
        Signal signal = run(shipped(), 60, 0.001, 0.2).get(0);
        LatticeReading reading = (LatticeReading) signal.evidence();

        assertThat(reading.alignment()).isCloseTo(0.17739793814341298, within(1e-12));
        assertThat(reading.coherence()).isCloseTo(0.8555555555555556, within(1e-12));
        assertThat(reading.anomaly()).isCloseTo(0.26666666666666666, within(1e-12));
        assertThat(reading.confidence()).isCloseTo(0.46651473081292083, within(1e-12));
        assertThat(reading.direction()).isEqualTo(Direction.NEUTRAL);
        assertThat(signal.source()).isEqualTo("legacy-lattice");
        assertThat(signal.score()).isZero();
        assertThat(signal.confidence()).isEqualTo(reading.confidence());
    }

    @Test
    void pointsOnlyDownInTheMiddleBand() {
        Signal falling = run(shipped(), 60, -0.001, 0.2).get(0);

        assertThat(falling.confidence()).isBetween(0.45, 0.55);
        assertThat(falling.score()).isEqualTo(-falling.confidence());
    }

    @Test
    void pointsBothWaysAboveTheMiddleBand() {
        Signal rising = run(shipped(), 60, 0.004, 0.5).get(0);
        Signal falling = run(shipped(), 60, -0.004, 0.5).get(0);

        assertThat(rising.confidence()).isGreaterThan(0.55);
        assertThat(rising.score()).isEqualTo(rising.confidence());
        assertThat(falling.score()).isEqualTo(-falling.confidence());
    }

    @Test
    void saysNothingBelowTheLeastConfidence() {
        assertThat(run(shipped(), 60, 0.0001, -0.9)).isEmpty();
        assertThat(run(new LegacyLatticeDetector(ONE, SEQUENCE, 0, 0.45), 60, 0.0001, -0.9))
                .hasSize(1);
    }

    @Test
    void saysNothingUntilTheLongestWindowIsFull() {
        assertThat(run(shipped(), 54, 0.001, 0.2)).isEmpty();
        assertThat(run(shipped(), 55, 0.001, 0.2)).hasSize(1);
    }

    @Test
    void measuresTheRestlessnessOfVolume() {
        LegacyLatticeDetector detector = new LegacyLatticeDetector(ONE, List.of(5), 0, 0.45);
        List<Signal> last = List.of();
        for (int i = 0; i < 30; i++) {
            Bar bar = new Bar(Walks.START + i, 1, 1, 1, 1, 1, i % 2 == 0 ? 0 : 375e9);
            last = detector.detect(Walks.snapshot(bar));
        }

        LatticeReading reading = (LatticeReading) last.get(0).evidence();
        assertThat(reading.coherence()).isCloseTo((0.5 + 1 + 0.5) / 3, within(1e-12));
    }

    @Test
    void keepsTheLastAlertsAndForgetsOldSentiment() {
        LegacyLatticeDetector detector = new LegacyLatticeDetector(ONE, List.of(5), 0, 0.45);
        detector.detect(snapshot(0, 100, 0.4));
        List<Double> coherence = new ArrayList<>();
        List<Double> anomaly = new ArrayList<>();
        for (int i = 1; i < 40; i++) {
            for (Signal signal : detector.detect(Walks.snapshot(Walks.flat(Walks.START + i * Walks.MINUTE, 100)))) {
                coherence.add(((LatticeReading) signal.evidence()).coherence());
                anomaly.add(((LatticeReading) signal.evidence()).anomaly());
            }
        }

        assertThat(anomaly).allSatisfy(value -> assertThat(value).isCloseTo(0.26666666666666666, within(1e-12)));
        assertThat(coherence.get(0)).isCloseTo((0.9 + 1 - 0.004 / 0.03 + 1) / 3, within(1e-6));
        assertThat(coherence.get(coherence.size() - 1)).isCloseTo(2.5 / 3, within(1e-12));
    }

    @Test
    void readsTheFirstInstrumentForAllAndEachOnesOwnCloses() {
        LegacyLatticeDetector detector = new LegacyLatticeDetector(TWO, List.of(5), 0, 0);
        List<Signal> last = List.of();
        for (int i = 0; i < 30; i++) {
            MarketSnapshot primary = snapshot(i, 100 + i, 0.2);
            InstrumentMarket other = i % 2 == 0
                    ? InstrumentMarket.QUIET
                    : InstrumentMarket.of(Walks.flat(primary.epochNanos(), 100 - i));
            last = detector.detect(new MarketSnapshot(
                    primary.epochNanos(), List.of(primary.instrument(0), other), primary.readings()));
        }

        LatticeReading first = (LatticeReading) last.get(0).evidence();
        LatticeReading second = (LatticeReading) last.get(1).evidence();
        assertThat(last).extracting(Signal::instrument).containsExactly(0, 1);
        assertThat(second.coherence()).isEqualTo(first.coherence());
        assertThat(first.alignment()).isCloseTo(4 / 129.0 / 0.12, within(1e-12));
        assertThat(second.alignment()).isCloseTo(8 / 79.0 / 0.12, within(1e-12));
    }

    @Test
    void hearsReadingsAboutTheFirstInstrumentAndTheMarketOnly() {
        LegacyLatticeDetector detector = new LegacyLatticeDetector(TWO, List.of(5), 0, 0.45);
        LegacyLatticeDetector undisturbed = new LegacyLatticeDetector(TWO, List.of(5), 0, 0.45);
        for (int i = 0; i < 30; i++) {
            MarketSnapshot plain = snapshot(i, 100 + i, 0.2);
            List<InstrumentMarket> markets = List.of(plain.instrument(0), InstrumentMarket.QUIET);
            List<Reading> all = new ArrayList<>(plain.readings());
            all.add(SentimentReading.of(plain.epochNanos(), "ETH", "twitter", -1));
            all.add(new OnChainReading(plain.epochNanos(), "ETH", 1, 0, 50));

            assertThat(detector.detect(new MarketSnapshot(plain.epochNanos(), markets, all)))
                    .isEqualTo(undisturbed.detect(new MarketSnapshot(plain.epochNanos(), markets, plain.readings())));
        }
    }

    @Test
    void refusesSettingsThatMeanNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LegacyLatticeDetector(ONE, List.of(1), 0, 0))
                .withMessage("legacyLattice.sequence must be at least 2, but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LegacyLatticeDetector(ONE, List.of(), 0, 0))
                .withMessageContaining("legacyLattice.sequence must hold at least one length");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LegacyLatticeDetector(ONE, List.of(5), 1.5, 0))
                .withMessageContaining("legacyLattice.leastConfidence");
    }
}
