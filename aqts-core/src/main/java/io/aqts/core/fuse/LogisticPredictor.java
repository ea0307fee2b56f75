package io.aqts.core.fuse;

import io.aqts.Predictor;
import io.aqts.config.LogisticConfig;
import io.aqts.market.Bar;
import io.aqts.market.MarketSnapshot;
import io.aqts.signal.Prediction;
import io.aqts.signal.Signal;
import java.util.List;
import java.util.Optional;

/**
 * A logistic regression that learns while it runs, bar by bar, and only from outcomes that are known.
 *
 * <p>The features of a bar are kept until its horizon has passed; then the sign of the return is the label, and the
 * weights move by one step of the gradient of the log loss, with a rate of its own for each weight (AdaGrad, Duchi,
 * Hazan and Singer 2011) and a pull towards zero. What the model says is calibrated on the record of what followed when
 * it said so.
 *
 * <p>It may learn to believe the detectors or to pass them over, never to do the opposite of what they say: the weight
 * of their mean score is held at zero or more, so that what it says never falls when one of them rises.
 */
public final class LogisticPredictor implements Predictor {

    private static final String NAME = "logistic";

    private final int instrument;
    private final LogisticConfig config;
    private final BarFeatures features;
    private final double[][] waiting;
    private final double[] weights = new double[BarFeatures.COUNT];
    private final double[] gradients = new double[BarFeatures.COUNT];
    private final Outcomes outcomes;
    private final Calibration calibration;
    private final Beliefs beliefs;

    /**
     * A predictor without history.
     *
     * @param instrument the index of the instrument it looks at
     * @param config its settings
     */
    public LogisticPredictor(int instrument, LogisticConfig config) {
        this.instrument = instrument;
        this.config = config;
        this.features = new BarFeatures();
        this.waiting = new double[config.horizonBars()][BarFeatures.COUNT];
        this.outcomes = new Outcomes(config.horizonBars());
        this.calibration = new Calibration(config.calibrationBins(), config.horizonBars());
        this.beliefs = new Beliefs(NAME, calibration, outcomes);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Prediction> predict(MarketSnapshot snapshot, List<Signal> signals) {
        Bar bar = snapshot.instrument(instrument).bar();
        if (bar == null) {
            return Optional.empty();
        }
        double price = StrictMath.log(bar.close());
        if (outcomes.due()) {
            double score = outcomes.dueScore();
            double move = outcomes.dueReturn(price);
            if (move != 0) {
                calibration.resolve(score, move > 0);
                learn(waiting[outcomes.slot()], move > 0);
            }
        }
        double[] now = waiting[outcomes.slot()];
        boolean ready = features.update(bar, price, mean(signals), now);
        double score = 2 * probability(now) - 1;
        outcomes.add(score, price);
        if (!ready || calibration.resolved() < config.minimumOutcomes()) {
            return Optional.empty();
        }
        return Optional.of(beliefs.predict(score, bar.intervalNanos() * config.horizonBars()));
    }

    private double probability(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += weights[i] * x[i];
        }
        return 1 / (1 + StrictMath.exp(-sum));
    }

    private void learn(double[] x, boolean rose) {
        double error = probability(x) - (rose ? 1 : 0);
        for (int i = 0; i < x.length; i++) {
            double gradient = error * x[i] + config.l2() * weights[i];
            gradients[i] += gradient * gradient;
            if (gradients[i] > 0) {
                weights[i] -= config.learningRate() * gradient / Math.sqrt(gradients[i]);
            }
        }
        weights[BarFeatures.SIGNAL] = Math.max(0, weights[BarFeatures.SIGNAL]);
    }

    private static double mean(List<Signal> signals) {
        double sum = 0;
        for (int i = 0; i < signals.size(); i++) {
            sum += signals.get(i).score();
        }
        return signals.isEmpty() ? 0 : sum / signals.size();
    }
}
