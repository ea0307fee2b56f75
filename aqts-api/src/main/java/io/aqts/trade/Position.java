package io.aqts.trade;

/**
 * What is held of one instrument, and what it has earned so far.
 *
 * @param quantity in units of the base; negative for a short position, zero when flat
 * @param cost what the open quantity was bought for, or, negative, sold for; in quote currency, without fees, exact
 * @param realizedPnl what closed quantities have earned, in quote currency, before fees
 * @param fees what was paid, in quote currency; negative when rebates prevail
 * @param mark the last known price while something is held, in quote currency; zero when flat
 */
public record Position(Decimal quantity, Decimal cost, Decimal realizedPnl, Decimal fees, double mark) {

    /** Nothing held, nothing earned, no price known. */
    public static final Position FLAT = new Position(Decimal.ZERO, Decimal.ZERO, Decimal.ZERO, Decimal.ZERO, 0);

    /** {@return whether nothing is held} */
    public boolean isFlat() {
        return quantity.isZero();
    }

    /** {@return what the position is worth at the mark, in quote currency; negative for a short one; exact} */
    public Decimal marketValue() {
        return quantity.isZero() ? Decimal.ZERO : quantity.times(Decimal.fromDouble(mark));
    }

    /** {@return what would be earned by closing at the mark, in quote currency, before fees, exact} */
    public Decimal unrealizedPnl() {
        return marketValue().minus(cost);
    }

    /** {@return the average price paid or received for the open quantity; zero when flat} */
    public double averagePrice() {
        return quantity.isZero() ? 0 : cost.toDouble() / quantity.toDouble();
    }

    /**
     * The same position at another price.
     *
     * @param price the new mark, in quote currency
     * @return the position marked to it
     */
    public Position withMark(double price) {
        return new Position(quantity, cost, realizedPnl, fees, price);
    }
}
