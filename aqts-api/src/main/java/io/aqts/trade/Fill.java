package io.aqts.trade;

import io.aqts.internal.Checks;

/**
 * A trade of ours: how much changed hands, at what price, for what fee.
 *
 * @param orderId the approval it belongs to
 * @param epochNanos the moment, in nanoseconds since 1970-01-01T00:00Z
 * @param instrument the index of the instrument in the universe
 * @param side whether we bought or sold
 * @param quantity in units of the base, more than zero
 * @param price in quote currency, more than zero
 * @param fee what the fee was worth in quote currency, whatever it was paid in; negative for a rebate. What left which
 *     balance is said by {@link FillContext#payment()}
 * @param context venue, liquidity and cause
 */
public record Fill(
        long orderId,
        long epochNanos,
        int instrument,
        Side side,
        Decimal quantity,
        Decimal price,
        Decimal fee,
        FillContext context) {

    /** Refuses quantities and prices that are not more than zero, and news that are later than the fill. */
    public Fill {
        Checks.that(quantity.isPositive(), "fill.quantity", "be more than zero", quantity);
        Checks.that(price.isPositive(), "fill.price", "be more than zero", price);
        long news = context.newsNanos();
        boolean isKnown = news <= epochNanos || news == FillContext.ITS_OWN;
        Checks.that(isKnown, "fill.context.newsNanos", "be no later than the fill", news);
        context = news == epochNanos ? context.withNews(FillContext.ITS_OWN) : context;
    }

    /**
     * {@return the moment of the news it was made of, no later than its own moment} What befalls holders by then, such
     * as a split or a dividend, came before the fill, and what befalls them later came after it.
     */
    public long sinceNanos() {
        return Math.min(context.newsNanos(), epochNanos);
    }

    /** {@return quantity times price, in quote currency, exact} */
    public Decimal notional() {
        return quantity.times(price);
    }

    /**
     * {@return what it took of the money of a purchase, in quote currency} That is the notional with the fee, unless
     * the fee was withheld from what was bought.
     */
    public Decimal cost() {
        return context.payment() instanceof FeePayment.Withheld
                ? notional()
                : notional().plus(fee);
    }

    /**
     * {@return the fill as the account feels it} If a part of a purchase was withheld as its fee, only the rest was
     * received, at the same price and for the same money: the cash paid is its notional and its fee, exactly. Else it
     * is this fill.
     */
    public Fill settled() {
        if (!(context.payment() instanceof FeePayment.Withheld withheld)) {
            return this;
        }
        Decimal received = quantity.minus(withheld.amount());
        Decimal worth = withheld.amount().times(price);
        return new Fill(orderId, epochNanos, instrument, side, received, price, worth, context.paidInQuote());
    }

    /** {@return how much worse than the arrival price it was, in basis points of that price; positive is a cost} */
    public double slippageBps() {
        double arrival = context.arrivalPrice().toDouble();
        return side.sign() * (price.toDouble() / arrival - 1) * 10_000;
    }
}
