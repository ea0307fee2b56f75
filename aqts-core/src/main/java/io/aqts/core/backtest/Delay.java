package io.aqts.core.backtest;

import io.aqts.core.execute.LatencyModel;
import java.time.Duration;

/** By how much orders are late: by bars of their instrument, or by a time. */
record Delay(int bars, Duration time) {

    static final Delay NONE = new Delay(0, Duration.ZERO);

    static Delay ofBars(int bars) {
        return new Delay(bars, Duration.ZERO);
    }

    static Delay of(Duration time) {
        return new Delay(0, time);
    }

    boolean isNone() {
        return bars == 0 && time.isZero();
    }

    /** {@return how late that is with bars of a length, at most the end of time} */
    long nanos(long barNanos) {
        boolean isBeyondTime = bars > 0 && barNanos > Long.MAX_VALUE / bars;
        return isBeyondTime ? Long.MAX_VALUE : LatencyModel.later(bars * barNanos, time.toNanos());
    }

    @Override
    public String toString() {
        return bars == 0 ? time.toString() : bars == 1 ? "1 bar" : bars + " bars";
    }
}
