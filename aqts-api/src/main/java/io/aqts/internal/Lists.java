package io.aqts.internal;

import java.util.List;

/** Copies of lists for values that are made at every step. */
public final class Lists {

    private static final List<?> EMPTY = List.of();

    private Lists() {}

    /**
     * An immutable copy, as {@link List#copyOf}. Most lists of a step are empty or of one, and immutable already; this
     * knows the empty one at a glance.
     *
     * @param list what is to be copied
     * @param <T> what it holds
     * @return a list of the same that never changes
     */
    @SuppressWarnings("ReferenceEquality")
    public static <T> List<T> frozen(List<T> list) {
        return list == EMPTY ? list : List.copyOf(list);
    }
}
