package io.aqts.core.analyse;

import io.aqts.performance.EquityPoint;
import java.util.ArrayList;
import java.util.List;

/**
 * The equity over time in a bounded number of points: when it is full, every other point goes, and from then on only
 * every other one is taken. The last point is always kept.
 */
final class EquityCurve {

    private final long[] times;
    private final double[] values;
    private int size;
    private long stride = 1;
    private long untilNext;
    private boolean anySeen;
    private long lastNanos;
    private double lastValue;
    private boolean lastTaken;

    EquityCurve(int capacity) {
        int room = Math.max(2, capacity - capacity % 2);
        times = new long[room];
        values = new double[room];
    }

    void step(long epochNanos, double equity) {
        lastNanos = epochNanos;
        lastValue = equity;
        lastTaken = false;
        anySeen = true;
        if (untilNext > 0) {
            untilNext--;
            return;
        }
        if (size == times.length) {
            halve();
        }
        untilNext = stride - 1;
        times[size] = epochNanos;
        values[size] = equity;
        size++;
        lastTaken = true;
    }

    List<EquityPoint> points() {
        List<EquityPoint> points = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            points.add(new EquityPoint(times[i], values[i]));
        }
        if (anySeen && !lastTaken) {
            points.add(new EquityPoint(lastNanos, lastValue));
        }
        return List.copyOf(points);
    }

    private void halve() {
        size = size / 2;
        for (int i = 0; i < size; i++) {
            times[i] = times[2 * i];
            values[i] = values[2 * i];
        }
        stride *= 2;
    }
}
