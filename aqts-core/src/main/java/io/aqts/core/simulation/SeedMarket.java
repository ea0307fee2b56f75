package io.aqts.core.simulation;

import io.aqts.DataSource;
import io.aqts.LayerContext;
import io.aqts.Randomness;
import io.aqts.config.SimulatedInstrument;
import io.aqts.config.SimulatedVenue;
import io.aqts.config.SimulationConfig;
import io.aqts.market.Bar;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MacroReading;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.OnChainReading;
import io.aqts.market.Quote;
import io.aqts.market.Reading;
import io.aqts.market.SentimentReading;
import io.aqts.market.Universe;
import java.util.List;
import java.util.Optional;

/**
 * The made-up market of the original AQTS, kept so that its reports can be reproduced. Use {@link SimulatedMarket} for
 * everything else.
 *
 * <p>One instrument, the first of {@link SimulationConfig#instruments()}, at all venues. With v from 0.002 to 0.012, d
 * from -0.004 to 0.006 and u from 0 to 1, all evenly spread and drawn anew for each bar, the price P becomes
 * {@code max(1000, P * (1 + d + v * (u - 0.5)))}. Its flaws are kept:
 *
 * <ul>
 *   <li><b>A built-in bull market.</b> The mean return is +0.1 % for each bar.
 *   <li><b>Gaps that are none.</b> A bar opens at {@code P * (1 - d)}, not at the close before.
 *   <li><b>Free money between venues.</b> Each venue's price is P plus noise, and the noise is also its spread.
 *   <li><b>No grid.</b> Prices lie between ticks, and a price below 1000 jumps there.
 *   <li><b>Volume in the wrong unit.</b> A bar's volume is a 24th of all venues' daily turnover in quote currency,
 *       whatever the length of the bar.
 * </ul>
 *
 * <p>Three things differ: chance is seeded and time is the bar's, so that runs repeat; a quote is at least a tick wide
 * and shows the turnover of one bar as its quantities, since a quote needs some; and there is no book, because the
 * original's single book over all venues can cross. The number of active addresses, which nothing in the original
 * decides by, is zero.
 */
public final class SeedMarket implements DataSource {

    private static final String[] SOURCES = {"twitter", "reddit", "telegram"};
    private static final double[] LOUDNESS = {1.0, 0.8, 0.6};
    private static final double LEAST_PRICE = 1_000;

    private final Universe universe;
    private final Timeline timeline;
    private final Scale scale;
    private final List<SimulatedVenue> venues;
    private final boolean alternativeData;
    private final double halfTick;
    private final Randomness prices;
    private final Randomness quotes;
    private final Randomness readings;

    private double price;

    /**
     * The original's market without end.
     *
     * @param context the settings in {@code config.simulation} and the seed
     */
    public SeedMarket(LayerContext context) {
        this(context, Long.MAX_VALUE);
    }

    /**
     * The original's market of a number of bars.
     *
     * @param context the settings in {@code config.simulation} and the seed
     * @param steps how many snapshots there are, zero or more
     */
    public SeedMarket(LayerContext context, long steps) {
        SimulationConfig config = context.config().simulation();
        SimulatedInstrument instrument = config.instruments().get(0);
        Streams streams = new Streams(context, "seed market");
        this.venues = config.venues();
        this.universe = Listings.universe(List.of(instrument), venues);
        this.timeline = new Timeline(config, steps);
        this.scale = Scale.of(config);
        this.alternativeData = config.alternativeData();
        this.halfTick = 0.5 * instrument.tickSize().toDouble();
        this.prices = streams.of("prices");
        this.quotes = streams.of("quotes");
        this.readings = streams.of("readings");
        this.price = instrument.initialPrice();
    }

    @Override
    public Universe universe() {
        return universe;
    }

    @Override
    public boolean isEndless() {
        return timeline.isEndless();
    }

    @Override
    public Optional<MarketSnapshot> next() {
        if (!timeline.next()) {
            return Optional.empty();
        }
        long now = timeline.now();
        double volatility = prices.nextDouble(0.002, 0.012);
        double drift = prices.nextDouble(-0.004, 0.006);
        price = Math.max(LEAST_PRICE, price * (1 + drift + volatility * (prices.nextDouble() - 0.5)));
        Quote[] shown = new Quote[venues.size()];
        double turnover = 0;
        double funding = 0;
        for (int i = 0; i < shown.length; i++) {
            shown[i] = quote(i, now);
            turnover += shown[i].volume24h();
            funding += shown[i].fundingRate();
        }
        double open = price * (1 - drift);
        double high = Math.max(open, price) * (1 + 1.5 * volatility);
        double low = Math.min(open, price) * (1 - 1.5 * volatility);
        Bar bar = new Bar(now, scale.nanos(), open, high, low, price, turnover / 24);
        InstrumentMarket brought = new InstrumentMarket(bar, List.of(shown), List.of(), List.of());
        return Optional.of(new MarketSnapshot(now, List.of(brought), readings(funding / shown.length, now)));
    }

    private Quote quote(int index, long now) {
        double size = 1 + 0.5 * venues.get(index).liquidityWeight();
        double noise = (quotes.nextDouble() - 0.5) * 0.002 * price / size;
        double middle = price + noise;
        double spread = Math.abs(noise) / price;
        double volume24h = quotes.nextDouble(50e6, 500e6) * size * (1 + 0.05 * index);
        double funding = quotes.nextDouble(-0.02, 0.02) / size;
        double half = Math.min(0.5 * middle, Math.max(halfTick, 0.5 * spread * middle));
        double quantity = volume24h * scale.ofDay() / middle;
        return new Quote(index, now, middle - half, quantity, middle + half, quantity, volume24h, funding);
    }

    private List<Reading> readings(double funding, long now) {
        if (!alternativeData) {
            return List.of();
        }
        String asset = universe.instrument(0).base();
        Reading[] all = new Reading[SOURCES.length + 2];
        for (int i = 0; i < SOURCES.length; i++) {
            all[i] = SentimentReading.of(now, asset, SOURCES[i], readings.nextDouble(-LOUDNESS[i], LOUDNESS[i]));
        }
        double fearGreed = readings.nextDouble(10, 90);
        double liquidations = readings.nextDouble(50e6, 250e6);
        double whaleAlerts = readings.nextDouble(5, 30);
        double exchangeFlow = readings.nextDouble(-2_000, 2_000);
        all[SOURCES.length] = new OnChainReading(now, asset, 0, exchangeFlow, whaleAlerts);
        all[SOURCES.length + 1] = new MacroReading(now, fearGreed, funding, liquidations);
        return List.of(all);
    }
}
