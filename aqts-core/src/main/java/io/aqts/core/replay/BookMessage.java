package io.aqts.core.replay;

import io.aqts.internal.Checks;
import io.aqts.market.MarketEvent;
import io.aqts.market.Trade;
import java.util.List;

/**
 * One message of a feed: what it brought of one instrument at one moment.
 *
 * @param epochNanos the moment it was received, and so known, in nanoseconds since 1970-01-01T00:00Z; no trade and no
 *     event of it is known later
 * @param venueNanos the moment the venue put on it by its own clock, which may go otherwise than ours; the same as
 *     {@code epochNanos} where it put none
 * @param instrument the index of the instrument in the universe of the feed, zero or more
 * @param trades the prints it told of, in the order of their times
 * @param events what else it told of, in the order of its happening
 */
public record BookMessage(
        long epochNanos, long venueNanos, int instrument, List<Trade> trades, List<MarketEvent> events) {

    /** Copies the lists. */
    public BookMessage {
        Checks.atLeast("message.instrument", instrument, 0);
        trades = List.copyOf(trades);
        events = List.copyOf(events);
    }
}
