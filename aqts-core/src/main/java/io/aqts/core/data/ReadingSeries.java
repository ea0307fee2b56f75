package io.aqts.core.data;

import io.aqts.market.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Readings in the order in which they became known, held in memory. A {@link MergedSource} delivers each with the first
 * snapshot at or after its known-at time.
 */
public final class ReadingSeries {

    private final List<Reading> readings;

    private ReadingSeries(List<Reading> readings) {
        this.readings = readings;
    }

    /**
     * A series of readings.
     *
     * @param readings the readings in any order; those known at the same moment keep theirs
     * @return the series
     */
    public static ReadingSeries of(List<? extends Reading> readings) {
        List<Reading> sorted = new ArrayList<>(readings);
        sorted.sort(Comparator.comparingLong(Reading::knownAtNanos));
        return new ReadingSeries(List.copyOf(sorted));
    }

    /** {@return how many readings there are} */
    public int size() {
        return readings.size();
    }

    /** {@return the readings in the order of their known-at times} */
    public List<Reading> readings() {
        return readings;
    }
}
