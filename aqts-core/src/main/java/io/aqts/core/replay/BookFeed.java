package io.aqts.core.replay;

import io.aqts.DataSourceException;
import io.aqts.market.Universe;
import java.util.List;
import java.util.Optional;

/**
 * Where messages about order books come from: a file of some venue's own form, or a {@link BookRecording}.
 *
 * <p>A feed keeps the venue's rules: where messages are missing, it says so with a reset of the book and tells the book
 * anew when it can, but never passes over a gap. Calls come from one thread.
 */
public interface BookFeed extends AutoCloseable {

    /** {@return the instruments and venues the messages are about} */
    Universe universe();

    /**
     * Moves on by one message.
     *
     * @return the next message, never received before the one before; empty at the end, and from then on
     * @throws DataSourceException if the data is unreadable or contradicts itself
     */
    Optional<BookMessage> next();

    /**
     * Tells where the messages come from, and what was amiss so far.
     *
     * @return one line for each origin, its parts apart by semicolons
     */
    default List<String> origins() {
        return List.of();
    }

    /** Lets go of files and connections. Closing twice does nothing. */
    @Override
    default void close() {}
}
