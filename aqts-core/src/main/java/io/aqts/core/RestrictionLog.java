package io.aqts.core;

import io.aqts.trade.Restriction;
import io.aqts.trade.Restriction.Moment;
import io.aqts.trade.RestrictionCause;
import io.aqts.trade.Restrictions;
import java.util.ArrayList;
import java.util.List;

/** Remembers when and why trading was restricted: the first times, those that last, and how many there were. */
final class RestrictionLog {

    static final int KEPT = 64;

    private final List<Entry> first = new ArrayList<>();
    private final List<Entry> lasting = new ArrayList<>();
    private List<RestrictionCause> current = List.of();
    private long count;
    private long steps;

    /**
     * Takes in what holds in a step.
     *
     * @param now the step
     * @param causes why trading is restricted in it; empty if it is free again
     */
    void note(Moment now, List<RestrictionCause> causes) {
        steps += causes.isEmpty() ? 0 : 1;
        if (causes.equals(current)) {
            return;
        }
        lasting.removeIf(entry -> entry.endUnless(causes, now));
        for (RestrictionCause cause : causes) {
            if (!current.contains(cause)) {
                begin(new Entry(cause, now));
            }
        }
        current = List.copyOf(causes);
    }

    Restrictions restrictions() {
        if (count == 0) {
            return Restrictions.NONE;
        }
        List<Restriction> kept = new ArrayList<>();
        first.forEach(entry -> kept.add(entry.restriction()));
        for (Entry entry : lasting) {
            if (!first.contains(entry)) {
                kept.add(entry.restriction());
            }
        }
        return new Restrictions(kept, count, steps);
    }

    private void begin(Entry entry) {
        count++;
        lasting.add(entry);
        if (first.size() < KEPT) {
            first.add(entry);
        }
    }

    private static final class Entry {

        private final RestrictionCause cause;
        private final Moment begin;
        private List<Moment> end = List.of();

        Entry(RestrictionCause cause, Moment begin) {
            this.cause = cause;
            this.begin = begin;
        }

        boolean endUnless(List<RestrictionCause> causes, Moment now) {
            boolean ends = !causes.contains(cause);
            if (ends) {
                end = List.of(now);
            }
            return ends;
        }

        Restriction restriction() {
            return new Restriction(cause, begin, end);
        }
    }
}
