package io.aqts.trade;

import org.jspecify.annotations.Nullable;

/**
 * An approved order that has not ended.
 *
 * @param approved the order and its approval, in the form the venue has
 * @param filled how much of it filled so far, in units of the base
 * @param revision the form it is being amended to while the venue has not answered, or null
 */
public record OpenOrder(
        ApprovedOrder approved, Decimal filled, @Nullable ApprovedOrder revision) {

    /**
     * An order that is not being amended.
     *
     * @param approved the order and its approval
     * @param filled how much of it filled so far, in units of the base
     */
    public OpenOrder(ApprovedOrder approved, Decimal filled) {
        this(approved, filled, null);
    }
}
