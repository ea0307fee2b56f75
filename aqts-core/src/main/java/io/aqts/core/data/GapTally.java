package io.aqts.core.data;

/** Finds the holes between bars, those that contain a whole Saturday apart until it is known what they are. */
final class GapTally {

    private static final int SHOWN = 10;
    private static final long DAY = 86_400_000_000_000L;
    private static final int SATURDAY = 2;

    private final long intervalNanos;
    private final Largest<BarFileReport.Gap> largest = new Largest<>(SHOWN);
    private final Largest<BarFileReport.Gap> largestWeekends = new Largest<>(SHOWN);
    private long count;
    private long missing;
    private long weekends;
    private long missingWeekends;
    private long uneven;
    private long bars;
    private long saturdayBars;
    private long lastEnd;

    GapTally(long intervalNanos) {
        this.intervalNanos = intervalNanos;
    }

    void add(BarCursor bar, long line) {
        long start = bar.endNanos - intervalNanos;
        if (bars > 0 && start != lastEnd) {
            step(line, start);
        }
        lastEnd = bar.endNanos;
        bars++;
        saturdayBars += isSaturday(Math.floorDiv(start, DAY)) ? 1 : 0;
    }

    BarFileReport.Gaps report() {
        boolean keepsWeekends = saturdayBars * 100 < bars;
        if (!keepsWeekends) {
            largest.addAll(largestWeekends);
        }
        return new BarFileReport.Gaps(
                keepsWeekends ? count : count + weekends,
                keepsWeekends ? missing : missing + missingWeekends,
                largest.above(0),
                keepsWeekends ? weekends : 0,
                uneven);
    }

    private void step(long line, long start) {
        long hole = start - lastEnd;
        if (hole % intervalNanos != 0) {
            uneven++;
        }
        long bars = Math.floorDiv(hole + intervalNanos / 2, intervalNanos);
        if (bars <= 0) {
            return;
        }
        BarFileReport.Gap gap = new BarFileReport.Gap(line, lastEnd, start, bars);
        if (holdsSaturday(lastEnd, start)) {
            weekends++;
            missingWeekends += bars;
            largestWeekends.add((double) hole, gap);
        } else {
            count++;
            missing += bars;
            largest.add((double) hole, gap);
        }
    }

    private static boolean holdsSaturday(long from, long to) {
        long first = Math.floorDiv(from + DAY - 1, DAY);
        long saturday = first + Math.floorMod(SATURDAY - first, 7L);
        return (saturday + 1) * DAY <= to;
    }

    private static boolean isSaturday(long day) {
        return Math.floorMod(day, 7L) == SATURDAY;
    }
}
