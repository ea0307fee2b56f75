package io.aqts.core.detect;

import io.aqts.core.indicator.AverageTrueRange;
import io.aqts.market.Bar;

/**
 * Finds pivots as they are confirmed: the extreme close of a leg, once a close has turned back from it far enough.
 *
 * <p>A pivot occurred at its extreme, but is known only from the bar that confirms it. The first leg is taken to rise.
 */
final class ZigZag {

    private final double reversal;
    private final AverageTrueRange range;
    private final Mark extreme = new Mark();
    private final Mark counter = new Mark();
    private final Mark pivot = new Mark();
    private int leg = 1;

    /**
     * A finder without history.
     *
     * @param reversal how far the close must turn back, in average true ranges
     * @param atrPeriod bars of that average
     */
    ZigZag(double reversal, int atrPeriod) {
        this.reversal = reversal;
        this.range = new AverageTrueRange(atrPeriod);
    }

    /**
     * Takes in one bar.
     *
     * @param bar the bar
     * @param window the bars up to it, itself included
     * @return whether it confirms a pivot
     */
    boolean add(Bar bar, BarWindow window) {
        range.add(bar);
        double close = bar.close();
        if (!extreme.isSet() || leg * (close - extreme.close) > 0) {
            extreme.set(window, 0);
            counter.clear();
            return false;
        }
        if (!counter.isSet() || leg * (close - counter.close) < 0) {
            counter.set(window, 0);
        }
        double back = leg * (extreme.close - close);
        if (!range.isReady() || !(back > 0) || back < reversal * range.value()) {
            return false;
        }
        turn(window);
        return true;
    }

    /** The new leg starts at the pivot, so its extreme and what came after that may lie some bars back. */
    private void turn(BarWindow window) {
        pivot.set(extreme);
        extreme.set(counter);
        leg = -leg;
        counter.clear();
        int back = 0;
        while (back < window.reach() && window.nanos(back) > extreme.nanos) {
            back++;
        }
        for (int lag = back - 1; lag >= 0; lag--) {
            if (!counter.isSet() || leg * (window.close(lag) - counter.close) < 0) {
                counter.set(window, lag);
            }
        }
    }

    /** {@return when the last pivot occurred} */
    long pivotNanos() {
        return pivot.nanos;
    }

    /** {@return the logarithm of the last pivot's close} */
    double pivotLog() {
        return pivot.log;
    }

    /** A close that may become a pivot. */
    private static final class Mark {

        private long nanos;
        private double close;
        private double log;

        boolean isSet() {
            return close > 0;
        }

        void set(BarWindow window, int lag) {
            nanos = window.nanos(lag);
            close = window.close(lag);
            log = window.log(lag);
        }

        void set(Mark other) {
            nanos = other.nanos;
            close = other.close;
            log = other.log;
        }

        void clear() {
            close = 0;
        }
    }
}
