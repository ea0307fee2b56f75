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

/** A venue of your own: the paper venue, but down for maintenance in the first minutes of every hour. */
public final class YourOwnVenue {

    private YourOwnVenue() {}

    /** Rejects what arrives during maintenance, and leaves everything else to another venue. */
    record Maintained(ExecutionVenue venue, int minutes, Set<Long> refused) implements ExecutionVenue {

        private static final long MINUTE_NANOS = 60_000_000_000L;

        @Override
        public List<ExecutionEvent> meet(MarketSnapshot snapshot) {
            return venue.meet(snapshot);
        }

        @Override
        public List<ExecutionEvent> submit(ApprovedOrder order) {
            long minute = Math.floorMod(order.epochNanos() / MINUTE_NANOS, 60);
            if (minute >= minutes && !refused.contains(order.id())) {
                return venue.submit(order);
            }
            refused.add(order.id());
            return List.of(new ExecutionEvent.Rejected(order.id(), order.epochNanos(), new ReasonCode("MAINTENANCE")));
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
                .venue(context -> new Maintained(new PaperVenue(context), 10, new TreeSet<>()));
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
