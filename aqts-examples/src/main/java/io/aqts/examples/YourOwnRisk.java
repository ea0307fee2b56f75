package io.aqts.examples;

import io.aqts.RiskCandidate;
import io.aqts.RiskRule;
import io.aqts.core.Aqts;
import io.aqts.core.AqtsBuilder;
import io.aqts.core.backtest.Backtest;
import io.aqts.core.detect.SmaCross;
import io.aqts.core.fuse.FollowSignal;
import io.aqts.core.risk.KellyRiskManager;
import io.aqts.trade.ReasonCode;
import java.util.List;

/** A risk rule of your own, asked after those of AQTS: nothing is opened outside working hours. */
public final class YourOwnRisk {

    private YourOwnRisk() {}

    /**
     * Forbids to open a position before the first and from the last of the given hours, UTC; closing is always free.
     */
    record WorkingHours(int first, int last) implements RiskRule {

        private static final long HOUR_NANOS = 3_600_000_000_000L;

        @Override
        public ReasonCode reason() {
            return new ReasonCode("OUT_OF_HOURS");
        }

        @Override
        public double allowedQuantity(RiskCandidate candidate) {
            long hour = Math.floorMod(candidate.snapshot().epochNanos() / HOUR_NANOS, 24);
            return hour >= first && hour < last ? candidate.quantity() : 0;
        }
    }

    static AqtsBuilder wire(int first, int last) {
        return Aqts.simulation()
                .detector(context -> new SmaCross(10, 30))
                .fusion(FollowSignal::new)
                .risk(context -> new KellyRiskManager(context, List.of(new WorkingHours(first, last))))
                .config(c -> c.backtest(b -> b.steps(1_440)));
    }

    /**
     * Trades on five made-up days, between eight and six.
     *
     * @param args none
     */
    public static void main(String[] args) {
        InShort.lines(Backtest.of(wire(8, 18)).run()).forEach(System.out::println);
    }
}
