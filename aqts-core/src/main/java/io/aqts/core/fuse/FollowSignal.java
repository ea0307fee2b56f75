package io.aqts.core.fuse;

import io.aqts.FusionLayer;
import io.aqts.LayerContext;
import io.aqts.market.MarketSnapshot;
import io.aqts.signal.Action;
import io.aqts.signal.Contribution;
import io.aqts.signal.Decision;
import io.aqts.signal.Forecast;
import io.aqts.signal.Proposal;
import io.aqts.signal.Signal;
import io.aqts.trade.ReasonCode;
import java.util.List;

/**
 * Does what the signals say: long above zero, short below, and the last proposal again while they are silent or
 * neutral.
 *
 * <p>With several detectors, the scores for one instrument are added up. It expects nothing and weighs nothing; the
 * risk manager turns a proposal into a position. Fit for plain strategies whose detector is the whole idea.
 */
public final class FollowSignal implements FusionLayer {

    private final double[] scores;
    private final Proposal[] longs;
    private final Proposal[] shorts;
    private final Proposal[] current;
    private Decision decision;

    /**
     * A fusion layer without history.
     *
     * @param context the run it is for
     */
    public FollowSignal(LayerContext context) {
        int size = context.universe().size();
        scores = new double[size];
        longs = new Proposal[size];
        shorts = new Proposal[size];
        current = new Proposal[size];
        for (int i = 0; i < size; i++) {
            longs[i] = proposal(i, Action.GO_LONG, 1);
            shorts[i] = proposal(i, Action.GO_SHORT, -1);
            current[i] = Proposal.hold(i, ReasonCode.WARMING_UP);
        }
        decision = new Decision(List.of(current));
    }

    @Override
    public Decision fuse(MarketSnapshot snapshot, List<Signal> signals) {
        if (signals.isEmpty()) {
            return decision;
        }
        for (int i = 0; i < signals.size(); i++) {
            Signal signal = signals.get(i);
            scores[signal.instrument()] += signal.score();
        }
        if (turned()) {
            decision = new Decision(List.of(current));
        }
        return decision;
    }

    private boolean turned() {
        boolean changed = false;
        for (int i = 0; i < scores.length; i++) {
            double score = scores[i];
            scores[i] = 0;
            Proposal wanted = score > 0 ? longs[i] : score < 0 ? shorts[i] : current[i];
            if (wanted.action() != current[i].action()) {
                current[i] = wanted;
                changed = true;
            }
        }
        return changed;
    }

    private static Proposal proposal(int instrument, Action action, double score) {
        return new Proposal(
                instrument,
                action,
                1,
                new Forecast(score, 0.5, 0, 0, 1),
                List.of(new Contribution("signals", score, 1)),
                List.of(ReasonCode.SIGNAL));
    }
}
