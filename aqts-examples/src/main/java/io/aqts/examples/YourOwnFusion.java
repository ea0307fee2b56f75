package io.aqts.examples;

import io.aqts.FusionLayer;
import io.aqts.core.Aqts;
import io.aqts.core.AqtsBuilder;
import io.aqts.core.backtest.Backtest;
import io.aqts.core.detect.SmaCross;
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

/** A fusion layer of your own: act only when every detector says the same. */
public final class YourOwnFusion {

    private static final ReasonCode SPLIT_VOTE = new ReasonCode("SPLIT_VOTE");

    private YourOwnFusion() {}

    /** Goes where all detectors point in the first instrument, and stands aside while they disagree. */
    record Unanimous(int voters) implements FusionLayer {

        @Override
        public Decision fuse(MarketSnapshot snapshot, List<Signal> signals) {
            List<Contribution> votes = new ArrayList<>();
            double sum = 0;
            for (Signal signal : signals) {
                if (signal.instrument() == 0) {
                    votes.add(
                            new Contribution(signal.source(), signal.direction().sign(), 1.0 / voters));
                    sum += signal.direction().sign();
                }
            }
            boolean unanimous = Math.abs(sum) == voters;
            Action action = !unanimous ? Action.GO_FLAT : sum > 0 ? Action.GO_LONG : Action.GO_SHORT;
            ReasonCode reason = unanimous ? ReasonCode.SIGNAL : SPLIT_VOTE;
            Forecast forecast = new Forecast(unanimous ? Math.signum(sum) : 0, 0.5, 0, 0, unanimous ? 1 : 0);
            return new Decision(List.of(new Proposal(0, action, 1, forecast, votes, List.of(reason))));
        }
    }

    static AqtsBuilder wire() {
        return Aqts.simulation()
                .detector(context -> new SmaCross(5, 20))
                .detector(context -> new SmaCross(20, 60))
                .detector(context -> new SmaCross(60, 240))
                .fusion(context -> new Unanimous(3))
                .config(c -> c.backtest(b -> b.steps(1_440)));
    }

    /**
     * Lets three pairs of averages vote on five made-up days.
     *
     * @param args none
     */
    public static void main(String[] args) {
        InShort.lines(Backtest.of(wire()).run()).forEach(System.out::println);
    }
}
