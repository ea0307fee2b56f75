package io.aqts.core.data;

/** Counts positive numbers by their magnitude, each to within one per cent, in constant memory. */
final class Histogram {

    private static final int SHIFT = 45;
    private static final long LEAST = Double.doubleToRawLongBits(0x1p-50) >>> SHIFT;
    private static final long MOST = Double.doubleToRawLongBits(0x1p12) >>> SHIFT;

    private final long[] counts = new long[(int) (MOST - LEAST) + 1];
    private long total;

    void add(double number) {
        counts[bucket(number)]++;
        total++;
    }

    /** The lower bound of the bucket of the median; zero if nothing was counted. */
    double median() {
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen * 2 > total) {
                return bound(i);
            }
        }
        return 0;
    }

    /** The least bound of a bucket that is not below a number, so that counting above it is exact. */
    static double boundAbove(double number) {
        int bucket = bucket(number);
        return bound(bucket) < number ? bound(bucket + 1) : bound(bucket);
    }

    /** How many numbers are at least as large as a bound of a bucket. */
    long countFrom(double bound) {
        long count = 0;
        for (int i = bucket(bound); i < counts.length; i++) {
            count += counts[i];
        }
        return count;
    }

    private static int bucket(double number) {
        long bucket = (Double.doubleToRawLongBits(number) >>> SHIFT) - LEAST;
        return (int) Math.max(0, Math.min(bucket, MOST - LEAST));
    }

    private static double bound(int bucket) {
        return Double.longBitsToDouble((bucket + LEAST) << SHIFT);
    }
}
