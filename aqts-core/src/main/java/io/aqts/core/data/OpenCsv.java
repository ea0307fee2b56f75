package io.aqts.core.data;

import io.aqts.market.BarInterval;
import java.nio.file.Path;

/**
 * A bar file while it is read.
 *
 * @param path the file
 * @param options how it is read
 * @param sniff what its first rows told
 * @param cursor its bars
 * @param flaws what was repaired so far
 */
record OpenCsv(Path path, CsvOptions options, CsvSniff sniff, BarCursor cursor, FlawCounter flaws) {

    static OpenCsv of(Path path, CsvOptions options) {
        CsvSniff sniff = CsvSniff.of(path, options);
        FlawCounter flaws = new FlawCounter(path.toString(), options.repair());
        CsvRows rows = CsvRows.open(path, flaws, null);
        if (options.repair().unsorted() != Repair.SORT) {
            return new OpenCsv(path, options, sniff, new CsvCursor(rows, flaws, options, sniff.intervalNanos()), flaws);
        }
        try (rows) {
            SortedRows sorted = new SortedRows(flaws, options);
            return new OpenCsv(path, options, sniff, BarSeries.cursor(sorted.read(rows, sniff.intervalNanos())), flaws);
        }
    }

    BarSeries read() {
        BarSeries.Builder builder = BarSeries.builder(new BarInterval(sniff.intervalNanos()));
        try {
            while (cursor.advance()) {
                builder.add(cursor);
            }
        } finally {
            cursor.release();
        }
        builder.repairs(repairs());
        return builder.build();
    }

    /** What the file is, how it was read, and what was repaired so far, in one line. */
    String origin(String symbol) {
        StringBuilder text = new StringBuilder()
                .append(path.getFileName())
                .append(" as ")
                .append(symbol)
                .append(", sha256 ")
                .append(Inspection.digest(path))
                .append("; times ")
                .append(sniff);
        if (options.fromNanos() != Long.MIN_VALUE) {
            text.append("; bars that end at ")
                    .append(CheckedRows.shown(options.fromNanos()))
                    .append(" or later");
        }
        if (options.toNanos() != Long.MAX_VALUE) {
            text.append("; bars that end before ").append(CheckedRows.shown(options.toNanos()));
        }
        if (flaws.clockChanges() > 0) {
            text.append("; bars an hour shorter or longer because clocks changed: ")
                    .append(flaws.clockChanges());
        }
        for (RepairReport.Entry entry : repairs().entries()) {
            text.append("; repaired ")
                    .append(entry.rows())
                    .append(' ')
                    .append(entry.flaw())
                    .append(" by ")
                    .append(entry.repair());
        }
        return text.toString();
    }

    RepairReport repairs() {
        return flaws.report();
    }
}
