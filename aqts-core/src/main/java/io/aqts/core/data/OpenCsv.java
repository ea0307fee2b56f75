package io.aqts.core.data;

import io.aqts.market.BarInterval;
import java.nio.file.Path;

/**
 * A bar file while it is read.
 *
 * @param path the file
 * @param sniff what its first rows told
 * @param cursor its bars
 * @param flaws what was repaired so far
 */
record OpenCsv(Path path, CsvSniff sniff, BarCursor cursor, FlawCounter flaws) {

    static OpenCsv of(Path path, CsvOptions options) {
        CsvSniff sniff = CsvSniff.of(path, options);
        FlawCounter flaws = new FlawCounter(path.toString(), options.repair());
        CsvRows rows = CsvRows.open(path, flaws, null);
        if (options.repair().unsorted() != Repair.SORT) {
            return new OpenCsv(path, sniff, new CsvCursor(rows, flaws, options, sniff.intervalNanos()), flaws);
        }
        try (rows) {
            SortedRows sorted = new SortedRows(flaws, options);
            return new OpenCsv(path, sniff, BarSeries.cursor(sorted.read(rows, sniff.intervalNanos())), flaws);
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

    RepairReport repairs() {
        return flaws.report();
    }
}
