package io.aqts.core.backtest;

import io.aqts.market.Bar;
import io.aqts.market.MarketSnapshot;

/** How long a bar of each instrument is, as far as was seen; without bars, how long the last step was. */
final class BarLengths {

    private final long[] lengths;
    private long lastNanos = Long.MIN_VALUE;
    private long stepNanos;
    private long first;

    BarLengths(int instruments) {
        lengths = new long[instruments];
    }

    void see(MarketSnapshot snapshot) {
        long now = snapshot.epochNanos();
        stepNanos = lastNanos == Long.MIN_VALUE ? 0 : now - lastNanos;
        lastNanos = now;
        for (int i = 0; i < lengths.length; i++) {
            Bar bar = snapshot.instrument(i).bar();
            if (bar != null) {
                lengths[i] = bar.intervalNanos();
                first = first == 0 ? lengths[i] : first;
            }
        }
    }

    long of(int instrument) {
        return lengths[instrument] > 0 ? lengths[instrument] : stepNanos;
    }

    /** {@return the length of the first bar that was seen, by which delays in bars and in time are compared} */
    long usual() {
        return first > 0 ? first : stepNanos;
    }
}
