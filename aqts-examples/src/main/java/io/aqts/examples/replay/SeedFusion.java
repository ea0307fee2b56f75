package io.aqts.examples.replay;

import io.aqts.core.detect.LatticeReading;
import io.aqts.market.Bar;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Reading;
import io.aqts.market.SentimentReading;
import io.aqts.signal.Direction;
import io.aqts.signal.Signal;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * The original's "ensemble": one formula four times, each time with another constant, noise and a random confidence;
 * then sentiment, and the event of the detector, of which a neutral one counts as down.
 */
final class SeedFusion {

    private static final double[] BIASES = {0.2, -0.1, 0.1, 0};
    private static final double ENSEMBLE = 0.6;
    private static final double SENTIMENT = 0.2;
    private static final double EVENT = 0.2;
    private static final double THRESHOLD = 0.15;
    private static final double LEAST_CONFIDENCE = 0.35;
    private static final double CONFIDENCE_WITHOUT_EVENT = 0.4;

    private final DoubleSupplier chance;

    /** A fusion that draws from 0 to 1, 1 excluded. */
    SeedFusion(DoubleSupplier chance) {
        this.chance = chance;
    }

    SeedDecision decide(MarketSnapshot snapshot, Optional<Signal> event) {
        Bar bar = Objects.requireNonNull(snapshot.instrument(0).bar());
        double sentiment = sentiment(snapshot);
        double said = event.map(Signal::confidence).orElse(0.0);
        double signed = event.map(SeedFusion::pointsUp).orElse(false) ? said : -said;
        double fused = ENSEMBLE * ensemble(bar, sentiment) + SENTIMENT * sentiment + EVENT * signed;
        double strength = Math.min(1, Math.abs(fused));
        double quality = event.map(Signal::confidence).orElse(CONFIDENCE_WITHOUT_EVENT);
        int sign = fused > THRESHOLD ? 1 : fused < -THRESHOLD ? -1 : 0;
        double size = Math.rint(1_000 * strength * (0.5 + quality)) / 1_000;
        double confidence = Math.max(LEAST_CONFIDENCE, Math.min(1, Math.abs(fused) + quality * EVENT));
        return new SeedDecision(sign, size, confidence);
    }

    private double ensemble(Bar bar, double sentiment) {
        double trend = StrictMath.tanh((bar.close() - bar.open()) / Math.max(1, bar.high() - bar.low()));
        double scores = 0;
        double weights = 0;
        for (double bias : BIASES) {
            double score = trend + 0.2 * sentiment + bias + 0.1 * (chance.getAsDouble() - 0.5);
            double base = 0.4 + 0.5 * chance.getAsDouble();
            double confidence = Math.min(0.95, Math.max(0.2, base - 0.1 * Math.abs(score)));
            scores += score * confidence;
            weights += confidence;
        }
        return scores / weights;
    }

    private static double sentiment(MarketSnapshot snapshot) {
        double sum = 0;
        int voices = 0;
        for (Reading reading : snapshot.readings()) {
            if (reading instanceof SentimentReading voice) {
                sum += voice.score();
                voices++;
            }
        }
        return voices == 0 ? 0 : sum / voices;
    }

    private static boolean pointsUp(Signal event) {
        return event.evidence() instanceof LatticeReading reading && reading.direction() == Direction.LONG;
    }
}
