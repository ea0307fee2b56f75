package io.aqts.core.data;

import io.aqts.market.Bar;
import org.jspecify.annotations.Nullable;

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

    /** {@return the bar moved on to, or null at the end} */
    @Nullable
    Bar next() {
        return advance() ? bar() : null;
    }

    final Bar bar() {
        return new Bar(endNanos, intervalNanos, open, high, low, close, volume);
    }
}
