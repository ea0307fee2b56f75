package io.aqts.core.detect;

import io.aqts.Detector;
import io.aqts.LayerContext;
import io.aqts.internal.Checks;
import io.aqts.market.Bar;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Universe;
import io.aqts.signal.Direction;
import io.aqts.signal.Signal;
import java.util.ArrayList;
import java.util.List;

/**
 * The detector of the first AQTS, kept for comparison: price changes over Fibonacci windows, mixed with sentiment,
 * funding, volume and alerts. <b>Uncalibrated.</b>
 *
 * <p>Not for new work; {@link QgitaDetector} is. Its confidence is a weighted sum of unrelated figures against fixed
 * scales and not a probability. Between the neutral confidence and the higher one it can only stay neutral or point
 * down, never up: that is how the original decides.
 *
 * <ul>
 *   <li><b>Formula.</b> Alignment is the mean over the windows of {@code |last - first| / max(last, first)} against
 *       0.12. Coherence is the mean over the last 21 snapshots of sentiment from -0.5 to 0.5, of one minus the mean
 *       funding against 0.03, and of one minus the mean second difference of volume against 1.5e12. Anomaly is the mean
 *       of whale alerts against 50, liquidations against 4e8 and spread against 0.003. Confidence is 0.4 alignment +
 *       0.4 coherence + 0.2 anomaly.
 *   <li><b>Quiet snapshots.</b> One that brings no bar, quote or reading of the first instrument does not count among
 *       the 21.
 *   <li><b>Shared readings.</b> Sentiment, funding, volume, alerts and spread are those of the first instrument,
 *       readings about its base or the market as a whole; closes are each instrument's own. Alerts, liquidations and
 *       spread stand until newer ones are known, and count as zero before.
 *   <li><b>Score.</b> The sign of the direction times the confidence; no signal below the least confidence, and none
 *       until the longest window is full.
 * </ul>
 */
public final class LegacyLatticeDetector implements Detector {

    private static final String SOURCE = "legacy-lattice";
    private static final List<Integer> SEQUENCE = List.of(5, 8, 13, 21, 34, 55);
    private static final double LEAST = 0.35;
    private static final double NEUTRAL = 0.45;
    private static final double BAND = 0.2;

    private final double leastConfidence;
    private final double neutralConfidence;
    private final LatticeMood mood;
    private final LatticeCloses[] closes;

    /**
     * A detector with the original settings, for the instruments of the run.
     *
     * @param context the run
     */
    public LegacyLatticeDetector(LayerContext context) {
        this(context.universe(), SEQUENCE, LEAST, NEUTRAL);
    }

    /**
     * A detector with settings of one's own.
     *
     * @param universe the instruments of the run, at least one
     * @param sequence the lengths of the windows in bars, at least one, each at least 2
     * @param leastConfidence below it nothing is said; from 0 to 1
     * @param neutralConfidence up to it the direction is neutral; from 0 to 1
     */
    public LegacyLatticeDetector(
            Universe universe, List<Integer> sequence, double leastConfidence, double neutralConfidence) {
        int instruments = universe.size();
        Checks.atLeast("legacyLattice.instruments", instruments, 1);
        Checks.that(!sequence.isEmpty(), "legacyLattice.sequence", "hold at least one length", sequence);
        for (int length : sequence) {
            Checks.atLeast("legacyLattice.sequence", length, 2);
        }
        this.leastConfidence = Checks.between("legacyLattice.leastConfidence", leastConfidence, 0, 1);
        this.neutralConfidence = Checks.between("legacyLattice.neutralConfidence", neutralConfidence, 0, 1);
        this.mood = new LatticeMood(universe.instrument(0));
        this.closes = new LatticeCloses[instruments];
        for (int i = 0; i < instruments; i++) {
            closes[i] = new LatticeCloses(sequence);
        }
    }

    @Override
    public List<Signal> detect(MarketSnapshot snapshot) {
        mood.add(snapshot);
        double coherence = mood.coherence();
        double anomaly = mood.anomaly();
        List<Signal> signals = new ArrayList<>(closes.length);
        for (int i = 0; i < closes.length; i++) {
            Bar bar = snapshot.instrument(i).bar();
            if (bar != null && closes[i].add(bar.close())) {
                LatticeReading reading = read(closes[i], coherence, anomaly);
                if (reading.confidence() >= leastConfidence) {
                    signals.add(signal(reading, i, snapshot.epochNanos()));
                }
            }
        }
        return List.copyOf(signals);
    }

    private LatticeReading read(LatticeCloses prices, double coherence, double anomaly) {
        double alignment = prices.alignment();
        double confidence = LatticeMood.share(0.4 * alignment + 0.4 * coherence + 0.2 * anomaly, 0, 1);
        double average = prices.average();
        return new LatticeReading(
                alignment, coherence, anomaly, confidence, average, direction(confidence, prices.last() > average));
    }

    private Direction direction(double confidence, boolean isAbove) {
        if (confidence > Math.max(neutralConfidence, leastConfidence + BAND)) {
            return isAbove ? Direction.LONG : Direction.SHORT;
        }
        return confidence > neutralConfidence && !isAbove ? Direction.SHORT : Direction.NEUTRAL;
    }

    private static Signal signal(LatticeReading reading, int instrument, long epochNanos) {
        double score = reading.direction().sign() * reading.confidence();
        return new Signal(SOURCE, instrument, epochNanos, score, reading.confidence(), reading);
    }
}
