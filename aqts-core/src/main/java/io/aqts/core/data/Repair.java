package io.aqts.core.data;

/**
 * What is done about a flawed row of a bar file. Which repairs suit which flaw is told by {@link BarFlaw#repairs()}.
 */
public enum Repair {
    /** Reading fails and names the row. */
    REFUSE,
    /** The row is left out. */
    DROP,
    /** Of the rows of one time the first is kept. */
    KEEP_FIRST,
    /** Of the rows of one time the last is kept. */
    KEEP_LAST,
    /** The high is raised and the low is lowered until they enclose open and close. */
    CLAMP,
    /** The rows are put in the order of their times, for which the whole file is held in memory. */
    SORT
}
