package io.aqts.testkit;

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
import java.util.ArrayList;
import java.util.List;

/** A fusion layer that keeps its promises: for each instrument the average score of its signals decides. */
class AverageScore implements FusionLayer {

    private final int instruments;

    AverageScore(LayerContext context) {
        instruments = context.universe().size();
    }

    @Override
    public Decision fuse(MarketSnapshot snapshot, List<Signal> signals) {
        List<Proposal> proposals = new ArrayList<>();
        for (int i = 0; i < instruments; i++) {
            double sum = 0;
            int count = 0;
            for (Signal signal : signals) {
                sum += signal.instrument() == i ? signal.score() : 0;
                count += signal.instrument() == i ? 1 : 0;
            }
            if (count > 0) {
                proposals.add(proposal(i, sum / count));
            }
        }
        return new Decision(proposals);
    }

    static Proposal proposal(int instrument, double score) {
        Action action = score > 0.2 ? Action.GO_LONG : score < -0.2 ? Action.GO_SHORT : Action.HOLD;
        return new Proposal(
                instrument,
                action,
                1,
                new Forecast(score, 0.5, 0, 0, 1),
                List.of(new Contribution("signals", score, 1)),
                List.of(ReasonCode.SIGNAL));
    }
}
