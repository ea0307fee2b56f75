package io.aqts.trade;

/**
 * What an account must hold against its positions, in its currency, by mark prices.
 *
 * @param equity what all is worth by mark prices
 * @param initial what is needed to open the positions there are
 * @param maintenance what is needed to keep them: at this equity or below they are liquidated
 * @param insured what an insurance has paid so far of losses beyond the whole equity
 */
public record Margin(Decimal equity, Decimal initial, Decimal maintenance, Decimal insured) {

    /** No margin is kept. */
    public static final Margin NONE = new Margin(Decimal.ZERO, Decimal.ZERO, Decimal.ZERO, Decimal.ZERO);

    /** {@return what is left for new positions; negative when too much is used} */
    public Decimal free() {
        return equity.minus(initial);
    }

    /** {@return whether the positions are to be liquidated: the equity has come down to the maintenance margin} */
    public boolean isCalled() {
        return initial.isPositive() && !equity.isGreaterThan(maintenance);
    }

    /** {@return what is owed beyond all that there is; zero unless the equity is negative} */
    public Decimal deficit() {
        return equity.isNegative() ? equity.negate() : Decimal.ZERO;
    }
}
