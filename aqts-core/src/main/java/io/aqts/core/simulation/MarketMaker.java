package io.aqts.core.simulation;

import io.aqts.Randomness;
import io.aqts.config.SimulatedVenue;
import io.aqts.market.BookLevel;
import io.aqts.market.OrderBook;
import io.aqts.market.Quote;
import java.util.Arrays;
import java.util.List;

/**
 * Who quotes one instrument at one venue.
 *
 * <p>The middle wanders around the last price, but never by as much as half the spread. So every bid of every venue
 * stays below every ask of every other, and there is no arbitrage between venues to be found. The spread widens with
 * volatility and narrows with the venue's liquidity; prices lie on the tick and quantities on the lot.
 */
final class MarketMaker {

    private static final double HALF_SPREAD = 0.5e-4;
    private static final double WIDEST_HALF_SPREAD = 0.1;
    private static final double TOP_NOTIONAL = 20_000;
    private static final double BASIS_MEMORY = 0.9;
    private static final double BASIS_REACH = 0.9;
    private static final double BASIS_NOISE = (1 - BASIS_MEMORY) * BASIS_REACH;
    private static final double FUNDING_MEAN = 0.0001;
    private static final double FUNDING_MEMORY = 0.98;
    private static final double FUNDING_NOISE = 0.00003;

    private final int venue;
    private final Grid lots;
    private final Randomness quotes;
    private final Randomness depth;
    private final double topNotional;
    private final double halfSpread;

    private double basis;
    private double funding = FUNDING_MEAN;
    private double halfTicks;
    private double bidTicks;
    private double askTicks;

    MarketMaker(int venue, SimulatedVenue config, Climate climate, Grid lots, Streams streams) {
        this.venue = venue;
        this.lots = lots;
        this.quotes = streams.of("quotes");
        this.depth = streams.of("depth");
        double weight = liquidity(config);
        this.topNotional = TOP_NOTIONAL * climate.depth() * weight;
        this.halfSpread = HALF_SPREAD * climate.spread() / (0.25 + 0.75 * weight);
    }

    /** The weight of a venue, within reason. */
    static double liquidity(SimulatedVenue config) {
        return Math.max(1e-3, Math.min(1e3, config.liquidityWeight()));
    }

    /**
     * What the venue shows at the end of a bar.
     *
     * @param path the price
     * @param volume24h what the venue traded in the last 24 hours
     * @param epochNanos the end of the bar
     */
    Quote quote(PricePath path, double volume24h, long epochNanos) {
        long prices = quotes.nextLong();
        long sizes = quotes.nextLong();
        basis = BASIS_MEMORY * basis + BASIS_NOISE * (2 * Pieces.third(prices, 0) - 1);
        funding = FUNDING_MEAN
                + FUNDING_MEMORY * (funding - FUNDING_MEAN)
                + FUNDING_NOISE * (2 * Pieces.third(prices, 2) - 1);
        spread(path, 0.8 + 0.4 * Pieces.third(prices, 1));
        double notional = topNotional / (0.5 + 0.5 * path.tension());
        Grid grid = path.grid();
        double bid = grid.at(bidTicks);
        double ask = grid.at(askTicks);
        double bidQuantity = lots(notional * (0.4 + 1.2 * Pieces.third(sizes, 0)) / bid);
        double askQuantity = lots(notional * (0.4 + 1.2 * Pieces.third(sizes, 1)) / ask);
        double traded = volume24h * (0.9 + 0.2 * Pieces.third(sizes, 2));
        return new Quote(venue, epochNanos, bid, bidQuantity, ask, askQuantity, traded, funding);
    }

    /**
     * The depth behind the quote made last, whose prices and quantities are its first level.
     *
     * @param quote that quote
     * @param grid the ticks
     * @param levels how many levels on each side; fewer bids where the price has no room for them
     */
    OrderBook book(Quote quote, Grid grid, int levels) {
        BookLevel[] bids = new BookLevel[levels];
        BookLevel[] asks = new BookLevel[levels];
        bids[0] = new BookLevel(quote.bid(), quote.bidQuantity());
        asks[0] = new BookLevel(quote.ask(), quote.askQuantity());
        double bid = bidTicks;
        double ask = askTicks;
        int deep = 1;
        for (int i = 1; i < levels; i++) {
            long bits = depth.nextLong();
            double growth = 1 + 0.4 * i;
            ask += gap(Pieces.quarter(bits, 0));
            asks[i] = new BookLevel(grid.at(ask), lots(quote.askQuantity() * growth * (0.5 + Pieces.quarter(bits, 1))));
            bid -= gap(Pieces.quarter(bits, 2));
            if (bid >= 1) {
                bids[deep++] = new BookLevel(
                        grid.at(bid), lots(quote.bidQuantity() * growth * (0.5 + Pieces.quarter(bits, 3))));
            }
        }
        List<BookLevel> buyers = List.of(deep == levels ? bids : Arrays.copyOf(bids, deep));
        return new OrderBook(venue, quote.epochNanos(), buyers, List.of(asks));
    }

    private void spread(PricePath path, double noise) {
        double close = path.close();
        double width = halfSpread * (0.6 + 0.4 * path.tension()) * noise;
        halfTicks = Math.min(WIDEST_HALF_SPREAD, width) * close;
        // The last trade was a sale at the bid or a purchase at the ask, so bids and asks part half a tick from it.
        double parting = path.sellerLast() ? close + 0.5 : close - 0.5;
        bidTicks = Math.floor(parting + (basis - 1) * halfTicks);
        askTicks = Math.ceil(parting + (basis + 1) * halfTicks);
    }

    private double gap(double share) {
        return Math.max(1, Math.rint(halfTicks * (0.3 + 0.9 * share)));
    }

    private double lots(double quantity) {
        return lots.at(Math.max(1, lots.count(quantity)));
    }
}
