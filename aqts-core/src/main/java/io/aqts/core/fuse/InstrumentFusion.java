package io.aqts.core.fuse;

import io.aqts.Predictor;
import io.aqts.config.FusionConfig;
import io.aqts.config.FusionWeights;
import io.aqts.market.MarketSnapshot;
import io.aqts.signal.Action;
import io.aqts.signal.Contribution;
import io.aqts.signal.Forecast;
import io.aqts.signal.Prediction;
import io.aqts.signal.Proposal;
import io.aqts.signal.Signal;
import io.aqts.trade.ReasonCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ensemble's view of one instrument. */
final class InstrumentFusion {

    private static final List<ReasonCode> BY_SIGNAL = List.of(ReasonCode.SIGNAL);
    private static final List<ReasonCode> TOO_WEAK = List.of(ReasonCode.BELOW_THRESHOLD);
    private static final List<ReasonCode> TOO_UNSURE = List.of(ReasonCode.LOW_CONFIDENCE);
    private static final double SETTLED_RECORD = 1_000;

    private final int instrument;
    private final FusionConfig config;
    private final List<Predictor> models;
    private final double[] scores;
    private final double[] shares;
    private final Proposal cold;
    private final Proposal quiet;

    private double ensemble;
    private double probabilityUp;
    private double expectedReturn;
    private long horizonNanos;
    private boolean ensembleKnown;

    InstrumentFusion(int instrument, FusionConfig config, List<Predictor> models) {
        this.instrument = instrument;
        this.config = config;
        this.models = List.copyOf(models);
        this.scores = new double[models.size()];
        this.shares = new double[models.size()];
        this.cold = Proposal.hold(instrument, ReasonCode.WARMING_UP);
        this.quiet = Proposal.hold(instrument, ReasonCode.NO_NEW_BAR);
    }

    Proposal propose(MarketSnapshot snapshot, List<Signal> signals, SentimentGauge sentiment) {
        ask(snapshot, signals);
        double detected = 0;
        for (int i = 0; i < signals.size(); i++) {
            detected += signals.get(i).score();
        }
        detected = Math.max(-1, Math.min(1, detected));
        if (!ensembleKnown && signals.isEmpty()) {
            return snapshot.instrument(instrument).hasBar() ? cold : quiet;
        }
        FusionWeights weights = config.weights();
        double models = ensembleKnown ? weights.ensemble() : 0;
        double mood = sentiment.isKnown(instrument) ? weights.sentiment() : 0;
        double feeling = sentiment.mean(instrument);
        double sum = weights.ensemble() + mood + weights.detectors();
        if (!(sum > 0)) {
            return cold;
        }
        double fused = (models * ensemble + mood * feeling + weights.detectors() * detected) / sum;
        double score = Math.max(-1, Math.min(1, fused));
        List<Contribution> contributions = new ArrayList<>(scores.length + 2);
        for (int i = 0; i < scores.length; i++) {
            contributions.add(new Contribution(this.models.get(i).name(), scores[i], models / sum * shares[i]));
        }
        contributions.add(new Contribution("sentiment", feeling, mood / sum));
        contributions.add(new Contribution("detectors", detected, weights.detectors() / sum));
        double sureness = sureness(signals, score);
        double confidence = Math.min(1, Math.abs(score) + sureness * weights.detectors() / sum);
        return decide(score, confidence, Math.min(1, Math.abs(score) * (0.5 + sureness)), contributions);
    }

    /** {@return the highest confidence among the signals that point the way the score does} */
    private static double sureness(List<Signal> signals, double score) {
        double highest = 0;
        for (int i = 0; i < signals.size(); i++) {
            Signal signal = signals.get(i);
            if (Math.signum(signal.score()) * score > 0) {
                highest = Math.max(highest, signal.confidence());
            }
        }
        return highest;
    }

    private Proposal decide(double score, double confidence, double size, List<Contribution> contributions) {
        boolean up = score > config.buyThreshold();
        boolean down = score < config.sellThreshold();
        boolean sure = confidence >= config.minimumConfidence();
        boolean acts = (up || down) && sure;
        double right = score >= 0 ? probabilityUp : 1 - probabilityUp;
        Forecast forecast = new Forecast(score, right, expectedReturn, horizonNanos, confidence);
        return new Proposal(
                instrument,
                acts ? up ? Action.GO_LONG : Action.GO_SHORT : Action.HOLD,
                acts ? size : 0,
                forecast,
                contributions,
                acts ? BY_SIGNAL : up || down ? TOO_UNSURE : TOO_WEAK);
    }

    private void ask(MarketSnapshot snapshot, List<Signal> signals) {
        double total = 0;
        ensemble = 0;
        probabilityUp = 0;
        expectedReturn = 0;
        horizonNanos = 0;
        for (int i = 0; i < scores.length; i++) {
            Optional<Prediction> answer = models.get(i).predict(snapshot, signals);
            scores[i] = 0;
            shares[i] = 0;
            if (answer.isPresent()) {
                Prediction prediction = answer.get();
                double weight = prediction.outcomes() / (prediction.outcomes() + SETTLED_RECORD);
                total += weight;
                scores[i] = prediction.score();
                shares[i] = weight;
                ensemble += weight * prediction.score();
                probabilityUp += weight * prediction.probabilityUp();
                expectedReturn += weight * prediction.expectedReturn();
                horizonNanos = Math.max(horizonNanos, prediction.horizonNanos());
            }
        }
        ensembleKnown = total > 0;
        settle(total);
    }

    private void settle(double total) {
        if (!ensembleKnown) {
            probabilityUp = 0.5;
            return;
        }
        ensemble /= total;
        probabilityUp /= total;
        expectedReturn /= total;
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= total;
        }
    }
}
