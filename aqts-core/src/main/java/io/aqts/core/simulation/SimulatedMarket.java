package io.aqts.core.simulation;

import io.aqts.DataSource;
import io.aqts.LayerContext;
import io.aqts.config.Scenario;
import io.aqts.config.SimulatedInstrument;
import io.aqts.config.SimulationConfig;
import io.aqts.market.BarInterval;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Reading;
import io.aqts.market.Universe;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A made-up market of several instruments and venues, the same for the same seed on every JVM.
 *
 * <ul>
 *   <li><b>Honest.</b> Outside {@link Scenario#BULL}, {@link Scenario#BEAR} and {@link Scenario#CRASH} the expected
 *       price is the first: there is no drift to ride. Readings follow prices and never foretell them. No venue's bid
 *       ever reaches another's ask.
 *   <li><b>Kind to trend followers</b> under {@link Scenario#REGIME_SWITCHING}, where rises and falls last, and to
 *       those who trade against them under {@link Scenario#SIDEWAYS}, where prices come back. {@link Scenario#ILLIQUID}
 *       has neither.
 *   <li><b>Lifelike.</b> Volatility clusters, returns have fat tails, instruments correlate, spreads widen and books
 *       thin out with volatility. Unconditional volatility from bar to bar and correlation are those of
 *       {@link SimulationConfig}.
 *   <li><b>Continuous.</b> Each bar opens at the close of the one before. Prices lie on the tick, quantities on the
 *       lot.
 *   <li><b>Independent.</b> Every instrument and every field has a stream of chance of its own. Another instrument at
 *       the end of the list, another venue's name or no alternative data moves no price.
 * </ul>
 *
 * <p>Every snapshot brings for each instrument a bar and, for each venue, a quote and a book of
 * {@link SimulationConfig#bookLevels()} levels that begins with the quote; it brings no prints. With
 * {@link SimulationConfig#alternativeData()} it brings three sentiment readings, one on-chain and one macro reading,
 * and now and then news, all about the base of the first instrument but the macro reading, which is about the market as
 * a whole.
 *
 * <p>Bars never end by default, short of the year 2262. An initial price below eight ticks is raised to eight, and
 * prices never fall below that.
 *
 * <p>Not a model of any real market, and no evidence that a strategy works.
 */
public final class SimulatedMarket implements DataSource {

    private final Universe universe;
    private final String description;
    private final Scenario scenario;
    private final Timeline timeline;
    private final Weather weather;
    private final Shocks market;
    private final InstrumentDesk[] desks;
    private final @Nullable Crowd crowd;

    /**
     * A market without end.
     *
     * @param context the settings in {@code config.simulation} and the seed
     */
    public SimulatedMarket(LayerContext context) {
        this(context, Long.MAX_VALUE);
    }

    /**
     * A market of a number of bars.
     *
     * @param context the settings in {@code config.simulation} and the seed
     * @param steps how many snapshots there are, zero or more
     */
    public SimulatedMarket(LayerContext context, long steps) {
        SimulationConfig config = context.config().simulation();
        List<SimulatedInstrument> instruments = config.instruments();
        Scale scale = Scale.of(config);
        Streams streams = new Streams(context, "market");
        this.universe = Listings.universe(instruments, config.venues());
        this.scenario = config.scenario();
        this.description = describe(context);
        this.timeline = new Timeline(config, steps);
        this.weather = weather(config.scenario(), streams, scale);
        this.market = new Shocks(streams.of("price"), Climate.of(scenario).tails());
        this.desks = new InstrumentDesk[instruments.size()];
        for (int i = 0; i < desks.length; i++) {
            desks[i] = new InstrumentDesk(instruments.get(i), context);
        }
        this.crowd =
                config.alternativeData() ? new Crowd(desks[0].path(), universe.instrument(0), context, scale) : null;
    }

    @Override
    public Universe universe() {
        return universe;
    }

    /** {@return the weather of this market} */
    public Scenario scenario() {
        return scenario;
    }

    /** {@return the scenario, the size, the bar and the seed in one line, for reports} */
    public String description() {
        return description;
    }

    /** {@return the description without the seed, which a report states beside it} */
    @Override
    public List<String> origins() {
        return List.of(description.substring(0, description.lastIndexOf(", seed ")));
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
        weather.next();
        market.next();
        InstrumentMarket[] brought = new InstrumentMarket[desks.length];
        for (int i = 0; i < desks.length; i++) {
            brought[i] = desks[i].next(weather, market, now);
        }
        List<Reading> readings = crowd == null ? List.of() : crowd.next(desks[0].funding(), now);
        return Optional.of(new MarketSnapshot(now, List.of(brought), readings));
    }

    private static Weather weather(Scenario scenario, Streams streams, Scale scale) {
        return switch (scenario) {
            case REGIME_SWITCHING -> new Regimes(streams.of("regime"));
            case CRASH -> new Crashes(streams.of("crash"), scale.nanos());
            default -> new Weather.Steady(Climate.of(scenario).trend() * Math.sqrt(scale.ofYear()));
        };
    }

    private static String describe(LayerContext context) {
        SimulationConfig config = context.config().simulation();
        return "simulated " + config.scenario()
                + ", instruments " + config.instruments().size()
                + ", venues " + config.venues().size()
                + ", bars " + BarInterval.of(config.interval())
                + ", seed " + context.config().seed();
    }
}
