package io.aqts.core.data;

import io.aqts.core.data.BarFileReport.Oddity;
import io.aqts.core.data.BarFileReport.OddityKind;

/** Finds the bars that look unlike the others of their file. */
final class OddityTally {

    private static final int SHOWN = 20;
    private static final double MEDIANS = 20;

    private final Histogram moves = new Histogram();
    private final Histogram reaches = new Histogram();
    private final Largest<Oddity> largest = new Largest<>(SHOWN);
    private long zeroVolume;
    private long flat;
    private long flatRun;
    private long longestFlatRun;
    private double lastClose;

    void add(BarCursor bar, long line) {
        zeroVolume += bar.volume == 0 ? 1 : 0;
        if (bar.high == bar.low) {
            flat++;
            flatRun = bar.close == lastClose ? flatRun + 1 : 1;
            longestFlatRun = Math.max(longestFlatRun, flatRun);
        } else {
            flatRun = 0;
        }
        double before = lastClose > 0 ? lastClose : bar.close;
        note(OddityKind.JUMP, bar, line, bar.close / before);
        double top = Math.max(bar.close, before);
        double bottom = Math.min(bar.close, before);
        boolean upward = bar.high / top > bottom / bar.low;
        note(OddityKind.SPIKE, bar, line, upward ? Math.max(1, bar.high / top) : Math.min(1, bar.low / bottom));
        lastClose = bar.close;
    }

    BarFileReport.Oddities report() {
        double median = moves.median();
        double bound = median > 0 ? Histogram.boundAbove(MEDIANS * median) : Double.MAX_VALUE;
        return new BarFileReport.Oddities(
                zeroVolume,
                flat,
                longestFlatRun,
                median,
                median > 0 ? moves.countFrom(bound) : 0,
                median > 0 ? reaches.countFrom(bound) : 0,
                largest.above(Math.nextDown(bound)));
    }

    private void note(OddityKind kind, BarCursor bar, long line, double ratio) {
        if (ratio == 1) {
            return;
        }
        double move = StrictMath.log(ratio);
        double size = Math.abs(move);
        (kind == OddityKind.JUMP ? moves : reaches).add(size);
        if (largest.admits(size)) {
            largest.add(size, new Oddity(kind, line, bar.endNanos, move));
        }
    }
}
