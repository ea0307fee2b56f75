package io.aqts.core.execute;

import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketEvent;
import io.aqts.market.OrderBook;
import io.aqts.market.Quote;
import io.aqts.market.Trade;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a snapshot brings of one instrument, moment by moment: of each moment the prints before the events, and after
 * all of them what is shown as a whole.
 *
 * <p>Two things do not come in the order in which they are told. A split comes before the prints and the auctions of
 * its moment, which know of it; what had not filled by then is in old units. And the price of an auction comes before
 * the changes of trading of its moment, which keep their order: it belongs to the session that it opens or closes.
 */
final class BookNews {

    private final BookMarket market;
    private InstrumentMarket brought = InstrumentMarket.QUIET;
    private long nowNanos;
    private long momentNanos;
    private int nextTrade;
    private int first;
    private int behind;
    private int behindSplits;
    private int behindAuctions;
    private boolean hasNext;
    private boolean isWhole;

    BookNews(BookMarket market) {
        this.market = market;
    }

    /** Begins with what a snapshot brings. */
    void begin(long snapshotNanos, InstrumentMarket news) {
        nowNanos = snapshotNanos;
        brought = news;
        nextTrade = 0;
        behind = 0;
        isWhole = false;
        goOn();
    }

    /** {@return whether there is another moment} */
    boolean hasNext() {
        return hasNext;
    }

    /** {@return the next moment} */
    long momentNanos() {
        return momentNanos;
    }

    /** Tells all of the next moment. */
    void tell(Consumer<Trade> print, Consumer<MarketEvent> happen) {
        if (isWhole) {
            market.show(brought.quotes(), brought.books());
            hasNext = false;
            return;
        }
        List<MarketEvent> events = brought.events();
        for (int i = first; i < behindSplits; i++) {
            if (isUpToASplit(i)) {
                happen.accept(events.get(i));
            }
        }
        List<Trade> trades = brought.trades();
        while (nextTrade < trades.size() && trades.get(nextTrade).epochNanos() <= momentNanos) {
            print.accept(trades.get(nextTrade++));
        }
        for (int i = first; i < behindAuctions; i++) {
            if (!isUpToASplit(i) && !(events.get(i) instanceof MarketEvent.StatusChange)) {
                happen.accept(events.get(i));
            }
        }
        for (int i = first; i < behindAuctions; i++) {
            if (events.get(i) instanceof MarketEvent.StatusChange) {
                happen.accept(events.get(i));
            }
        }
        for (int i = behindAuctions; i < behind; i++) {
            if (!isUpToASplit(i)) {
                happen.accept(events.get(i));
            }
        }
        goOn();
    }

    /** Whether an event comes first of all, because a split follows at its moment and it lets nothing fill or end. */
    private boolean isUpToASplit(int event) {
        if (event >= behindSplits) {
            return false;
        }
        MarketEvent it = brought.events().get(event);
        return !(it instanceof MarketEvent.AuctionPrint
                || it instanceof MarketEvent.StatusChange
                || it instanceof MarketEvent.FinalSettlement);
    }

    private void goOn() {
        List<Trade> trades = brought.trades();
        List<MarketEvent> events = brought.events();
        first = behind;
        behindSplits = first;
        behindAuctions = first;
        hasNext = nextTrade < trades.size() || behind < events.size();
        if (!hasNext) {
            isWhole = !brought.books().isEmpty() || hasNewQuote();
            hasNext = isWhole;
            momentNanos = isWhole ? newest() : momentNanos;
            return;
        }
        long trade = nextTrade < trades.size() ? trades.get(nextTrade).epochNanos() : Long.MAX_VALUE;
        long event = behind < events.size() ? events.get(behind).epochNanos() : Long.MAX_VALUE;
        momentNanos = Math.min(trade, event);
        while (behind < events.size() && events.get(behind).epochNanos() <= momentNanos) {
            MarketEvent it = events.get(behind++);
            behindSplits = it instanceof MarketEvent.Split ? behind : behindSplits;
            behindAuctions = it instanceof MarketEvent.AuctionPrint ? behind : behindAuctions;
        }
    }

    private boolean hasNewQuote() {
        for (int i = 0; i < brought.quotes().size(); i++) {
            if (!market.isLevelled(brought.quotes().get(i).venue())) {
                return true;
            }
        }
        return false;
    }

    /** {@return the last moment at which a quote or a book was known} */
    private long newest() {
        long newest = Long.MIN_VALUE;
        for (Quote quote : brought.quotes()) {
            newest = Math.max(newest, quote.epochNanos());
        }
        for (OrderBook book : brought.books()) {
            newest = Math.max(newest, book.epochNanos());
        }
        return Math.min(newest, nowNanos);
    }
}
