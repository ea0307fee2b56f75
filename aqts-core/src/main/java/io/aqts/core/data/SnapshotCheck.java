package io.aqts.core.data;

import io.aqts.DataSourceException;
import io.aqts.market.Bar;
import io.aqts.market.Instrument;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketEvent;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.OrderBook;
import io.aqts.market.Quote;
import io.aqts.market.Reading;
import io.aqts.market.Trade;
import io.aqts.market.Universe;
import java.util.List;
import java.util.stream.Stream;

/**
 * The guard at the door of a run: it refuses snapshots that go back in time, that do not fit the universe, or that know
 * something too early.
 *
 * <p>One check serves one source. Not for use by several threads.
 */
public final class SnapshotCheck {

    private static final List<?> NONE = List.of();

    private final int instruments;
    private final int venues;
    private final List<String> assets;
    private long last = Long.MIN_VALUE;

    /**
     * A check that has seen nothing yet.
     *
     * @param universe the universe every snapshot must fit
     */
    public SnapshotCheck(Universe universe) {
        instruments = universe.size();
        venues = universe.venues().size();
        assets = Stream.concat(universe.instruments().stream().map(Instrument::base), universe.references().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Checks the next snapshot.
     *
     * @param snapshot the snapshot
     * @throws DataSourceException if its time is before that of the snapshot before, if it has not one entry for each
     *     instrument, if it names a venue or an asset the universe lacks, or if anything in it is known later than its
     *     moment
     */
    @SuppressWarnings("ReferenceEquality")
    public void check(MarketSnapshot snapshot) {
        long now = snapshot.epochNanos();
        List<InstrumentMarket> parts = snapshot.instruments();
        if (now < last || parts.size() != instruments) {
            throw misfit(now, parts.size());
        }
        last = now;
        for (int i = 0; i < instruments; i++) {
            InstrumentMarket part = parts.get(i);
            Bar bar = part.bar();
            if (bar != null && bar.epochNanos() > now) {
                throw early("bar", bar.epochNanos(), now);
            }
            if (part.quotes() != NONE || part.books() != NONE || part.trades() != NONE || part.events() != NONE) {
                quotes(part.quotes(), now);
                books(part.books(), now);
                trades(part.trades(), now);
                events(part.events(), now);
            }
        }
        if (snapshot.readings() != NONE) {
            readings(snapshot.readings(), now);
        }
    }

    private void quotes(List<Quote> quotes, long now) {
        for (int i = 0; i < quotes.size(); i++) {
            Quote quote = quotes.get(i);
            refuseEarly("quote", quote.epochNanos(), now);
            refuseUnknownVenue("quote", quote.venue());
        }
    }

    private void books(List<OrderBook> books, long now) {
        for (int i = 0; i < books.size(); i++) {
            OrderBook book = books.get(i);
            refuseEarly("book", book.epochNanos(), now);
            refuseUnknownVenue("book", book.venue());
        }
    }

    private void trades(List<Trade> trades, long now) {
        for (int i = 0; i < trades.size(); i++) {
            Trade trade = trades.get(i);
            refuseEarly("trade", trade.epochNanos(), now);
            refuseUnknownVenue("trade", trade.venue());
        }
    }

    private void events(List<MarketEvent> events, long now) {
        long before = Long.MIN_VALUE;
        for (int i = 0; i < events.size(); i++) {
            MarketEvent event = events.get(i);
            long at = event.epochNanos();
            refuseEarly("event", at, now);
            if (at < before) {
                throw new DataSourceException(
                        "snapshot.events must stand in the order of their times, but " + at + " comes after " + before);
            }
            before = at;
            if (event instanceof MarketEvent.DepthChange change) {
                refuseUnknownVenue("event", change.venue());
            } else if (event instanceof MarketEvent.DepthReset reset) {
                refuseUnknownVenue("event", reset.venue());
            }
        }
    }

    private void readings(List<Reading> readings, long now) {
        for (int i = 0; i < readings.size(); i++) {
            Reading reading = readings.get(i);
            refuseEarly("reading", reading.knownAtNanos(), now);
            String asset = reading.asset();
            if (!asset.equals(Reading.MARKET) && !assets.contains(asset)) {
                throw new DataSourceException(
                        "source must tell readings about the bases and references of its universe, " + assets
                                + ", or about the market as a whole, but told of \"" + asset + "\": " + reading);
            }
        }
    }

    private void refuseUnknownVenue(String what, int venue) {
        if (venue >= venues) {
            throw new DataSourceException(
                    "snapshot." + what + ".venue must be one of the " + venues + " of the universe, but was " + venue);
        }
    }

    private static void refuseEarly(String what, long known, long now) {
        if (known > now) {
            throw early(what, known, now);
        }
    }

    private DataSourceException misfit(long now, int size) {
        return new DataSourceException(
                now < last
                        ? "snapshot.epochNanos must not be before " + last + " of the snapshot before, but was " + now
                        : "snapshot.instruments must be the " + instruments + " of the universe, but were " + size);
    }

    private static DataSourceException early(String what, long known, long now) {
        return new DataSourceException("snapshot." + what + " must be known by the moment of the snapshot " + now
                + ", but is known at " + known);
    }
}
