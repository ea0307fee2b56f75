package io.aqts.core.execute;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Messages on their way to a venue or back. They arrive in the order of their arrivals, and those that arrive at the
 * same moment in the order they were sent.
 *
 * @param <T> what is sent
 */
final class Courier<T> {

    private final PriorityQueue<Parcel<T>> underWay = new PriorityQueue<>();
    private long sent;

    /** Sends something that arrives at a moment. */
    void send(T message, long arrivalNanos) {
        underWay.add(new Parcel<>(message, arrivalNanos, sent++));
    }

    boolean isEmpty() {
        return underWay.isEmpty();
    }

    /** {@return when the next message arrives; the end of time if none is under way} */
    long nextNanos() {
        Parcel<T> next = underWay.peek();
        return next == null ? Long.MAX_VALUE : next.arrivalNanos();
    }

    /** Hands over all that has arrived by a moment. */
    List<T> arrived(long nowNanos) {
        List<T> arrived = new ArrayList<>();
        for (Parcel<T> next = underWay.peek();
                next != null && next.arrivalNanos() <= nowNanos;
                next = underWay.peek()) {
            arrived.add(next.message());
            underWay.poll();
        }
        return arrived;
    }

    private record Parcel<T>(T message, long arrivalNanos, long number) implements Comparable<Parcel<T>> {

        @Override
        public int compareTo(Parcel<T> other) {
            int byArrival = Long.compare(arrivalNanos, other.arrivalNanos);
            return byArrival != 0 ? byArrival : Long.compare(number, other.number);
        }
    }
}
