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
    private final List<String> references;

    private ReadingSeries(List<Reading> readings, List<String> references) {
        this.readings = readings;
        this.references = references;
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
        return new ReadingSeries(List.copyOf(sorted), List.of());
    }

    /** {@return all readings of several series in the order of their known-at times, with all their references} */
    static ReadingSeries joined(List<ReadingSeries> several) {
        List<Reading> all = new ArrayList<>();
        List<String> references = new ArrayList<>();
        for (ReadingSeries series : several) {
            all.addAll(series.readings);
            references.addAll(series.references);
        }
        return new ReadingSeries(of(all).readings, List.copyOf(references));
    }

    /**
     * The same series, which may be about more than the bases of the instruments it comes to be merged with.
     *
     * @param assets these references, such as {@code BTC} beside bars of ETH/USDT; each is declared to the universe
     * @return the changed copy
     */
    public ReadingSeries withReferences(String... assets) {
        return new ReadingSeries(readings, List.of(assets));
    }

    /** {@return what the readings may be about besides the bases of instruments} */
    public List<String> references() {
        return references;
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
