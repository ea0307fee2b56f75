package io.aqts.core.detect;

import java.util.List;

/** The closes of one instrument over the windows of the {@link LegacyLatticeDetector}. */
final class LatticeCloses {

    private static final int AVERAGE = 21;
    private static final double FULL_CHANGE = 0.12;

    private final int[] lengths;
    private final double[] ring;
    private final int longest;
    private int newest = -1;
    private int count;

    LatticeCloses(List<Integer> sequence) {
        this.lengths = sequence.stream().mapToInt(Integer::intValue).toArray();
        int most = 0;
        for (int length : lengths) {
            most = Math.max(most, length);
        }
        this.longest = most;
        this.ring = new double[Math.max(most, AVERAGE)];
    }

    /** {@return whether the longest window is full, this close included} */
    boolean add(double close) {
        newest = newest + 1 == ring.length ? 0 : newest + 1;
        ring[newest] = close;
        count = Math.min(count + 1, ring.length);
        return count >= longest;
    }

    double last() {
        return back(0);
    }

    double alignment() {
        double sum = 0;
        for (int length : lengths) {
            double first = back(length - 1);
            double last = back(0);
            sum += LatticeMood.share(Math.abs(last - first) / Math.max(last, first), 0, FULL_CHANGE);
        }
        return sum / lengths.length;
    }

    double average() {
        int bars = Math.min(count, AVERAGE);
        double sum = 0;
        for (int lag = bars - 1; lag >= 0; lag--) {
            sum += back(lag);
        }
        return sum / bars;
    }

    private double back(int lag) {
        int index = newest - lag;
        return ring[index < 0 ? index + ring.length : index];
    }
}
