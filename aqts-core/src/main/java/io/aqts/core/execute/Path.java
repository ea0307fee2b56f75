package io.aqts.core.execute;

import io.aqts.market.Bar;

/**
 * Where a bar went, seen from a position.
 *
 * @param open where it began
 * @param adverse the worst price for the position
 * @param favorable the best price for it
 */
record Path(double open, double adverse, double favorable) {

    /** {@return the whole bar, for a long position with sign 1 or a short one with -1} */
    static Path of(Bar bar, int sign) {
        return sign > 0 ? new Path(bar.open(), bar.low(), bar.high()) : new Path(bar.open(), bar.high(), bar.low());
    }

    /**
     * What is sure to lie after an entry somewhere within the bar: a long position was entered on the way down, so the
     * low came after it, but of the high only so much is sure as the close.
     */
    static Path after(double entry, Bar bar, int sign) {
        double start = Math.min(Math.max(entry, bar.low()), bar.high());
        return new Path(start, sign > 0 ? bar.low() : bar.high(), bar.close());
    }
}
