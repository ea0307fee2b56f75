package io.aqts.config;

/** Which of what was opened is closed first, and so what a sale has earned. */
public enum LotMethod {
    /** All that is open has one average cost. */
    AVERAGE,
    /** What was opened first is closed first. */
    FIFO,
    /** What was opened last is closed first. */
    LIFO,
    /** The lots named for the closing order, then those its own order opened, then what was opened first. */
    SPECIFIC
}
