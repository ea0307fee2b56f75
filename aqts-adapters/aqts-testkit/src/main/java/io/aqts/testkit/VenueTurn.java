package io.aqts.testkit;

import io.aqts.ExecutionVenue;
import io.aqts.market.MarketSnapshot;
import io.aqts.trade.ApprovedOrder;
import io.aqts.trade.ExecutionEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * What is asked of a venue at one moment: to meet the snapshot, then to take orders, then to cancel some.
 *
 * @param snapshot the market now
 * @param orders the orders to take, in their order
 * @param cancels the numbers of the orders to cancel, possibly of none that exists
 */
record VenueTurn(MarketSnapshot snapshot, List<ApprovedOrder> orders, List<Long> cancels) {

    VenueTurn copy() {
        return new VenueTurn(Contents.copy(snapshot), orders, cancels);
    }

    Answers ask(ExecutionVenue venue) {
        List<ExecutionEvent> met = venue.meet(snapshot);
        List<List<ExecutionEvent>> submitted = new ArrayList<>();
        for (ApprovedOrder order : orders) {
            submitted.add(venue.submit(order));
        }
        List<List<ExecutionEvent>> canceled = new ArrayList<>();
        for (long id : cancels) {
            canceled.add(venue.cancel(id));
        }
        return new Answers(met, submitted, canceled);
    }

    /**
     * What a venue reported in one turn.
     *
     * @param met on meeting the snapshot
     * @param submitted on each order
     * @param canceled on each cancel
     */
    record Answers(
            List<ExecutionEvent> met, List<List<ExecutionEvent>> submitted, List<List<ExecutionEvent>> canceled) {

        /** {@return everything that was reported, in the order of the calls} */
        List<ExecutionEvent> all() {
            List<ExecutionEvent> all = new ArrayList<>(met);
            submitted.forEach(all::addAll);
            canceled.forEach(all::addAll);
            return all;
        }
    }
}
