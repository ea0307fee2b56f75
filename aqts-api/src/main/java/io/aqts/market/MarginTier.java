package io.aqts.market;

import io.aqts.internal.Checks;
import io.aqts.trade.Decimal;

/**
 * What must be held against positions from a size on.
 *
 * @param floor the notional from which on the tier applies, itself included, in the currency of settlement; zero or
 *     more
 * @param initialRate the share of the notional needed to open; more than zero
 * @param maintenanceRate the share of the notional needed to keep; zero or more, at most {@code initialRate}
 * @param maintenanceAmount what is taken off the maintenance margin, so that it does not jump at the floor; zero or
 *     more, in the currency of settlement
 */
public record MarginTier(Decimal floor, Decimal initialRate, Decimal maintenanceRate, Decimal maintenanceAmount) {

    /** Refuses figures out of range. */
    public MarginTier {
        Checks.that(!floor.isNegative(), "margin.floor", "be zero or more", floor);
        Checks.that(initialRate.isPositive(), "margin.initialRate", "be more than zero", initialRate);
        boolean less = !maintenanceRate.isNegative() && !maintenanceRate.isGreaterThan(initialRate);
        Checks.that(less, "margin.maintenanceRate", "lie between 0 and " + initialRate, maintenanceRate);
        Checks.that(!maintenanceAmount.isNegative(), "margin.maintenanceAmount", "be zero or more", maintenanceAmount);
    }
}
