package io.aqts.core.data;

import java.time.Instant;

/** The rows of a bar file whose figures make a bar, whatever their order. */
final class CheckedRows {

    private final CsvRows rows;
    private final FlawCounter flaws;

    CheckedRows(CsvRows rows, FlawCounter flaws) {
        this.rows = rows;
        this.flaws = flaws;
    }

    /** Moves on to the next sound or repaired row; false at the end. */
    boolean next() {
        while (rows.next()) {
            if (sound() || repaired()) {
                return true;
            }
        }
        return false;
    }

    /** The rule that a row breaks which is not after the one before. */
    static String orderRule(long before, long nanos) {
        return "timestamp must be after " + shown(before) + " of a row before, but was " + shown(nanos);
    }

    /** A moment as it stands in messages. */
    static String shown(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L))
                .toString();
    }

    private boolean sound() {
        double[] values = rows.values;
        double open = values[CsvHeader.OPEN];
        double high = values[CsvHeader.HIGH];
        double low = values[CsvHeader.LOW];
        double close = values[CsvHeader.CLOSE];
        double volume = values[CsvHeader.VOLUME];
        return low > 0
                && low <= open
                && low <= close
                && high >= open
                && high >= close
                && high < Double.POSITIVE_INFINITY
                && volume >= 0
                && volume < Double.POSITIVE_INFINITY;
    }

    private boolean repaired() {
        for (int role = 0; role < CsvHeader.VALUES; role++) {
            if (!Double.isFinite(rows.values[role])) {
                flaws.meet(BarFlaw.NOT_FINITE, rows.line, rule(role, "be finite"));
                return false;
            }
        }
        for (int role = 0; role < CsvHeader.VOLUME; role++) {
            if (rows.values[role] <= 0) {
                flaws.meet(BarFlaw.NOT_POSITIVE, rows.line, rule(role, "be more than zero"));
                return false;
            }
        }
        if (rows.values[CsvHeader.VOLUME] < 0) {
            flaws.meet(BarFlaw.NOT_POSITIVE, rows.line, rule(CsvHeader.VOLUME, "be zero or more"));
            return false;
        }
        return clamped();
    }

    private boolean clamped() {
        double[] values = rows.values;
        double top = Math.max(values[CsvHeader.OPEN], values[CsvHeader.CLOSE]);
        double bottom = Math.min(values[CsvHeader.OPEN], values[CsvHeader.CLOSE]);
        double high = values[CsvHeader.HIGH];
        double low = values[CsvHeader.LOW];
        String rule = high < top
                ? rule(CsvHeader.HIGH, "not be below open and close " + top)
                : rule(CsvHeader.LOW, "not exceed open and close " + bottom);
        if (flaws.meet(BarFlaw.INCONSISTENT, rows.line, rule) != Repair.CLAMP) {
            return false;
        }
        values[CsvHeader.HIGH] = Math.max(Math.max(high, low), top);
        values[CsvHeader.LOW] = Math.min(Math.min(high, low), bottom);
        return true;
    }

    private String rule(int role, String must) {
        return CsvHeader.name(role) + " must " + must + ", but was " + rows.values[role];
    }
}
