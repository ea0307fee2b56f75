package io.aqts.core.fuse;

import io.aqts.Predictor;
import io.aqts.config.MomentumConfig;
import io.aqts.market.Bar;
import io.aqts.market.MarketSnapshot;
import io.aqts.signal.Prediction;
import io.aqts.signal.Signal;
import java.util.List;
import java.util.Optional;

/**
 * The baseline every other model has to beat: trends go on, and what ran ahead of its trend comes back.
 *
 * <p>The raw score is the distance between a fast and a slow exponential average of log prices, less the distance of
 * the price from the fast one, each in units of what chance alone would make of it. Whether such scores were followed
 * by rises or falls in this market is learned from outcomes whose whole horizon has passed, so that the probability may
 * well contradict the score's sign, and stays near one half where the score is worth nothing.
 */
public final class MomentumPredictor implements Predictor {

    private static final int BINS = 10;

    private static final String NAME = "momentum";

    private final int instrument;
    private final MomentumConfig config;
    private final Outcomes outcomes;
    private final Calibration calibration;
    private final Beliefs beliefs;
    private double fast;
    private double slow;
    private double variance;
    private double previous;
    private long bars;

    /**
     * A predictor without history.
     *
     * @param instrument the index of the instrument it looks at
     * @param config its settings
     */
    public MomentumPredictor(int instrument, MomentumConfig config) {
        this.instrument = instrument;
        this.config = config;
        this.outcomes = new Outcomes(config.horizonBars());
        this.calibration = new Calibration(BINS, config.horizonBars());
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
            }
        }
        double score = score(price);
        outcomes.add(score, price);
        if (bars <= config.slowBars() || calibration.resolved() < config.minimumOutcomes()) {
            return Optional.empty();
        }
        return Optional.of(beliefs.predict(score, bar.intervalNanos() * config.horizonBars()));
    }

    private double score(double price) {
        bars++;
        if (bars == 1) {
            fast = price;
            slow = price;
            previous = price;
            return 0;
        }
        double move = price - previous;
        previous = price;
        variance += (move * move - variance) * 2 / (config.slowBars() + 1.0);
        fast += (price - fast) * 2 / (config.fastBars() + 1.0);
        slow += (price - slow) * 2 / (config.slowBars() + 1.0);
        double unit = Math.sqrt(variance);
        if (!(unit > 0)) {
            return 0;
        }
        double trend = (fast - slow) / (unit * Math.sqrt(config.slowBars()));
        double stretch = (price - fast) / (unit * Math.sqrt(config.fastBars()));
        return Squash.of(trend - stretch);
    }
}
