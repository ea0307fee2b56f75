package io.aqts.core.fuse;

import io.aqts.FusionLayer;
import io.aqts.LayerContext;
import io.aqts.Predictor;
import io.aqts.config.FusionConfig;
import io.aqts.market.MarketSnapshot;
import io.aqts.signal.Decision;
import io.aqts.signal.Proposal;
import io.aqts.signal.Signal;
import java.util.ArrayList;
import java.util.List;

/**
 * Weighs models, sentiment and detectors, and proposes a side when the sum is strong and sure enough.
 *
 * <p>The fused score of an instrument is F = w_e E + w_s S + w_d D with weights that sum to one: E is the average score
 * of the models that have enough of a record, each weighed by the length of its record; S is the average of the
 * freshest score of each source of sentiment about the instrument's base or the market as a whole; D is the sum of the
 * detectors' scores, held between -1 and 1. Sentiment about either that was never heard in a run takes no part; models
 * without enough of a record and silent detectors count as undecided. F never falls when an input rises, unless a model
 * of one's own hears the detectors and contradicts them. The confidence is |F| plus the weighted confidence of the
 * surest detector that points the way F does: one that contradicts makes nobody surer. Below the least confidence
 * required the proposal is to hold, as it is for an instrument that brings neither a bar nor a signal.
 */
public final class WeightedEnsemble implements FusionLayer {

    private final SentimentGauge sentiment;
    private final InstrumentFusion[] instruments;

    /**
     * The ensemble of the two models that ship with AQTS: an online logistic regression and the momentum baseline.
     *
     * @param context the run it is for
     */
    public WeightedEnsemble(LayerContext context) {
        this(
                context,
                List.of(
                        instrument -> new LogisticPredictor(
                                instrument, context.config().fusion().logistic()),
                        instrument -> new MomentumPredictor(
                                instrument, context.config().fusion().momentum())));
    }

    /**
     * An ensemble of other models.
     *
     * @param context the run it is for
     * @param models makes each model for the index of an instrument; the order is that of the reported contributions
     */
    public WeightedEnsemble(LayerContext context, List<PredictorFactory> models) {
        FusionConfig config = context.config().fusion();
        sentiment = new SentimentGauge(context.universe());
        instruments = new InstrumentFusion[context.universe().size()];
        for (int i = 0; i < instruments.length; i++) {
            List<Predictor> predictors = new ArrayList<>();
            for (PredictorFactory model : models) {
                predictors.add(model.create(i));
            }
            instruments[i] = new InstrumentFusion(i, config, predictors);
        }
    }

    @Override
    public Decision fuse(MarketSnapshot snapshot, List<Signal> signals) {
        sentiment.update(snapshot.readings());
        if (instruments.length == 1) {
            return new Decision(List.of(instruments[0].propose(snapshot, signals, sentiment)));
        }
        Proposal[] proposals = new Proposal[instruments.length];
        for (int i = 0; i < proposals.length; i++) {
            proposals[i] = instruments[i].propose(snapshot, of(i, signals), sentiment);
        }
        return new Decision(List.of(proposals));
    }

    private static List<Signal> of(int instrument, List<Signal> signals) {
        if (signals.isEmpty()) {
            return List.of();
        }
        List<Signal> own = new ArrayList<>();
        for (Signal signal : signals) {
            if (signal.instrument() == instrument) {
                own.add(signal);
            }
        }
        return List.copyOf(own);
    }
}
