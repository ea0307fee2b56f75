package io.aqts;

import io.aqts.market.MarketSnapshot;
import io.aqts.market.Universe;
import java.util.List;
import java.util.Optional;

/**
 * Where snapshots of the market come from: a simulation, a file, a feed.
 *
 * <p>Every implementation keeps these promises, which {@code DataSourceContract} tests:
 *
 * <ul>
 *   <li><b>Ordered.</b> Time never goes back from one snapshot to the next.
 *   <li><b>Causal.</b> A snapshot holds nothing that was not known at its moment; a bar appears when it is complete.
 *   <li><b>Repeatable.</b> A source made anew from the same context gives the same snapshots.
 *   <li><b>Ends once.</b> After the first empty answer every further answer is empty.
 *   <li><b>Constant.</b> The universe never changes, and every snapshot has one entry for each of its instruments.
 * </ul>
 *
 * <p>Calls come from one thread.
 */
public interface DataSource extends AutoCloseable {

    /** {@return the instruments and venues the snapshots are about} */
    Universe universe();

    /**
     * Moves on by one snapshot.
     *
     * @return the next snapshot, or empty at the end of the data
     * @throws DataSourceException if the data is unreadable or contradicts itself
     */
    Optional<MarketSnapshot> next();

    /**
     * Tells where the data comes from and what was done to it, for reports: files with their digests, intervals,
     * repairs so far; the settings of a simulation. Asked after the last snapshot that is wanted, so that it may be
     * slow, and before the source is closed.
     *
     * @return one line for each origin, its parts apart by semicolons; empty where there is nothing to tell
     * @throws DataSourceException if a file can no longer be read
     */
    default List<String> origins() {
        return List.of();
    }

    /**
     * Tells whether there will always be a next snapshot, as of a simulation without a last step, so that nobody waits
     * for its end.
     *
     * @return whether the data is known to have no end; false where nobody knows
     */
    default boolean isEndless() {
        return false;
    }

    /** Lets go of files and connections. Closing twice does nothing. */
    @Override
    default void close() {}
}
