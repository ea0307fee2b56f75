package io.aqts.core.detect;

/**
 * The last values of a series, kept in order of size.
 *
 * <p>Values are finite and zero or more, so the order of their bits as whole numbers is their own; on whole numbers the
 * searches need no branches, which no processor could foretell.
 */
final class SortedWindow {

    private final long[] arrived;
    private final long[] sorted;
    private int at;
    private int count;

    SortedWindow(int size) {
        this.arrived = new long[size];
        this.sorted = new long[size];
    }

    int count() {
        return count;
    }

    /** {@return the middle value, between the two middle ones if there are two; there must be a value} */
    double median() {
        return 0.5 * (Double.longBitsToDouble(sorted[(count - 1) / 2]) + Double.longBitsToDouble(sorted[count / 2]));
    }

    /**
     * Ranks a value among those before it, then takes it in for the oldest one.
     *
     * @param value finite, zero or more
     * @return twice the number of smaller values before it, and once the number of equal ones
     */
    int add(double value) {
        long key = Double.doubleToRawLongBits(value + 0.0);
        int place = count < sorted.length ? insert(key) : replace(arrived[at], key);
        arrived[at] = key;
        at = at + 1 == arrived.length ? 0 : at + 1;
        return place;
    }

    private int insert(long key) {
        int below = count == 0 ? 0 : below(key);
        int place = below + end(key, below);
        System.arraycopy(sorted, below, sorted, below + 1, count - below);
        sorted[below] = key;
        count++;
        return place;
    }

    /** Finds both places in one loop, so that the processor searches them side by side. */
    private int replace(long leaving, long key) {
        long[] values = sorted;
        int below = 0;
        int gap = 0;
        for (int length = values.length; length > 1; ) {
            int half = length >>> 1;
            below += half & (int) ((values[below + half - 1] - key) >> 63);
            gap += half & (int) ((values[gap + half - 1] - leaving) >> 63);
            length -= half;
        }
        below -= (int) ((values[below] - key) >> 63);
        gap -= (int) ((values[gap] - leaving) >> 63);
        int place = below + end(key, below);
        if (gap < below) {
            System.arraycopy(values, gap + 1, values, gap, below - 1 - gap);
            values[below - 1] = key;
        } else {
            System.arraycopy(values, below, values, below + 1, gap - below);
            values[below] = key;
        }
        return place;
    }

    private int end(long key, int below) {
        return below < count && sorted[below] == key ? below(key + 1) : below;
    }

    private int below(long key) {
        int base = 0;
        for (int length = count; length > 1; ) {
            int half = length >>> 1;
            base += half & (int) ((sorted[base + half - 1] - key) >> 63);
            length -= half;
        }
        return base - (int) ((sorted[base] - key) >> 63);
    }
}
