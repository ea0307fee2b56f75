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

    /** Reads the first thousand rows; a stated interval that they contradict is refused. */
    static CsvSniff of(Path path, CsvOptions options) {
        FlawCounter flaws = new FlawCounter(path.toString(), options.repair());
        long[] starts = new long[SAMPLE];
        long[] lines = new long[SAMPLE];
        int count = 0;
        try (CsvRows rows = CsvRows.open(path, flaws, null)) {
            CheckedRows checked = new CheckedRows(rows, flaws);
            while (count < SAMPLE && checked.next()) {
                lines[count] = rows.line;
                starts[count++] = rows.startNanos;
            }
            TimestampForm form = rows.form();
            if (count == 0 || form == null) {
                throw flaws.refusal(0, "file must hold bars, but has none below its header");
            }
            BarInterval stated = options.interval();
            if (stated != null) {
                requireAgreement(stated.nanos(), Arrays.copyOf(starts, count), lines, flaws);
                return new CsvSniff(form, stated.nanos(), true);
            }
            Spacing spacing = Spacing.of(starts, count);
            if (spacing.allPairs() == 0) {
                throw flaws.refusal(0, "interval must be given where a file has fewer than two times, but was not");
            }
            return new CsvSniff(form, spacing.nanos(), false);
        }
    }

    /**
     * Bars that are missing put others further apart, but not most of them equally far while no two are as far apart as
     * was stated.
     */
    private static void requireAgreement(long stated, long[] starts, long[] lines, FlawCounter flaws) {
        Spacing spacing = Spacing.of(starts, starts.length);
        if (!spacing.contradicts(stated)) {
            return;
        }
        long line = 0;
        for (int i = 1; i < starts.length; i++) {
            long apart = starts[i] - starts[i - 1];
            if (apart == stated) {
                return;
            }
            line = line == 0 && apart == spacing.nanos() ? lines[i] : line;
        }
        throw flaws.refusal(
                line,
                "interval must be " + new BarInterval(spacing.nanos()) + ", as far as " + spacing.pairs() + " of "
                        + spacing.allPairs() + " bars start after the one before, but was given as "
                        + new BarInterval(stated));
    }

    /** The times and the interval, and where the interval comes from. */
    @Override
    public String toString() {
        return form + ", interval " + new BarInterval(intervalNanos) + (given ? " given" : " inferred");
    }
}
