package io.aqts.market;

import io.aqts.internal.Checks;

/**
 * A print on the tape: somebody's trade, not ours. Ours is a {@code Fill}.
 *
 * @param venue the index of the venue in the {@link Universe}
 * @param epochNanos the moment the trade was known, in nanoseconds since 1970-01-01T00:00Z
 * @param price in quote currency, more than zero
 * @param quantity in units of the base, more than zero
 * @param buyerTook whether the buyer was the one who took liquidity
 */
public record Trade(int venue, long epochNanos, double price, double quantity, boolean buyerTook) {

    /** Refuses prices and quantities that are not more than zero. */
    public Trade {
        Checks.atLeast("trade.venue", venue, 0);
        Checks.positive("trade.price", price);
        Checks.positive("trade.quantity", quantity);
    }
}
