package io.aqts.core.data;

import java.util.Arrays;

/**
 * How far the starts of neighbouring bars lie apart.
 *
 * @param nanos the most frequent distance, and of equally frequent ones the smallest; 0 if there is none
 * @param pairs how many pairs of neighbours are that far apart
 * @param allPairs how many pairs of neighbours there are
 */
record Spacing(long nanos, int pairs, int allPairs) {

    private static final long HOUR = 3_600_000_000_000L;
    private static final long DAY = 24 * HOUR;

    /** The spacing of some starts, which need not be in order. */
    static Spacing of(long[] starts, int count) {
        long[] sorted = Arrays.copyOf(starts, count);
        Arrays.sort(sorted);
        long[] steps = new long[count];
        int used = 0;
        for (int i = 1; i < count; i++) {
            long step = sorted[i] - sorted[i - 1];
            if (step > 0) {
                steps[used++] = step;
            }
        }
        Arrays.sort(steps, 0, used);
        long best = 0;
        int most = 0;
        int run = 0;
        for (int i = 0; i < used; i++) {
            run = i > 0 && steps[i] == steps[i - 1] ? run + 1 : 1;
            if (run > most) {
                most = run;
                best = steps[i];
            }
        }
        return new Spacing(best, most, used);
    }

    /** Whether most bars lie another distance apart than this one. */
    boolean contradicts(long intervalNanos) {
        return nanos != intervalNanos && 2L * pairs > allPairs;
    }

    /**
     * Whether bars of this length last from one local midnight to another, and so an hour less or more twice a year.
     */
    static boolean followsClocks(long intervalNanos) {
        return intervalNanos % DAY == 0;
    }

    /** The length of a bar whose successor starts so much later than it does. */
    static long length(long intervalNanos, long apartNanos) {
        boolean changed = followsClocks(intervalNanos) && Math.abs(apartNanos - intervalNanos) == HOUR;
        return changed ? apartNanos : intervalNanos;
    }

    /** The rule that a bar breaks which starts before the one before it ends. */
    static String overlapRule(long endNanos, long startNanos) {
        return "timestamp must not be before " + CheckedRows.shown(endNanos) + ", when the bar before ends, but was "
                + CheckedRows.shown(startNanos);
    }
}
