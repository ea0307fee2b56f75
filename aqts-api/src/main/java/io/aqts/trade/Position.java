package io.aqts.trade;

import io.aqts.internal.Lists;
import java.util.List;

/**
 * What is held of one instrument, and what it has earned so far.
 *
 * <p>Sums are in the currency the instrument settles in: the quote currency, or the base currency of an inverse
 * contract.
 *
 * @param quantity in units of the base, or contracts; negative for a short position, zero when flat. Where long and
 *     short are held side by side it is the difference
 * @param cost the value of the open quantity at the prices it was opened at, by the {@link Payoff}: for spot what it
 *     was bought for, or, negative, sold for; without fees
 * @param realizedPnl what closed quantities have earned, before fees
 * @param fees what was paid; negative when rebates prevail
 * @param mark the last known price while something is held, in quote currency; zero when flat
 * @param carry what holding it has brought besides
 * @param payoff how its price becomes money
 * @param lots what it consists of, oldest first; none where only the average is kept
 */
public record Position(
        Decimal quantity,
        Decimal cost,
        Decimal realizedPnl,
        Decimal fees,
        double mark,
        Carry carry,
        Payoff payoff,
        List<Lot> lots) {

    /** Nothing held, nothing earned, no price known. */
    public static final Position FLAT = new Position(Decimal.ZERO, Decimal.ZERO, Decimal.ZERO, Decimal.ZERO, 0);

    /** Copies the lots. */
    public Position {
        lots = Lists.frozen(lots);
    }

    /**
     * A position that was paid for, without lots and without carry.
     *
     * @param quantity in units of the base
     * @param cost what the open quantity was bought for, or, negative, sold for
     * @param realizedPnl what closed quantities have earned
     * @param fees what was paid
     * @param mark the last known price while something is held
     */
    public Position(Decimal quantity, Decimal cost, Decimal realizedPnl, Decimal fees, double mark) {
        this(quantity, cost, realizedPnl, fees, mark, Carry.NONE, Payoff.exchange(), List.of());
    }

    /**
     * A position in which nothing was ever held.
     *
     * @param payoff how the price becomes money
     * @return the position
     */
    public static Position flat(Payoff payoff) {
        return payoff.isExchange()
                ? FLAT
                : new Position(
                        Decimal.ZERO, Decimal.ZERO, Decimal.ZERO, Decimal.ZERO, 0, Carry.NONE, payoff, List.of());
    }

    /** {@return whether nothing is held; a long and a short lot of the same size are not nothing} */
    public boolean isFlat() {
        return quantity.isZero() && lots.isEmpty();
    }

    /**
     * {@return what the position adds to equity at the mark, in the currency of settlement} For spot its value,
     * negative for a short one; for a contract what it would earn, since nothing was paid for it. Zero as long as it
     * has no mark.
     */
    public Decimal marketValue() {
        return marketValue(mark);
    }

    /**
     * What the position adds to equity at a price.
     *
     * @param price in quote currency; zero where there is none
     * @return its value in the currency of settlement
     */
    public Decimal marketValue(double price) {
        if (isFlat() || price == 0) {
            return Decimal.ZERO;
        }
        Decimal value = payoff.value(quantity, Decimal.fromDouble(price));
        return payoff.isExchange() ? value : value.minus(cost);
    }

    /** {@return what would be earned by closing at the mark, in the currency of settlement, before fees} */
    public Decimal unrealizedPnl() {
        return payoff.isExchange() ? marketValue().minus(cost) : marketValue();
    }

    /** {@return what closed quantities have earned, after all fees paid so far, without carry} */
    public Decimal netPnl() {
        return realizedPnl.minus(fees);
    }

    /** {@return the average price paid or received for the open quantity; zero when flat} */
    public double averagePrice() {
        return quantity.isZero() ? 0 : payoff.price(quantity.toDouble(), cost.toDouble());
    }

    /**
     * How much of it is long, or short.
     *
     * @param side a buy for what is long
     * @return the quantity, zero or more; from the lots where long and short are held side by side
     */
    public Decimal held(Side side) {
        Decimal sum = Decimal.ZERO;
        for (Lot lot : lots) {
            sum = lot.quantity().signum() == side.sign()
                    ? sum.plus(lot.quantity().abs())
                    : sum;
        }
        return lots.isEmpty() && quantity.signum() == side.sign() ? quantity.abs() : sum;
    }

    /**
     * The same position at another price.
     *
     * @param price the new mark, in quote currency
     * @return the position marked to it
     */
    public Position withMark(double price) {
        return new Position(quantity, cost, realizedPnl, fees, price, carry, payoff, lots);
    }

    /**
     * The same position after holding it has brought or cost something.
     *
     * @param more what was received, negative when paid
     * @return the changed position
     */
    public Position withCarry(Carry more) {
        return new Position(quantity, cost, realizedPnl, fees, mark, carry.plus(more), payoff, lots);
    }
}
