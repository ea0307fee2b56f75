package io.aqts.core.data;

import io.aqts.DataSourceException;
import org.jspecify.annotations.Nullable;

/** Walks over the bars of one file, refusing or repairing what is wrong with them. Holds one row, never the file. */
final class CsvCursor extends BarCursor {

    private final CsvRows rows;
    private final CheckedRows checked;
    private final FlawCounter flaws;
    private final long fromNanos;
    private final long toNanos;
    private final boolean keepsLast;
    private boolean held;
    private boolean ended;
    private long last = Long.MIN_VALUE;
    private @Nullable DataSourceException failure;

    CsvCursor(CsvRows rows, FlawCounter flaws, CsvOptions options, long intervalNanos) {
        this.rows = rows;
        this.checked = new CheckedRows(rows, flaws);
        this.flaws = flaws;
        this.intervalNanos = intervalNanos;
        this.fromNanos = options.fromNanos();
        this.toNanos = options.toNanos();
        this.keepsLast = flaws.keepsLast();
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
        if (keepsLast) {
            return stepKeepingLast();
        }
        while (checked.next()) {
            if (rows.startNanos > last) {
                take();
                return true;
            }
            settle();
        }
        return false;
    }

    private boolean stepKeepingLast() {
        if (!held && !pullOrdered()) {
            return false;
        }
        take();
        held = false;
        while (pullOrdered()) {
            if (rows.startNanos > last) {
                held = true;
                return true;
            }
            take();
        }
        return true;
    }

    private boolean pullOrdered() {
        while (checked.next()) {
            if (rows.startNanos > last || settle() == BarFlaw.DUPLICATE) {
                return true;
            }
        }
        return false;
    }

    private BarFlaw settle() {
        BarFlaw flaw = rows.startNanos == last ? BarFlaw.DUPLICATE : BarFlaw.UNSORTED;
        flaws.meet(flaw, rows.line, CheckedRows.orderRule(last, rows.startNanos));
        return flaw;
    }

    private void take() {
        last = rows.startNanos;
        endNanos = Math.addExact(last, intervalNanos);
        double[] values = rows.values;
        open = values[CsvHeader.OPEN];
        high = values[CsvHeader.HIGH];
        low = values[CsvHeader.LOW];
        close = values[CsvHeader.CLOSE];
        volume = values[CsvHeader.VOLUME];
    }
}
