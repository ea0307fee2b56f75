package io.aqts.core;

import io.aqts.trade.Side;
import java.util.TreeMap;

/**
 * What printed on one side of one book at one moment, and how much of it has met orders that waited there.
 *
 * <p>A print meets whoever waits at its price or at a better one for the taker. So of all that filled no farther away
 * than some price there can be no more than what printed there and beyond; what filled nearer may have met other
 * prints, and takes nothing away.
 */
final class PrintedVolume {

    /** Lots by price in ticks, negated for sales, so that what a print reaches lies at it or above. */
    private final TreeMap<Long, Long> printed = new TreeMap<>();

    private final TreeMap<Long, Long> met = new TreeMap<>();
    private final Side ours;

    /** @param ours the side of those that wait */
    PrintedVolume(Side ours) {
        this.ours = ours;
    }

    void print(long price, long lots) {
        printed.merge(signed(price), lots, Long::sum);
    }

    /** Lets as much as possible of a fill have met what printed, and says how much that is. */
    long meet(long price, long lots) {
        long at = signed(price);
        long free = room(at);
        for (long farther : met.tailMap(at, false).keySet()) {
            free = Math.min(free, room(farther));
        }
        long taken = Math.max(0, Math.min(free, lots));
        met.merge(at, taken, Long::sum);
        return taken;
    }

    private long room(long at) {
        return sum(printed, at) - sum(met, at);
    }

    private static long sum(TreeMap<Long, Long> lots, long upTo) {
        return lots.headMap(upTo, true).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private long signed(long price) {
        return ours == Side.BUY ? price : -price;
    }
}
