package io.aqts.examples;

import io.aqts.ExecutionVenue;
import io.aqts.core.Aqts;
import io.aqts.core.AqtsBuilder;
import io.aqts.core.backtest.Backtest;
import io.aqts.core.detect.SmaCross;
import io.aqts.core.execute.PaperVenue;
import io.aqts.core.fuse.FollowSignal;
import io.aqts.market.MarketSnapshot;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.ReasonCode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A venue of your own: the paper venue, but down for maintenance in the first ten minutes of every hour. */
public final class YourOwnVenue {

    private YourOwnVenue() {}

    /** Rejects what arrives during maintenance, and leaves everything else to another venue. */
    static final class Maintained implements ExecutionVenue {

        private final ExecutionVenue venue;
        private final Set<Long> refused = new TreeSet<>();
        private long nowNanos;

        Maintained(ExecutionVenue venue) {
            this.venue = venue;
        }

        @Override
        public List<ExecutionEvent> meet(MarketSnapshot snapshot) {
            nowNanos = snapshot.epochNanos();
            return venue.meet(snapshot);
        }

        @Override
        public List<ExecutionEvent> submit(ApprovedOrder order) {
            if (nowNanos / 60_000_000_000L % 60 >= 10 && !refused.contains(order.id())) {
                return venue.submit(order);
            }
            refused.add(order.id());
            return List.of(new ExecutionEvent.Rejected(order.id(), nowNanos, new ReasonCode("MAINTENANCE")));
        }

        @Override
        public List<ExecutionEvent> cancel(long orderId) {
            return venue.cancel(orderId);
        }
    }

    static AqtsBuilder wire() {
        return Aqts.simulation()
                .detector(context -> new SmaCross(10, 30))
                .fusion(FollowSignal::new)
                .venue(context -> new Maintained(new PaperVenue(context)))
                .config(c -> c.backtest(b -> b.steps(1_440)));
    }

    /**
     * Trades five made-up days at a venue with interruptions.
     *
     * @param args none
     */
    public static void main(String[] args) {
        InShort.lines(Backtest.of(wire()).run()).forEach(System.out::println);
    }
}
