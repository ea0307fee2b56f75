package io.aqts.core.data;

import java.util.List;

/**
 * What was wrong with the rows of a bar file, and was repaired rather than refused.
 *
 * @param entries one entry for each flaw that was met, in the order of {@link BarFlaw}
 */
public record RepairReport(List<Entry> entries) {

    /** Nothing was wrong. */
    public static final RepairReport NONE = new RepairReport(List.of());

    /** Copies the list. */
    public RepairReport {
        entries = List.copyOf(entries);
    }

    /** {@return how many flaws were met in all} */
    public long total() {
        long total = 0;
        for (Entry entry : entries) {
            total += entry.rows();
        }
        return total;
    }

    /**
     * How many rows had a flaw.
     *
     * @param flaw the flaw
     * @return the number of rows, zero or more
     */
    public long rows(BarFlaw flaw) {
        for (Entry entry : entries) {
            if (entry.flaw() == flaw) {
                return entry.rows();
            }
        }
        return 0;
    }

    /**
     * How often one flaw was met.
     *
     * @param flaw the flaw
     * @param repair what was done about it
     * @param rows how many rows had it, more than zero
     * @param first the place, the rule and the value of the first of them
     */
    public record Entry(BarFlaw flaw, Repair repair, long rows, String first) {}
}
