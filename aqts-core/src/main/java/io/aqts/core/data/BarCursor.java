package io.aqts.core.data;

import io.aqts.market.Bar;

/** Walks over bars from the first to the last, holding the current one in fields. */
abstract class BarCursor {

    long endNanos;
    long intervalNanos;
    double open;
    double high;
    double low;
    double close;
    double volume;

    /** Moves on by one bar; false at the end, again and again. */
    abstract boolean advance();

    /** Lets go of files. */
    void release() {}

    final Bar bar() {
        return new Bar(endNanos, intervalNanos, open, high, low, close, volume);
    }
}
