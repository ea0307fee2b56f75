package io.aqts.core.data;

import io.aqts.DataSourceException;
import io.aqts.market.Bar;
import io.aqts.market.BarInterval;
import org.jspecify.annotations.Nullable;

/** Builds bars of one instrument from shorter ones. */
final class BarAggregate {

    private final String symbol;
    private final long interval;
    private final VolumeSum volume = new VolumeSum();
    private boolean begun;
    private long end;
    private long lastChildEnd = Long.MIN_VALUE;
    private double open;
    private double high;
    private double low;
    private double close;
    private @Nullable Bar late;
    private @Nullable Bar due;

    BarAggregate(String symbol, long interval) {
        this.symbol = symbol;
        this.interval = interval;
    }

    /** The bar that ended before the shorter bar added last began, and whose own last part is missing. */
    @Nullable
    Bar late() {
        return late;
    }

    /** The bar that ended together with the shorter bar added last. */
    @Nullable
    Bar due() {
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
        boolean within = begun && start < end && start >= end - interval;
        long boundary = within ? end : Math.multiplyExact(Math.floorDiv(start, interval) + 1, interval);
        if (start < lastChildEnd || childEnd > boundary) {
            throw misfit(child, boundary);
        }
        lastChildEnd = childEnd;
        if (begun && boundary != end) {
            late = complete();
        }
        if (!begun) {
            begin(child, boundary);
        }
        high = Math.max(high, child.high());
        low = Math.min(low, child.low());
        close = child.close();
        volume.add(child.volume());
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
        volume.begin();
    }

    private Bar complete() {
        begun = false;
        return new Bar(end, interval, open, high, low, close, volume.total());
    }

    private DataSourceException misfit(Bar child, long boundary) {
        String rule = child.startNanos() < lastChildEnd
                ? "start at or after " + CheckedRows.shown(lastChildEnd) + ", where the bar before ends"
                : "end by " + CheckedRows.shown(boundary) + " to lie within one bar of " + new BarInterval(interval);
        return new DataSourceException("bar of " + symbol + " must " + rule + ", but was from "
                + CheckedRows.shown(child.startNanos()) + " to " + CheckedRows.shown(child.epochNanos()));
    }
}
