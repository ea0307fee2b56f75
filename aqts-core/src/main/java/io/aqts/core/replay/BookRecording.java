package io.aqts.core.replay;

import io.aqts.market.Universe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The messages of a feed in memory, to be told as often as wanted, by several runs at once if need be.
 *
 * @param universe the instruments and venues the messages are about
 * @param messages the messages, first received first
 * @param origins where they come from, one line for each origin
 */
public record BookRecording(Universe universe, List<BookMessage> messages, List<String> origins) {

    /** Copies the lists. */
    public BookRecording {
        messages = List.copyOf(messages);
        origins = List.copyOf(origins);
    }

    /**
     * Reads a feed to its end, and closes it.
     *
     * @param feed the feed
     * @return all it told
     */
    public static BookRecording of(BookFeed feed) {
        try (feed) {
            List<BookMessage> messages = new ArrayList<>();
            for (Optional<BookMessage> next = feed.next(); next.isPresent(); next = feed.next()) {
                messages.add(next.get());
            }
            return new BookRecording(feed.universe(), messages, feed.origins());
        }
    }

    /** {@return a feed that tells the messages from the first on} */
    public BookFeed feed() {
        return new Told(this);
    }

    /** Tells the messages of a recording. */
    private static final class Told implements BookFeed {

        private final BookRecording recording;
        private final List<BookMessage> messages;
        private int next;

        Told(BookRecording recording) {
            this.recording = recording;
            this.messages = recording.messages;
        }

        @Override
        public Universe universe() {
            return recording.universe;
        }

        @Override
        public Optional<BookMessage> next() {
            return next < messages.size() ? Optional.of(messages.get(next++)) : Optional.empty();
        }

        @Override
        public List<String> origins() {
            return recording.origins;
        }
    }
}
