package io.aqts.core.data;

import io.aqts.DataSourceException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;

/** Refuses flawed rows or counts them, as the policy has it. */
final class FlawCounter {

    private final String file;
    private final RepairPolicy policy;
    private final Map<BarFlaw, RepairReport.Entry> met = new EnumMap<>(BarFlaw.class);

    private long clockChanges;

    FlawCounter(String file, RepairPolicy policy) {
        this.file = file;
        this.policy = policy;
    }

    /** Meets a flaw, and fails if it is to be refused. */
    Repair meet(BarFlaw flaw, long line, String rule) {
        Repair repair = policy.of(flaw);
        if (repair == Repair.REFUSE) {
            throw refusal(line, rule);
        }
        RepairReport.Entry before = met.get(flaw);
        met.put(
                flaw,
                before == null
                        ? new RepairReport.Entry(flaw, repair, 1, place(line, rule))
                        : new RepairReport.Entry(flaw, repair, before.rows() + 1, before.first()));
        return repair;
    }

    /** Counts a bar of another length than usual, because clocks changed. */
    void clocksChanged() {
        clockChanges++;
    }

    /** How many bars are an hour shorter or longer than usual. */
    long clockChanges() {
        return clockChanges;
    }

    /** Whether duplicates are settled by a row that is still to come. */
    boolean keepsLast() {
        return policy.duplicate() == Repair.KEEP_LAST;
    }

    DataSourceException refusal(long line, String rule) {
        return new DataSourceException(place(line, rule));
    }

    DataSourceException refusal(long line, String rule, Exception cause) {
        return new DataSourceException(place(line, rule), cause);
    }

    RepairReport report() {
        return met.isEmpty() ? RepairReport.NONE : new RepairReport(new ArrayList<>(met.values()));
    }

    private String place(long line, String rule) {
        return line > 0 ? file + ":" + line + ": " + rule : file + ": " + rule;
    }
}
