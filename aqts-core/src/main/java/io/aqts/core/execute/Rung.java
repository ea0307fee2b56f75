package io.aqts.core.execute;

import io.aqts.trade.Decimal;

/** One price at one venue, and what is left there in this snapshot. */
final class Rung {

    private final Showing showing;
    private final Offer offer;
    private final double total;
    private Decimal left;

    Rung(Showing showing, Offer offer, double total, Decimal quantity) {
        this.showing = showing;
        this.offer = offer;
        this.total = total;
        this.left = quantity;
    }

    /** {@return the quote or book it comes from} */
    Showing showing() {
        return showing;
    }

    Offer offer() {
        return offer;
    }

    /** {@return the price with the taker's fee, in quote currency} */
    double total() {
        return total;
    }

    Decimal left() {
        return left;
    }

    void consume(Decimal quantity) {
        left = left.minus(quantity);
    }

    /**
     * What one venue shows.
     *
     * @param tariff what it charges
     * @param epochNanos the moment it was known
     * @param halfSpread half the distance from its bid to its ask as a share of the middle; not a number where a side
     *     is empty
     */
    record Showing(Tariff tariff, long epochNanos, double halfSpread) {

        static Showing of(Tariff tariff, long epochNanos, double bid, double ask) {
            return new Showing(tariff, epochNanos, (ask - bid) / (ask + bid));
        }
    }
}
