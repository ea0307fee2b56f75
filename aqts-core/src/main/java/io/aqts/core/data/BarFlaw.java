package io.aqts.core.data;

import java.util.List;

/** A way in which a row of a bar file can be wrong. */
public enum BarFlaw {
    /** The wrong number of fields, or a field that is no number or no time. */
    MALFORMED,
    /** A price or a volume that is infinite or not a number. */
    NOT_FINITE,
    /** A price of zero or less, or a volume below zero. */
    NOT_POSITIVE,
    /** A high below, or a low above, another price of the bar. */
    INCONSISTENT,
    /** The time of the row before. */
    DUPLICATE,
    /** A time before that of an earlier row. */
    UNSORTED;

    /** {@return what may be done about it, refusal first} */
    public List<Repair> repairs() {
        return switch (this) {
            case MALFORMED, NOT_FINITE, NOT_POSITIVE -> List.of(Repair.REFUSE, Repair.DROP);
            case INCONSISTENT -> List.of(Repair.REFUSE, Repair.DROP, Repair.CLAMP);
            case DUPLICATE -> List.of(Repair.REFUSE, Repair.KEEP_FIRST, Repair.KEEP_LAST);
            case UNSORTED -> List.of(Repair.REFUSE, Repair.DROP, Repair.SORT);
        };
    }
}
