package io.aqts.core.detect;

/**
 * The last bars of one instrument: their ends, closes and logarithms of closes, each by its distance from the newest.
 */
final class BarWindow {

    private static final int ROOM = 4;

    private final int size;
    private final long[] nanos;
    private final double[] closes;
    private final double[] logs;
    private int end = -1;
    private long count;

    BarWindow(int size) {
        this.size = size;
        this.nanos = new long[ROOM * size];
        this.closes = new double[ROOM * size];
        this.logs = new double[ROOM * size];
    }

    void add(long epochNanos, double close) {
        if (end == nanos.length - 1) {
            int from = nanos.length - size + 1;
            System.arraycopy(nanos, from, nanos, 0, size - 1);
            System.arraycopy(closes, from, closes, 0, size - 1);
            System.arraycopy(logs, from, logs, 0, size - 1);
            end = size - 2;
        }
        end++;
        nanos[end] = epochNanos;
        closes[end] = close;
        logs[end] = StrictMath.log(close);
        count++;
    }

    /** {@return how many bars were ever added} */
    long count() {
        return count;
    }

    /** {@return how many bars are held} */
    int reach() {
        return (int) Math.min(count, size);
    }

    long nanos(int lag) {
        return nanos[end - lag];
    }

    double close(int lag) {
        return closes[end - lag];
    }

    double log(int lag) {
        return logs[end - lag];
    }

    /** {@return the logarithms of closes, the newest at {@link #end()} and older ones right before it} */
    double[] logs() {
        return logs;
    }

    int end() {
        return end;
    }
}
