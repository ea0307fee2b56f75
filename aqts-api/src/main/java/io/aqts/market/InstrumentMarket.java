package io.aqts.market;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one snapshot brings of one instrument.
 *
 * <p>It holds news only: a bar that completed at the snapshot's moment, quotes, books and trades that became known since
 * the snapshot before. It is not a store of the last known values.
 *
 * @param bar the bar that completed now, or null if none did
 * @param quotes at most one quote for each venue, in the order of the venues, possibly none
 * @param books at most one book for each venue, in the order of the venues, possibly none
 * @param trades the prints since the last snapshot, in the order of their times, possibly none
 */
public record InstrumentMarket(@Nullable Bar bar, List<Quote> quotes, List<OrderBook> books, List<Trade> trades) {

    /** A moment that brings nothing of this instrument. */
    public static final InstrumentMarket QUIET = new InstrumentMarket(null, List.of(), List.of(), List.of());

    /** Copies the lists. */
    public InstrumentMarket {
        quotes = List.copyOf(quotes);
        books = List.copyOf(books);
        trades = List.copyOf(trades);
    }

    /**
     * A moment at which a bar completes and nothing else is known.
     *
     * @param bar the bar that completed
     * @return what the snapshot brings
     */
    public static InstrumentMarket of(Bar bar) {
        return new InstrumentMarket(bar, List.of(), List.of(), List.of());
    }

    /** {@return whether a bar completed now} */
    public boolean hasBar() {
        return bar != null;
    }
}
