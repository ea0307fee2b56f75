package io.aqts.core;

import io.aqts.ExecutionVenue;
import io.aqts.market.MarketSnapshot;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.ExecutionEvent;
import java.util.List;

/** A venue that passes everything on and writes down what it was asked. */
class RecordingVenue implements ExecutionVenue {

    private final ExecutionVenue venue;
    private final List<String> log;

    RecordingVenue(ExecutionVenue venue, List<String> log) {
        this.venue = venue;
        this.log = log;
    }

    @Override
    public List<ExecutionEvent> meet(MarketSnapshot snapshot) {
        log.add("meet");
        return venue.meet(snapshot);
    }

    @Override
    public List<ExecutionEvent> submit(ApprovedOrder order) {
        log.add("submit " + order.id());
        return venue.submit(order);
    }

    @Override
    public List<ExecutionEvent> cancel(long orderId) {
        log.add("cancel " + orderId);
        return venue.cancel(orderId);
    }

    @Override
    public void close() {
        log.add("close venue");
        venue.close();
    }
}
