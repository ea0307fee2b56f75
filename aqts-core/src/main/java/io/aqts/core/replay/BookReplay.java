package io.aqts.core.replay;

import io.aqts.DataSource;
import io.aqts.DataSourceException;
import io.aqts.internal.Checks;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketEvent;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Quote;
import io.aqts.market.Trade;
import io.aqts.market.Universe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A feed of order books as snapshots: one for each message, or one for several of them.
 *
 * <p>A snapshot passes on what the messages told, prints and changes of levels alike, and costs as much as that,
 * however deep the books are. Whenever a best price or the quantity at it has changed, it also brings a quote of each
 * venue whose book shows two sides that do not meet: by these a portfolio is marked, and strategies see the spread.
 * While a book crosses, locks or lacks a side, nothing is quoted, and the last mark stands.
 *
 * <p>The moment of a snapshot is that at which its last message was received. Prints of several messages come before
 * changes of levels in one snapshot, each with its own time. A message received before the one before it is refused;
 * once reading has failed, it fails again with every further call.
 */
public final class BookReplay implements DataSource {

    private final BookFeed feed;
    private final Universe universe;
    private final int messagesPerStep;
    private final BestPrices[] best;
    private final List<List<Trade>> trades = new ArrayList<>();
    private final List<List<MarketEvent>> events = new ArrayList<>();
    private long lastNanos = Long.MIN_VALUE;
    private @Nullable RuntimeException failure;

    private BookReplay(BookFeed feed, int messagesPerStep) {
        this.feed = feed;
        this.universe = feed.universe();
        this.messagesPerStep = messagesPerStep;
        this.best = new BestPrices[universe.size()];
        for (int i = 0; i < best.length; i++) {
            best[i] = new BestPrices(universe.instrument(i), universe.venues().size());
            trades.add(new ArrayList<>());
            events.add(new ArrayList<>());
        }
    }

    /**
     * A source with a snapshot for each message.
     *
     * @param feed the feed; closed with this source
     * @return the source, at its start
     */
    public static BookReplay of(BookFeed feed) {
        return new BookReplay(feed, 1);
    }

    /**
     * A source with a snapshot for every so many messages; the last one may be of fewer.
     *
     * @param feed the feed; closed with this source
     * @param messagesPerStep how many messages a snapshot is made of, 1 or more
     * @return the source, at its start
     */
    public static BookReplay of(BookFeed feed, int messagesPerStep) {
        Checks.atLeast("replay.messagesPerStep", messagesPerStep, 1);
        return new BookReplay(feed, messagesPerStep);
    }

    @Override
    public Universe universe() {
        return universe;
    }

    @Override
    public List<String> origins() {
        return feed.origins();
    }

    @Override
    public Optional<MarketSnapshot> next() {
        if (failure != null) {
            throw failure;
        }
        try {
            return messagesPerStep == 1 ? one() : several();
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public void close() {
        feed.close();
    }

    private Optional<MarketSnapshot> one() {
        Optional<BookMessage> next = feed.next();
        if (next.isEmpty()) {
            return Optional.empty();
        }
        BookMessage message = next.get();
        take(message);
        int at = message.instrument();
        InstrumentMarket part = part(at, message.trades(), message.events());
        if (best.length == 1) {
            return Optional.of(new MarketSnapshot(message.epochNanos(), List.of(part), List.of()));
        }
        InstrumentMarket[] parts = new InstrumentMarket[best.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = i == at ? part : InstrumentMarket.QUIET;
        }
        return Optional.of(new MarketSnapshot(message.epochNanos(), List.of(parts), List.of()));
    }

    private Optional<MarketSnapshot> several() {
        int count = 0;
        while (count < messagesPerStep) {
            Optional<BookMessage> next = feed.next();
            if (next.isEmpty()) {
                break;
            }
            BookMessage message = next.get();
            take(message);
            trades.get(message.instrument()).addAll(message.trades());
            events.get(message.instrument()).addAll(message.events());
            count++;
        }
        if (count == 0) {
            return Optional.empty();
        }
        InstrumentMarket[] parts = new InstrumentMarket[best.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = part(i, trades.get(i), events.get(i));
            trades.get(i).clear();
            events.get(i).clear();
        }
        return Optional.of(new MarketSnapshot(lastNanos, List.of(parts), List.of()));
    }

    private void take(BookMessage message) {
        if (message.epochNanos() < lastNanos || message.instrument() >= best.length) {
            throw misfit(message);
        }
        lastNanos = message.epochNanos();
        BestPrices books = best[message.instrument()];
        List<MarketEvent> told = message.events();
        for (int i = 0; i < told.size(); i++) {
            books.apply(told.get(i));
        }
    }

    private InstrumentMarket part(int instrument, List<Trade> prints, List<MarketEvent> told) {
        List<Quote> quotes = told.isEmpty() ? List.of() : best[instrument].news(lastNanos);
        return prints.isEmpty() && told.isEmpty()
                ? InstrumentMarket.QUIET
                : new InstrumentMarket(null, quotes, List.of(), prints, told);
    }

    private DataSourceException misfit(BookMessage message) {
        return new DataSourceException(
                message.epochNanos() < lastNanos
                        ? "message.epochNanos must not be before " + lastNanos + " of the message before, but was "
                                + message.epochNanos()
                        : "message.instrument must be one of the " + best.length + " of the universe, but was "
                                + message.instrument());
    }
}
