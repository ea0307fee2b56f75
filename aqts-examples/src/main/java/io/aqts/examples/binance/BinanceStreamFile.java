package io.aqts.examples.binance;

import io.aqts.DataSourceException;
import io.aqts.core.book.BookGrid;
import io.aqts.core.replay.BookFeed;
import io.aqts.core.replay.BookMessage;
import io.aqts.market.Instrument;
import io.aqts.market.MarketEvent;
import io.aqts.market.MarketEvent.DepthChange;
import io.aqts.market.MarketEvent.DepthReset;
import io.aqts.market.Trade;
import io.aqts.market.Universe;
import io.aqts.market.Venue;
import io.aqts.trade.Side;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * A file of recorded streams of one symbol, as Binance sent them: each line the nanoseconds of its receipt, a space,
 * and the message. Updates of depth, snapshots of the book, trades (single or aggregated) and the ticker of best prices
 * are understood; other messages are counted and passed over.
 *
 * <ul>
 *   <li><b>Known when received.</b> The time of a message is that of its receipt. The venue's own stamp is kept beside
 *       it; the two clocks may differ by more than the message took.
 *   <li><b>No gap is bridged.</b> Updates follow Binance's rules of numbering. Where one is missing, the book is reset,
 *       the gap is counted, and nothing of the book is told until the next snapshot.
 *   <li><b>Checked.</b> The best prices of the book are compared with the ticker, which is not passed on.
 *   <li><b>No line is skipped.</b> One that cannot be read ends the feed, with the file, the line, the rule and the
 *       value.
 * </ul>
 */
public final class BinanceStreamFile implements BookFeed {

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final BinanceMarket market;
    private final Universe universe;
    private final double unit;
    private final StreamParser parser;
    private final BookSync sync;
    private final TickerCheck check;
    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private byte[] line = new byte[1 << 12];
    private int length;
    private int position;
    private int filled;
    private long lines;
    private long others;
    private long lastNanos = Long.MIN_VALUE;
    private boolean ended;

    private BinanceStreamFile(Path file, BinanceSymbol symbol, Venue venue, InputStream in) {
        Instrument instrument = symbol.instrument();
        this.file = file;
        this.in = in;
        this.market = symbol.market();
        this.unit = symbol.contractSize().toDouble();
        this.universe = new Universe(List.of(instrument), List.of(venue));
        this.parser = new StreamParser(symbol.name());
        this.sync = new BookSync(market);
        this.check = new TickerCheck(BookGrid.of(instrument));
    }

