package io.aqts.trade;

import io.aqts.internal.Checks;

/**
 * How an order hangs together with others.
 *
 * <p>Lists are best numbered in a row: 1, 2, 3 and so on. A venue remembers until the end of the run which lists are
 * closed, so that nobody joins one late. Of numbers in a row it remembers the first and the last; every other number,
 * such as a moment or a hash, takes room of its own, about a hundred bytes.
 *
 * @param list the number of the list it belongs to, which the strategy gives, once for each list of a run; 1 or more,
 *     or zero for none
 * @param role what it is to the others
 */
public record OrderLink(long list, LinkRole role) {

    /** It stands alone. */
    public static final OrderLink NONE = new OrderLink(0, LinkRole.NONE);

    /** Refuses a role without a list and a list without a role. */
    public OrderLink {
        Checks.atLeast("link.list", list, 0);
        Checks.that((list == 0) == (role == LinkRole.NONE), "link.role", "go with a list, and only with one", role);
    }
}
