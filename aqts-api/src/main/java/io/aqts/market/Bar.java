package io.aqts.market;

import io.aqts.internal.Checks;

/**
 * What an instrument's price did over one interval.
 *
 * <p>A bar is stamped with its <b>end</b>, the first moment it may be known. It covers the half-open interval
 * {@code [epochNanos - intervalNanos, epochNanos)}.
 *
 * @param epochNanos the end of the bar, in nanoseconds since 1970-01-01T00:00Z
 * @param intervalNanos the length of the bar in nanoseconds, more than zero
 * @param open the first price, in quote currency, more than zero
 * @param high the highest price, not below open, low and close
 * @param low the lowest price, more than zero, not above open and close
 * @param close the last price
 * @param volume what was traded, in units of the base, zero or more; zero also where a source has none
 */
public record Bar(
        long epochNanos, long intervalNanos, double open, double high, double low, double close, double volume) {

    /** Refuses prices and volumes that are not finite or contradict one another. */
    public Bar {
        if (!(low > 0
                && low <= open
                && low <= close
                && high >= open
                && high >= close
                && high < Double.POSITIVE_INFINITY
                && volume >= 0
                && volume < Double.POSITIVE_INFINITY
                && intervalNanos > 0)) {
            refuse(new double[] {open, high, low, close}, volume, intervalNanos);
        }
    }

    /** {@return the first moment the bar covers, in nanoseconds since 1970-01-01T00:00Z} */
    public long startNanos() {
        return epochNanos - intervalNanos;
    }

    private static void refuse(double[] prices, double volume, long intervalNanos) {
        String[] names = {"bar.open", "bar.high", "bar.low", "bar.close"};
        for (int i = 0; i < prices.length; i++) {
            Checks.positive(names[i], prices[i]);
        }
        Checks.notNegative("bar.volume", volume);
        Checks.atLeast("bar.intervalNanos", intervalNanos, 1);
        Checks.that(prices[2] <= Math.min(prices[0], prices[3]), "bar.low", "not exceed open and close", prices[2]);
        Checks.that(prices[1] >= Math.max(prices[0], prices[3]), "bar.high", "not be below open and close", prices[1]);
        throw new IllegalArgumentException("bar must be consistent");
    }
}
