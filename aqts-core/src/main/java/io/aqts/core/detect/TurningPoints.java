package io.aqts.core.detect;

/** The last three pivots of a price, dated when they occurred. */
final class TurningPoints {

    private long count;
    private long last;
    private long middle;
    private long first;
    private double lastLog;
    private double middleLog;

    void add(long epochNanos, double log) {
        first = middle;
        middle = last;
        middleLog = lastLog;
        last = epochNanos;
        lastLog = log;
        count++;
    }

    /** {@return whether there are enough pivots for a {@link #ratio()}} */
    boolean hasRatio() {
        return count >= 3;
    }

    /** {@return the gap before the last pivot divided by the gap before that} */
    double ratio() {
        return (double) (last - middle) / (middle - first);
    }

    /** {@return whether there are enough pivots for a {@link #bend}} */
    boolean hasBend() {
        return count >= 2;
    }

    /**
     * The bend at the last pivot, seen from the pivot before and from now.
     *
     * @param epochNanos the moment now, after the last pivot
     * @param log the log price now
     * @param unit the unit of time in nanoseconds
     */
    Bend bend(long epochNanos, double log, double unit) {
        return new Bend(lastLog - middleLog, log - lastLog, (last - middle) / unit, (epochNanos - last) / unit);
    }
}
