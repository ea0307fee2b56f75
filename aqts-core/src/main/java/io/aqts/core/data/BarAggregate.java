package io.aqts.core.data;

import io.aqts.DataSourceException;
import io.aqts.market.Bar;
import io.aqts.market.BarInterval;
import org.jspecify.annotations.Nullable;

/** Builds bars of one instrument from shorter ones. */
final class BarAggregate {

    private final String symbol;
    private final long interval;
    private boolean begun;
    private long end;
    private long lastChildEnd = Long.MIN_VALUE;
    private double open;
    private double high;
    private double low;
    private double close;
    private double volume;
    private double lostVolume;
    private @Nullable Bar late;
    private @Nullable Bar due;

    BarAggregate(String symbol, long interval) {
        this.symbol = symbol;
        this.interval = interval;
    }

    /** The bar that ended before the shorter bar added last began, and whose own last part is missing. */
    @Nullable Bar late() {
        return late;
    }

    /** The bar that ended together with the shorter bar added last. */
    @Nullable Bar due() {
        return due;
    }

    /** Forgets the bars completed before. */
    void quiet() {
        late = null;
        due = null;
    }

    void add(Bar child) {
        quiet();
        long start = child.startNanos();
        long childEnd = child.epochNanos();
        long boundary = Math.multiplyExact(Math.floorDiv(start, interval) + 1, interval);
        if (start < lastChildEnd || childEnd > boundary) {
            throw misfit(child, boundary);
        }
        lastChildEnd = childEnd;
        if (begun && boundary != end) {
            late = complete();
        }
        if (begun) {
            extend(child);
        } else {
            begin(child, boundary);
        }
        if (childEnd == boundary) {
            due = complete();
        }
    }

    private void begin(Bar child, long boundary) {
        begun = true;
        end = boundary;
        open = child.open();
        high = child.high();
        low = child.low();
        close = child.close();
        volume = child.volume();
        lostVolume = 0;
    }

    private void extend(Bar child) {
        high = Math.max(high, child.high());
        low = Math.min(low, child.low());
        close = child.close();
        double added = child.volume();
        double sum = volume + added;
        lostVolume += volume >= added ? volume - sum + added : added - sum + volume;
        volume = sum;
    }

    private Bar complete() {
        begun = false;
        return new Bar(end, interval, open, high, low, close, volume + lostVolume);
    }

    private DataSourceException misfit(Bar child, long boundary) {
        String rule = child.startNanos() < lastChildEnd
                ? "start at or after " + CheckedRows.shown(lastChildEnd) + ", where the bar before ends"
                : "end by " + CheckedRows.shown(boundary) + " to lie within one bar of " + new BarInterval(interval);
        return new DataSourceException("bar of " + symbol + " must " + rule + ", but was from "
                + CheckedRows.shown(child.startNanos()) + " to " + CheckedRows.shown(child.epochNanos()));
    }
}
