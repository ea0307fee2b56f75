package io.aqts.core.detect;

/**
 * Where a value stands among its own recent past: the causal probability-integral transform.
 *
 * <p>The rank is {@code (smaller + equal / 2 + 1 / 2) / (n + 1)} of the n values before it, and never less than
 * {@code 1 / 2n}. On a series without memory it is evenly spread between 0 and 1, whatever the distribution.
 */
final class RollingRank {

    private final SortedWindow past;
    private final LogTable logs;
    private double share;
    private double logShare;

    /**
     * A rank without history.
     *
     * @param size how many earlier values to rank among
     * @param logs the logarithms up to {@link #mostLog(int)}
     */
    RollingRank(int size, LogTable logs) {
        this.past = new SortedWindow(size);
        this.logs = logs;
    }

    static int mostLog(int size) {
        return 2 * (size + 1);
    }

    /**
     * Ranks a value among those before it, then takes it in.
     *
     * @param value finite
     * @return how many values it was ranked among
     */
    int add(double value) {
        int n = past.count();
        int place = past.add(value) + 1;
        if (place * (double) n < n + 1) {
            share = n == 0 ? 0.5 : 0.5 / n;
            logShare = n == 0 ? -logs.log(2) : -logs.log(2 * n);
        } else {
            share = place / (2.0 * (n + 1));
            logShare = logs.log(place) - logs.log(2 * (n + 1));
        }
        return n;
    }

    /** {@return the rank of the last value, more than 0 and less than 1} */
    double share() {
        return share;
    }

    /** {@return the natural logarithm of {@link #share()}} */
    double logShare() {
        return logShare;
    }
}
