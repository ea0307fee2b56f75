package io.aqts.core.data;

import io.aqts.DataSourceException;
import org.jspecify.annotations.Nullable;

/**
 * Walks over the bars of one file, refusing or repairing what is wrong with them. Holds one row, never the file.
 *
 * <p>A bar of whole days ends where the next one starts if that is an hour earlier or later than usual, because clocks
 * changed. Any other bar that starts before the one before it ends is refused.
 */
final class CsvCursor extends BarCursor {

    private final CsvRows rows;
    private final CheckedRows checked;
    private final FlawCounter flaws;
    private final long fromNanos;
    private final long toNanos;
    private final long usualNanos;
    private final boolean keepsLast;
    private final boolean looksAhead;
    private final boolean asWritten;
    private boolean held;
    private boolean ended;
    private long last = Long.MIN_VALUE;
    private @Nullable DataSourceException failure;
    private @Nullable DataSourceException failureAhead;

    CsvCursor(CsvRows rows, FlawCounter flaws, CsvOptions options, long intervalNanos) {
        this(rows, flaws, options, intervalNanos, false);
    }

    private CsvCursor(CsvRows rows, FlawCounter flaws, CsvOptions options, long intervalNanos, boolean asWritten) {
        this.rows = rows;
        this.checked = new CheckedRows(rows, flaws);
        this.flaws = flaws;
        this.intervalNanos = intervalNanos;
        this.usualNanos = intervalNanos;
        this.fromNanos = options.fromNanos();
        this.toNanos = options.toNanos();
        this.keepsLast = flaws.keepsLast();
        this.asWritten = asWritten;
        this.looksAhead = keepsLast || (!asWritten && Spacing.followsClocks(intervalNanos));
    }

    /** A cursor that gives every bar the same length, though they may overlap: for telling what a file holds. */
    static CsvCursor asWritten(CsvRows rows, FlawCounter flaws, CsvOptions options, long intervalNanos) {
        return new CsvCursor(rows, flaws, options, intervalNanos, true);
    }

    @Override
    boolean advance() {
        if (failure != null) {
            throw failure;
        }
        try {
            while (!ended && step()) {
                if (endNanos >= toNanos) {
                    break;
                }
                if (endNanos >= fromNanos) {
                    return true;
                }
            }
        } catch (DataSourceException e) {
            failure = e;
            release();
            throw e;
        }
        if (!ended) {
            ended = true;
            release();
        }
        return false;
    }

    @Override
    void release() {
        rows.close();
    }

    /** The line of the row read last. */
    long line() {
        return rows.line;
    }

    private boolean step() {
        if (looksAhead) {
            return stepLookingAhead();
        }
        while (checked.next()) {
            if (rows.startNanos > last) {
                if (endNanos > rows.startNanos && last != Long.MIN_VALUE && !asWritten) {
                    throw overlap();
                }
                take();
                return true;
            }
            settle();
        }
        return false;
    }

    private boolean stepLookingAhead() {
        if (failureAhead != null) {
            throw failureAhead;
        }
        if (!held && !pull()) {
            return false;
        }
        take();
        held = false;
        try {
            while (pull()) {
                if (rows.startNanos > last) {
                    held = true;
                    fitToNext();
                    return true;
                }
                take();
            }
        } catch (DataSourceException e) {
            failureAhead = e;
        }
        return true;
    }

    /** Moves on to a row that is later than the bar, or that is to take its place. */
    private boolean pull() {
        while (checked.next()) {
            if (rows.startNanos > last || (settle() == BarFlaw.DUPLICATE && keepsLast)) {
                return true;
            }
        }
        return false;
    }

    private void fitToNext() {
        if (asWritten) {
            return;
        }
        intervalNanos = Spacing.length(usualNanos, rows.startNanos - last);
        endNanos = last + intervalNanos;
        if (intervalNanos != usualNanos) {
            flaws.clocksChanged();
        }
        if (endNanos > rows.startNanos) {
            throw overlap();
        }
    }

    private DataSourceException overlap() {
        return flaws.refusal(rows.line, Spacing.overlapRule(endNanos, rows.startNanos));
    }

    private BarFlaw settle() {
        BarFlaw flaw = rows.startNanos == last ? BarFlaw.DUPLICATE : BarFlaw.UNSORTED;
        flaws.meet(flaw, rows.line, CheckedRows.orderRule(last, rows.startNanos));
        return flaw;
    }

    private void take() {
        last = rows.startNanos;
        intervalNanos = usualNanos;
        endNanos = Math.addExact(last, usualNanos);
        double[] values = rows.values;
        open = values[CsvHeader.OPEN];
        high = values[CsvHeader.HIGH];
        low = values[CsvHeader.LOW];
        close = values[CsvHeader.CLOSE];
        volume = values[CsvHeader.VOLUME];
    }
}
