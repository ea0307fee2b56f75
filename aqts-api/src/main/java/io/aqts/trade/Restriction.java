package io.aqts.trade;

import java.util.List;

/**
 * A time in which trading was restricted for one cause.
 *
 * @param cause why, and how far trading could go
 * @param begin the first step it held in
 * @param end the first step it no longer held in; empty while it lasts
 */
public record Restriction(RestrictionCause cause, Moment begin, List<Moment> end) {

    /** Copies the list. */
    public Restriction {
        end = List.copyOf(end);
    }

    /** {@return whether it has ended} */
    public boolean isOver() {
        return !end.isEmpty();
    }

    /**
     * A step.
     *
     * @param step its number, from 0
     * @param epochNanos its moment, in nanoseconds since 1970-01-01T00:00Z
     */
    public record Moment(long step, long epochNanos) {}
}