    /**
     * Opens a file.
     *
     * @param file the recorded streams, plain or compressed with gzip if its name ends with {@code .gz}
     * @param symbol what they are about
     * @param venue the venue they are from, with its fees
     * @return the feed, at its start
     * @throws DataSourceException if it cannot be opened
     */
    public static BinanceStreamFile open(Path file, BinanceSymbol symbol, Venue venue) {
        try {
            InputStream raw = Files.newInputStream(file);
            InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw, BUFFER) : raw;
            return new BinanceStreamFile(file, symbol, venue, in);
        } catch (IOException e) {
            throw new DataSourceException(file + " must be readable, but: " + e, e);
        }
    }

    @Override
    public Universe universe() {
        return universe;
    }

    /** {@return how often an update was missing} */
    public long gaps() {
        return sync.gaps();
    }

    /** {@return how often the ticker agreed with the book in both prices and quantities} */
    public long agreements() {
        return check.agreements();
    }

    /** {@return how often it did not} */
    public long disagreements() {
        return check.disagreements();
    }

    /** {@return after how many updates the best bid was not below the best ask} */
    public long crossings() {
        return check.crossings();
    }

    @Override
    public List<String> origins() {
        return List.of(file.getFileName() + ": " + lines + " lines of "
                + universe.instrument(0).symbol() + " at "
                + universe.venues().get(0).name() + "; " + sync.gaps() + " gaps; " + sync.old()
                + " updates older than the snapshot; " + others + " messages of other kinds; ticker agrees "
                + check.agreements() + " times and " + check.disagreements() + " times not; book crossed "
                + check.crossings() + " times");
    }

    @Override
    public Optional<BookMessage> next() {
        try {
            while (!ended) {
                if (!readLine()) {
                    ended = true;
                    break;
                }
                Optional<BookMessage> message = message(parser.parse(line, length));
                if (message.isPresent()) {
                    return message;
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            ended = true;
            throw new DataSourceException(place() + " must be readable, but: " + e, e);
        } catch (StreamParser.MalformedLineException | DataSourceException e) {
            ended = true;
            throw new DataSourceException(place() + " " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        ended = true;
        try {
            in.close();
        } catch (IOException e) {
            throw new DataSourceException(file + " must be closable, but: " + e, e);
        }
    }

    private Optional<BookMessage> message(StreamMessage message) {
        if (message.receivedNanos() < lastNanos) {
            throw new DataSourceException("must not be received before " + lastNanos
                    + " of the line before, but was at " + message.receivedNanos());
        }
        lastNanos = message.receivedNanos();
        return switch (message.kind()) {
            case SNAPSHOT -> snapshot(message);
            case DEPTH -> update(message);
            case TRADE -> trade(message);
            case TICKER -> ticker(message);
            case OTHER -> other();
        };
    }

    private Optional<BookMessage> snapshot(StreamMessage message) {
        List<MarketEvent> events = new ArrayList<>();
        events.add(new DepthReset(lastNanos, 0));
        check.clear();
        add(events, message);
        for (StreamMessage update : sync.snapshot(message)) {
            add(events, update);
            check.updated(update.finalUpdateId());
        }
        if (!sync.isKnown()) {
            events.clear();
            events.add(new DepthReset(lastNanos, 0));
            check.clear();
        }
        return told(message, events);
    }

    private Optional<BookMessage> update(StreamMessage message) {
        List<MarketEvent> events = new ArrayList<>();
        switch (sync.update(message)) {
            case APPLIES -> {
                add(events, message);
                check.updated(message.finalUpdateId());
            }
            case LOSES -> {
                events.add(new DepthReset(lastNanos, 0));
                check.clear();
            }
            case NOTHING -> {}
        }
        return events.isEmpty() ? Optional.empty() : told(message, events);
    }

    private Optional<BookMessage> trade(StreamMessage message) {
        double quantity = message.trade().quantity() * unit;
        if (quantity == 0) {
            return other();
        }
        Trade trade = new Trade(0, lastNanos, message.trade().price(), quantity, message.buyerTook());
        return Optional.of(new BookMessage(lastNanos, message.venueNanos(), 0, List.of(trade), List.of()));
    }

    private Optional<BookMessage> ticker(StreamMessage message) {
        check.ticker(scaled(message));
        return Optional.empty();
    }

    private Optional<BookMessage> other() {
        others++;
        return Optional.empty();
    }

    private Optional<BookMessage> told(StreamMessage message, List<MarketEvent> events) {
        return Optional.of(new BookMessage(lastNanos, message.venueNanos(), 0, List.of(), events));
    }

    private void add(List<MarketEvent> events, StreamMessage message) {
        StreamMessage levels = scaled(message);
        for (StreamMessage.Level level : levels.bids()) {
            events.add(new DepthChange(lastNanos, 0, Side.BUY, level.price(), level.quantity()));
        }
        for (StreamMessage.Level level : levels.asks()) {
            events.add(new DepthChange(lastNanos, 0, Side.SELL, level.price(), level.quantity()));
        }
        check.levels(levels.bids(), levels.asks());
    }

    /** {@return the same with quantities in units of the base} */
    private StreamMessage scaled(StreamMessage message) {
        if (unit == 1) {
            return message;
        }
        return new StreamMessage(
                message.kind(),
                message.receivedNanos(),
                message.venueNanos(),
                message.ids(),
                scaled(message.bids()),
                scaled(message.asks()),
                message.trade(),
                message.buyerTook());
    }

    private List<StreamMessage.Level> scaled(List<StreamMessage.Level> levels) {
        List<StreamMessage.Level> scaled = new ArrayList<>(levels.size());
        for (StreamMessage.Level level : levels) {
            scaled.add(new StreamMessage.Level(level.price(), level.quantity() * unit));
        }
        return scaled;
    }

    /** Reads the next line into {@code line}, without its end; says whether there was one. */
    private boolean readLine() throws IOException {
        length = 0;
        boolean isAny = false;
        while (true) {
            if (position == filled) {
                filled = Math.max(0, in.read(buffer));
                position = 0;
                if (filled == 0) {
                    lines += isAny ? 1 : 0;
                    return isAny;
                }
            }
            isAny = true;
            int end = position;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            append(end);
            if (end < filled) {
                position = end + 1;
                lines++;
                return true;
            }
        }
    }

    private void append(int end) {
        int more = end - position;
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.max(2 * line.length, length + more));
        }
        System.arraycopy(buffer, position, line, length, more);
        length += more;
        position = end;
    }

    private String place() {
        return file + ":" + Math.max(lines, 1) + ":";
    }
}
