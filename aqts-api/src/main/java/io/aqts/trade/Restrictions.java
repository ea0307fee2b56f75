package io.aqts.trade;

import java.util.List;

/**
 * When and why a run did not trade freely.
 *
 * @param kept the first of them in the order of their beginnings, and after these whatever still lasts; as many as the
 *     run keeps
 * @param count how many there were, one for each cause and each time
 * @param steps in how many steps at least one of them held
 */
public record Restrictions(List<Restriction> kept, long count, long steps) {

    /** Trading was free all the time. */
    public static final Restrictions NONE = new Restrictions(List.of(), 0, 0);

    /** Copies the list. */
    public Restrictions {
        kept = List.copyOf(kept);
    }
}
