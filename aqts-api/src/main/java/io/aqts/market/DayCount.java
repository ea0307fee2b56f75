package io.aqts.market;

/** How many days of interest a year has. */
public enum DayCount {
    /** 360, as money markets of most currencies count. */
    ACT_360(360),
    /** 365, as sterling and most brokers of securities count. */
    ACT_365(365);

    private final int days;

    DayCount(int days) {
        this.days = days;
    }

    /** {@return the days of a year} */
    public int days() {
        return days;
    }
}
