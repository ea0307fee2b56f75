package io.aqts.core.execute;

import io.aqts.market.Bar;

/**
 * The part of a bar that an order or an exit sees: what surely lay in it, and what may have.
 *
 * @param start where the market stood when it began
 * @param sureLow the lowest price that surely came after
 * @param sureHigh the highest price that surely came after
 * @param low the lowest price that may have come after
 * @param high the highest price that may have come after
 * @param close where it ended
 */
record Stretch(double start, double sureLow, double sureHigh, double low, double high, double close) {

    /** {@return the whole of a bar} */
    static Stretch of(Bar bar) {
        return new Stretch(bar.open(), bar.low(), bar.high(), bar.low(), bar.high(), bar.close());
    }

    /**
     * What is left of it when the market comes to a price on its way: what lies further on that way surely follows, and
     * of the other side only so much as the close.
     *
     * @param price the price, taken to the nearest in it
     * @param rises whether the market came to it from below
     */
    Stretch after(double price, boolean rises) {
        double from = Math.min(Math.max(price, low), high);
        double lowest = rises ? close : Math.min(from, sureLow);
        double highest = rises ? Math.max(from, sureHigh) : close;
        return new Stretch(from, lowest, highest, low, high, close);
    }

    /** {@return whether it surely comes to a price} */
    boolean surelyReaches(double price, boolean rises) {
        return rises ? sureHigh >= price : sureLow <= price;
    }

    /** {@return whether it surely comes beyond a price} */
    boolean surelyPasses(double price, boolean rises) {
        return rises ? sureHigh > price : sureLow < price;
    }

    /** {@return whether it may come to a price} */
    boolean mayReach(double price, boolean rises) {
        return rises ? high >= price : low <= price;
    }

    /** {@return whether it may come beyond a price} */
    boolean mayPass(double price, boolean rises) {
        return rises ? high > price : low < price;
    }
}
