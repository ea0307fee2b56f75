package io.aqts.market;

import io.aqts.internal.Checks;
import io.aqts.trade.Decimal;
import java.util.List;

/**
 * What a margin account must hold against positions in an instrument, and what becomes of it where that is not enough.
 *
 * @param tiers by rising floor, the first of which is zero; at least one
 * @param liquidationFee the share of the notional a liquidation costs besides the venue's own fee; 0 to 1
 * @param insured whether what a liquidation loses beyond all equity is borne by an insurance, and not owed
 */
public record MarginSchedule(List<MarginTier> tiers, Decimal liquidationFee, boolean insured) {

    /** Everything is paid in full: the whole notional is needed to open and nothing to keep. */
    public static final MarginSchedule PAID_IN_FULL = of(Decimal.ONE, Decimal.ZERO);

    /** Copies the tiers and refuses a list that does not rise from zero, and a fee out of range. */
    public MarginSchedule {
        tiers = List.copyOf(tiers);
        Checks.that(!tiers.isEmpty() && tiers.get(0).floor().isZero(), "margin.tiers", "begin at zero", tiers);
        for (int i = 1; i < tiers.size(); i++) {
            boolean rises = tiers.get(i).floor().isGreaterThan(tiers.get(i - 1).floor());
            Checks.that(rises, "margin.tiers", "have rising floors", tiers);
        }
        boolean share = !liquidationFee.isNegative() && !liquidationFee.isGreaterThan(Decimal.ONE);
        Checks.that(share, "margin.liquidationFee", "lie between 0 and 1", liquidationFee);
    }

    /**
     * The same rates for every size, no fee and no insurance.
     *
     * @param initialRate the share of the notional needed to open; more than zero
     * @param maintenanceRate the share of the notional needed to keep; at most {@code initialRate}
     * @return the schedule
     */
    public static MarginSchedule of(Decimal initialRate, Decimal maintenanceRate) {
        MarginTier all = new MarginTier(Decimal.ZERO, initialRate, maintenanceRate, Decimal.ZERO);
        return new MarginSchedule(List.of(all), Decimal.ZERO, false);
    }

    /**
     * What is needed to open a position.
     *
     * @param notional its size in the currency of settlement, zero or more
     * @return the initial margin in that currency, exact
     */
    public Decimal initial(Decimal notional) {
        return notional.times(tier(notional).initialRate());
    }

    /**
     * What is needed to keep a position.
     *
     * @param notional its size in the currency of settlement, zero or more
     * @return the maintenance margin in that currency, exact, zero or more
     */
    public Decimal maintenance(Decimal notional) {
        MarginTier tier = tier(notional);
        return notional.times(tier.maintenanceRate())
                .minus(tier.maintenanceAmount())
                .max(Decimal.ZERO);
    }

    private MarginTier tier(Decimal notional) {
        int at = tiers.size() - 1;
        while (at > 0 && notional.isLessThan(tiers.get(at).floor())) {
            at--;
        }
        return tiers.get(at);
    }
}
