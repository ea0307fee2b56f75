package io.aqts.core.simulation;

import io.aqts.LayerContext;
import io.aqts.config.SimulatedInstrument;
import io.aqts.config.SimulatedVenue;
import io.aqts.config.SimulationConfig;
import io.aqts.market.Bar;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.OrderBook;
import io.aqts.market.Quote;
import java.util.List;

/** Everything of one instrument: its price, its turnover and who quotes it. */
final class InstrumentDesk {

    private final Scale scale;
    private final int levels;
    private final PricePath path;
    private final Turnover turnover;
    private final MarketMaker[] makers;
    private final double[] shares;

    private double funding;

    InstrumentDesk(SimulatedInstrument instrument, LayerContext context) {
        SimulationConfig config = context.config().simulation();
        Climate climate = Climate.of(config.scenario());
        Streams streams = new Streams(context, instrument.symbol());
        Grid lots = new Grid(instrument.lotSize());
        double liquidity =
                config.venues().stream().mapToDouble(MarketMaker::liquidity).reduce(0, Double::sum);
        int venues = config.venues().size();
        this.scale = Scale.of(config);
        this.levels = config.bookLevels();
        this.path = new PricePath(instrument, scale, climate, config.correlation(), streams);
        this.turnover = new Turnover(streams.of("volume"), lots, scale, climate, liquidity);
        this.makers = new MarketMaker[venues];
        this.shares = new double[venues];
        for (int i = 0; i < venues; i++) {
            SimulatedVenue venue = config.venues().get(i);
            Streams own = new Streams(context, instrument.symbol() + " at " + venue.name());
            makers[i] = new MarketMaker(i, venue, climate, lots, own);
            shares[i] = MarketMaker.liquidity(venue) / liquidity;
        }
    }

    InstrumentMarket next(Weather weather, Shocks market, long epochNanos) {
        path.next(weather, market);
        turnover.next(path);
        Bar bar = path.bar(epochNanos, scale.nanos(), turnover.volume());
        int venues = makers.length;
        Quote[] quotes = new Quote[venues];
        OrderBook[] books = new OrderBook[levels > 0 ? venues : 0];
        double sum = 0;
        for (int i = 0; i < venues; i++) {
            Quote quote = makers[i].quote(path, turnover.last24h() * shares[i], epochNanos);
            quotes[i] = quote;
            sum += quote.fundingRate();
            if (levels > 0) {
                books[i] = makers[i].book(quote, path.grid(), levels);
            }
        }
        funding = sum / venues;
        return new InstrumentMarket(bar, List.of(quotes), List.of(books), List.of());
    }

    PricePath path() {
        return path;
    }

    /** The funding rate averaged over the venues. */
    double funding() {
        return funding;
    }
}
