package io.aqts.core.execute;

import io.aqts.trade.ExecutionEvent;
import io.aqts.trade.ReasonCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** What the venue has to tell at one moment, and the end of orders that goes with telling it. */
final class Report implements Endings<WorkingOrder> {

    private final List<ExecutionEvent> events = new ArrayList<>();
    private long nowNanos = Long.MIN_VALUE;
    private long waits;
    private boolean mixed;

    /** Says when what is told from here on happened; what is told is taken in the order of time. */
    void at(long epochNanos) {
        mixed |= epochNanos < nowNanos;
        nowNanos = epochNanos;
    }

    long nowNanos() {
        return nowNanos;
    }

    /** Takes note of an order that had to wait because the last price was too old. */
    void noteWait() {
        waits++;
    }

    /** {@return how many orders had to wait because the last price was too old} */
    long waits() {
        return waits;
    }

    void add(ExecutionEvent event) {
        events.add(event);
    }

    boolean isEmpty() {
        return events.isEmpty();
    }

    /** {@return what was told since it was last taken} */
    List<ExecutionEvent> take() {
        if (events.isEmpty()) {
            mixed = false;
            return List.of();
        }
        if (mixed) {
            sort();
        }
        mixed = false;
        List<ExecutionEvent> taken = events.size() == 1 ? List.of(events.get(0)) : List.copyOf(events);
        events.clear();
        return taken;
    }

    /** Puts the events into the order of time, but none of an order before what was told of that order before it. */
    private void sort() {
        List<Dated> dated = new ArrayList<>(events.size());
        TreeMap<Long, Long> latest = new TreeMap<>();
        for (ExecutionEvent event : events) {
            long at = latest.merge(event.orderId(), event.epochNanos(), Math::max);
            dated.add(new Dated(at, event));
        }
        dated.sort(Comparator.comparingLong(Dated::nanos));
        events.clear();
        dated.forEach(one -> events.add(one.event()));
    }

    private record Dated(long nanos, ExecutionEvent event) {}

    @Override
    public void cancel(WorkingOrder order, ReasonCode reason) {
        if (!order.isEnded()) {
            order.end();
            events.add(new ExecutionEvent.Canceled(order.id(), nowNanos, reason));
            order.tellEnd(this);
        }
    }

    /** Refuses an order that has not ended, after it was taken; one that has filled a part is canceled. */
    void reject(WorkingOrder order, ReasonCode reason) {
        if (order.filled().isPositive()) {
            cancel(order, reason);
        } else if (!order.isEnded()) {
            order.end();
            events.add(new ExecutionEvent.Rejected(order.id(), nowNanos, reason));
            order.tellEnd(this);
        }
    }
}
