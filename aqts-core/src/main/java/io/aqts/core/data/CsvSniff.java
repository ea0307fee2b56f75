package io.aqts.core.data;

import io.aqts.market.BarInterval;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What the first rows of a bar file tell about the rest.
 *
 * @param form how the file writes its times
 * @param intervalNanos the length of its bars
 * @param given whether that length was stated rather than inferred
 */
record CsvSniff(TimestampForm form, long intervalNanos, boolean given) {

    private static final int SAMPLE = 1_000;

    /** Reads the first thousand rows, or only one if the interval is given. */
    static CsvSniff of(Path path, CsvOptions options) {
        FlawCounter flaws = new FlawCounter(path.toString(), options.repair());
        BarInterval interval = options.interval();
        try (CsvRows rows = CsvRows.open(path, flaws, null)) {
            CheckedRows checked = new CheckedRows(rows, flaws);
            long[] starts = new long[interval == null ? SAMPLE : 1];
            int count = 0;
            while (count < starts.length && checked.next()) {
                starts[count++] = rows.startNanos;
            }
            TimestampForm form = rows.form();
            if (count == 0 || form == null) {
                throw flaws.refusal(0, "file must hold bars, but has none below its header");
            }
            return new CsvSniff(
                    form, interval == null ? infer(starts, count, flaws) : interval.nanos(), interval != null);
        }
    }

    /** The most frequent difference of neighbours in time, and of equally frequent ones the smallest. */
    private static long infer(long[] starts, int count, FlawCounter flaws) {
        Arrays.sort(starts, 0, count);
        long[] steps = new long[count];
        int used = 0;
        for (int i = 1; i < count; i++) {
            long step = starts[i] - starts[i - 1];
            if (step > 0) {
                steps[used++] = step;
            }
        }
        if (used == 0) {
            throw flaws.refusal(0, "interval must be given where a file has fewer than two times, but was not");
        }
        Arrays.sort(steps, 0, used);
        long best = steps[0];
        int most = 0;
        int run = 0;
        for (int i = 0; i < used; i++) {
            run = i > 0 && steps[i] == steps[i - 1] ? run + 1 : 1;
            if (run > most) {
                most = run;
                best = steps[i];
            }
        }
        return best;
    }

    /** The times and the interval, and where the interval comes from. */
    @Override
    public String toString() {
        return form + ", interval " + new BarInterval(intervalNanos) + (given ? " given" : " inferred");
    }
}
