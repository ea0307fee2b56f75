package io.aqts.core.risk.rule;

/** The last few moments of something, in a ring that never grows. */
final class RecentTimes {

    private final long[] moments;
    private int at;
    private int count;

    RecentTimes(int size) {
        moments = new long[size];
    }

    void add(long epochNanos) {
        moments[at] = epochNanos;
        at = at + 1 == moments.length ? 0 : at + 1;
        count = Math.min(count + 1, moments.length);
    }

    /** Whether as many as fit have happened, and the oldest of them less than a time ago. */
    boolean areFullWithin(long nanos, long now) {
        return count == moments.length && now - moments[at] < nanos;
    }

    void clear() {
        count = 0;
        at = 0;
    }
}
