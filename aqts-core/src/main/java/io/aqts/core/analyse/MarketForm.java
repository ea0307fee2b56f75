package io.aqts.core.analyse;

import io.aqts.market.Bar;
import io.aqts.market.BookLevel;
import io.aqts.market.IndexReading;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MacroReading;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.NewsItem;
import io.aqts.market.OnChainReading;
import io.aqts.market.OrderBook;
import io.aqts.market.Quote;
import io.aqts.market.Reading;
import io.aqts.market.SentimentReading;
import io.aqts.market.Trade;
import java.util.List;

/** The canonical form of what was seen of the market: every figure of every snapshot. */
final class MarketForm {

    private final DigestBuffer out;
    private final EventForm events;
    private long intervalNanos;

    MarketForm(DigestBuffer out) {
        this.out = out;
        this.events = new EventForm(out);
    }

    void clear() {
        intervalNanos = 0;
    }

    void snapshot(MarketSnapshot snapshot) {
        long now = snapshot.epochNanos();
        out.number(now);
        List<InstrumentMarket> instruments = snapshot.instruments();
        out.count(instruments.size());
        for (int i = 0; i < instruments.size(); i++) {
            instrument(instruments.get(i), now);
        }
        readings(snapshot.readings(), now);
    }

    private void instrument(InstrumentMarket market, long now) {
        Bar bar = market.bar();
        out.flag(bar != null);
        if (bar != null) {
            bar(bar, now);
        }
        boolean more = !(market.quotes().isEmpty()
                && market.books().isEmpty()
                && market.trades().isEmpty()
                && market.events().isEmpty());
        out.flag(more);
        if (more) {
            quotes(market.quotes(), now);
            books(market.books(), now);
            trades(market.trades(), now);
            events.write(market.events(), now);
        }
    }

    private void bar(Bar bar, long now) {
        out.moment(bar.epochNanos(), now);
        out.flag(bar.intervalNanos() == intervalNanos);
        if (bar.intervalNanos() != intervalNanos) {
            intervalNanos = bar.intervalNanos();
            out.number(intervalNanos);
        }
        out.belief(bar.open());
        out.belief(bar.high());
        out.belief(bar.low());
        out.belief(bar.close());
        out.belief(bar.volume());
    }

    private void quotes(List<Quote> quotes, long now) {
        out.count(quotes.size());
        for (int i = 0; i < quotes.size(); i++) {
            Quote quote = quotes.get(i);
            out.count(quote.venue());
            out.moment(quote.epochNanos(), now);
            out.belief(quote.bid());
            out.belief(quote.bidQuantity());
            out.belief(quote.ask());
            out.belief(quote.askQuantity());
            out.belief(quote.volume24h());
            out.belief(quote.fundingRate());
        }
    }

    private void books(List<OrderBook> books, long now) {
        out.count(books.size());
        for (int i = 0; i < books.size(); i++) {
            OrderBook book = books.get(i);
            out.count(book.venue());
            out.moment(book.epochNanos(), now);
            levels(book.bids());
            levels(book.asks());
        }
    }

    private void levels(List<BookLevel> levels) {
        out.count(levels.size());
        for (int i = 0; i < levels.size(); i++) {
            out.belief(levels.get(i).price());
            out.belief(levels.get(i).quantity());
        }
    }

    private void trades(List<Trade> trades, long now) {
        out.count(trades.size());
        for (int i = 0; i < trades.size(); i++) {
            Trade trade = trades.get(i);
            out.count(trade.venue());
            out.moment(trade.epochNanos(), now);
            out.belief(trade.price());
            out.belief(trade.quantity());
            out.flag(trade.buyerTook());
        }
    }

    private void readings(List<Reading> readings, long now) {
        out.count(readings.size());
        for (int i = 0; i < readings.size(); i++) {
            Reading reading = readings.get(i);
            out.moment(reading.knownAtNanos(), now);
            out.text(reading.asset());
            if (reading instanceof SentimentReading mood) {
                out.mark('S');
                out.text(mood.source());
                out.belief(mood.score());
                out.count(mood.keywords().size());
                for (int k = 0; k < mood.keywords().size(); k++) {
                    out.text(mood.keywords().get(k));
                }
            } else if (reading instanceof NewsItem news) {
                out.mark('N');
                out.text(news.source());
                out.text(news.title());
                out.belief(news.impact());
            } else if (reading instanceof OnChainReading chain) {
                out.mark('C');
                out.belief(chain.activeAddresses());
                out.belief(chain.exchangeFlow());
                out.belief(chain.whaleAlerts());
            } else if (reading instanceof MacroReading macro) {
                out.mark('M');
                out.belief(macro.fearGreed());
                out.belief(macro.fundingRateAverage());
                out.belief(macro.liquidations24h());
            } else if (reading instanceof IndexReading index) {
                out.mark('I');
                out.text(index.name());
                out.belief(index.value());
            }
        }
    }
}
