package io.aqts.core.risk.rule;

import io.aqts.RiskObserver;
import io.aqts.RiskView;
import io.aqts.market.Bar;
import io.aqts.market.BookLevel;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.OrderBook;
import io.aqts.market.Quote;
import io.aqts.trade.Side;
import java.util.Arrays;
import java.util.List;

/** What was last seen of each market: its spread, its depth, its volume, and when its price was known. */
public final class MarketMemory implements RiskObserver {

    private final double[] spreads;
    private final double[] bidDepth;
    private final double[] askDepth;
    private final long[] pricedAt;
    private final VolumeAverage[] volumes;

    /**
     * A memory of nothing.
     *
     * @param instruments how many instruments there are
     * @param volumeBars bars that volume is averaged over
     * @param assumedSpread the spread where none was seen, as a share of the mid
     */
    public MarketMemory(int instruments, int volumeBars, double assumedSpread) {
        spreads = new double[instruments];
        bidDepth = new double[instruments];
        askDepth = new double[instruments];
        pricedAt = new long[instruments];
        volumes = new VolumeAverage[instruments];
        Arrays.fill(spreads, assumedSpread);
        Arrays.fill(pricedAt, Long.MIN_VALUE);
        Arrays.setAll(volumes, i -> new VolumeAverage(volumeBars));
    }

    /**
     * The last known spread of an instrument.
     *
     * @param instrument the index of the instrument
     * @return the mean over the venues that quoted, as a share of the mid; the assumed one before any quote
     */
    public double spread(int instrument) {
        return spreads[instrument];
    }

    /**
     * The last known depth of all venues together.
     *
     * @param instrument the index of the instrument
     * @param side BUY for what is offered to a buyer
     * @return in units of the base; zero where none was seen
     */
    public double depth(int instrument, Side side) {
        return side == Side.BUY ? askDepth[instrument] : bidDepth[instrument];
    }

    /**
     * The average volume of the last bars.
     *
     * @param instrument the index of the instrument
     * @return in units of the base; zero until there were as many bars
     */
    public double volume(int instrument) {
        return volumes[instrument].mean();
    }

    /**
     * How old the last price is.
     *
     * @param instrument the index of the instrument
     * @param now the moment, in nanoseconds since 1970-01-01T00:00Z
     * @return the age in nanoseconds; the greatest number where there is no price
     */
    public long ageNanos(int instrument, long now) {
        return pricedAt[instrument] == Long.MIN_VALUE ? Long.MAX_VALUE : now - pricedAt[instrument];
    }

    @Override
    public void onStep(RiskView view) {
        for (int i = 0; i < spreads.length; i++) {
            InstrumentMarket market = view.snapshot().instrument(i);
            split(i, market.splitRatio());
            Bar bar = market.bar();
            if (bar != null) {
                pricedAt[i] = Math.max(pricedAt[i], bar.epochNanos());
                volumes[i].add(bar.volume());
            }
            if (!market.quotes().isEmpty()) {
                addQuotes(i, market.quotes(), market.books().isEmpty());
            }
            if (!market.books().isEmpty()) {
                addBooks(i, market.books());
            }
        }
    }

    private void split(int i, double ratio) {
        if (ratio != 1) {
            bidDepth[i] *= ratio;
            askDepth[i] *= ratio;
            volumes[i].split(ratio);
        }
    }

    private void addQuotes(int i, List<Quote> quotes, boolean isDepth) {
        double spread = 0;
        double bids = 0;
        double asks = 0;
        for (int k = 0; k < quotes.size(); k++) {
            Quote quote = quotes.get(k);
            spread += quote.spread();
            bids += quote.bidQuantity();
            asks += quote.askQuantity();
            pricedAt[i] = Math.max(pricedAt[i], quote.epochNanos());
        }
        spreads[i] = spread / quotes.size();
        if (isDepth) {
            bidDepth[i] = bids;
            askDepth[i] = asks;
        }
    }

    private void addBooks(int i, List<OrderBook> books) {
        bidDepth[i] = 0;
        askDepth[i] = 0;
        for (int k = 0; k < books.size(); k++) {
            OrderBook book = books.get(k);
            bidDepth[i] += sum(book.bids());
            askDepth[i] += sum(book.asks());
            if (!book.bids().isEmpty() && !book.asks().isEmpty()) {
                pricedAt[i] = Math.max(pricedAt[i], book.epochNanos());
            }
        }
    }

    private static double sum(List<BookLevel> levels) {
        double sum = 0;
        for (int i = 0; i < levels.size(); i++) {
            sum += levels.get(i).quantity();
        }
        return sum;
    }
}
