package io.aqts.core.execute;

import io.aqts.internal.Checks;
import java.util.List;

/** Delays as they were measured. */
final class ReplayedLatency implements LatencyModel {

    private final long[] moments;
    private final long[] delays;
    private final boolean isStep;

    ReplayedLatency(List<LatencyRecord> records, LatencyRecord.Between between) {
        Checks.that(!records.isEmpty(), "latency.records", "hold at least one", records);
        moments = new long[records.size()];
        delays = new long[moments.length];
        isStep = between == LatencyRecord.Between.STEP;
        for (int i = 0; i < moments.length; i++) {
            LatencyRecord now = records.get(i);
            Checks.that(
                    i == 0 || now.epochNanos() > moments[i - 1],
                    "latency.records[" + i + "].epochNanos",
                    "be later than the one before",
                    now.epochNanos());
            moments[i] = now.epochNanos();
            delays[i] = now.delayNanos();
        }
    }

    @Override
    public long nanos(Leg leg, int instrument, long epochNanos) {
        int after = firstAfter(epochNanos);
        if (after == 0) {
            return delays[0];
        }
        if (isStep || after == moments.length) {
            return delays[after - 1];
        }
        double share = (double) (epochNanos - moments[after - 1]) / (moments[after] - moments[after - 1]);
        return delays[after - 1] + (long) Math.floor(share * (delays[after] - delays[after - 1]));
    }

    private int firstAfter(long epochNanos) {
        int low = 0;
        int high = moments.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (moments[middle] <= epochNanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
