package io.aqts.core.data;

import io.aqts.market.BarInterval;
import java.util.Arrays;

/**
 * Reads all rows of a bar file and puts them in the order of their times, rows of one time in the order of the file.
 */
final class SortedRows {

    private final FlawCounter flaws;
    private final CsvOptions options;
    private long[] starts = new long[1_024];
    private long[] lines = new long[1_024];
    private double[] values = new double[1_024 * CsvHeader.VALUES];
    private int count;

    SortedRows(FlawCounter flaws, CsvOptions options) {
        this.flaws = flaws;
        this.options = options;
    }

    BarSeries read(CsvRows rows, long intervalNanos) {
        CheckedRows checked = new CheckedRows(rows, flaws);
        long latest = Long.MIN_VALUE;
        while (checked.next()) {
            if (rows.startNanos < latest) {
                flaws.meet(BarFlaw.UNSORTED, rows.line, CheckedRows.orderRule(latest, rows.startNanos));
            }
            latest = Math.max(latest, rows.startNanos);
            keep(rows);
        }
        Ordered ordered = new Ordered(order(), intervalNanos);
        BarSeries.Builder builder = BarSeries.builder(new BarInterval(intervalNanos));
        while (ordered.advance()) {
            if (ordered.endNanos >= options.fromNanos() && ordered.endNanos < options.toNanos()) {
                builder.add(ordered);
            }
        }
        return builder.build();
    }

    private void keep(CsvRows rows) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            lines = Arrays.copyOf(lines, count * 2);
            values = Arrays.copyOf(values, count * 2 * CsvHeader.VALUES);
        }
        starts[count] = rows.startNanos;
        lines[count] = rows.line;
        System.arraycopy(rows.values, 0, values, count * CsvHeader.VALUES, CsvHeader.VALUES);
        count++;
    }

    /** The rows in the order of their times: each goes to the first free place among its equals. */
    private int[] order() {
        long[] sorted = Arrays.copyOf(starts, count);
        Arrays.sort(sorted);
        int[] taken = new int[count];
        int[] order = new int[count];
        for (int row = 0; row < count; row++) {
            int place = firstOf(sorted, starts[row]);
            order[place + taken[place]++] = row;
        }
        return order;
    }

    private static int firstOf(long[] sorted, long start) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < start) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private final class Ordered extends BarCursor {

        private final int[] order;
        private int next;

        Ordered(int[] order, long intervalNanos) {
            this.order = order;
            this.intervalNanos = intervalNanos;
        }

        @Override
        boolean advance() {
            if (next == order.length) {
                return false;
            }
            int row = order[next++];
            while (next < order.length && starts[order[next]] == starts[row]) {
                int twin = order[next++];
                String rule = CheckedRows.orderRule(starts[row], starts[twin]);
                row = flaws.meet(BarFlaw.DUPLICATE, lines[twin], rule) == Repair.KEEP_LAST ? twin : row;
            }
            endNanos = Math.addExact(starts[row], intervalNanos);
            if (next < order.length) {
                fitTo(starts[order[next]], lines[order[next]], starts[row]);
            }
            int at = row * CsvHeader.VALUES;
            open = values[at + CsvHeader.OPEN];
            high = values[at + CsvHeader.HIGH];
            low = values[at + CsvHeader.LOW];
            close = values[at + CsvHeader.CLOSE];
            volume = values[at + CsvHeader.VOLUME];
            return true;
        }

        private void fitTo(long following, long line, long start) {
            long length = Spacing.length(intervalNanos, following - start);
            if (length != intervalNanos) {
                flaws.clocksChanged();
            }
            endNanos = start + length;
            if (endNanos > following) {
                throw flaws.refusal(line, Spacing.overlapRule(endNanos, following));
            }
        }
    }
}
