package io.aqts.core.simulation;

import io.aqts.Randomness;
import io.aqts.config.SimulatedInstrument;
import io.aqts.internal.Checks;
import io.aqts.market.Bar;

/**
 * The price of one instrument from bar to bar.
 *
 * <p>The log return is a share of the market's shock and one of the instrument's own, such that any two instruments
 * correlate as configured, less half the variance it was drawn with: without drift the expected price stays where it
 * is. Highs and lows follow the exact law of the extremes of a Brownian bridge between open and close. Prices shown are
 * on the tick; what is hidden between ticks is kept, so that a coarse tick stops no drift.
 */
final class PricePath {

    /** The least price in ticks, which leaves room for bids below it. */
    static final double FLOOR = 8;

    private static final String PRICE = "simulation.instruments[].initialPrice";
    private static final double REVERSION = 0.006;
    private static final double LARGEST_MOVE = 5;

    private final Grid grid;
    private final double lowest;
    private final double highest;
    private final double start;
    private final double barVolatility;
    private final double marketShare;
    private final boolean reverts;
    private final Shocks own;
    private final Randomness range;

    private double price;
    private double logLevel;
    private double levelVariance;
    private double move;
    private double tension = 1;
    private double open;
    private double high;
    private double low;
    private double close;
    private boolean sellerLast;

    PricePath(SimulatedInstrument instrument, Scale scale, Climate climate, double correlation, Streams streams) {
        this.grid = new Grid(instrument.tickSize());
        this.lowest = grid.at(FLOOR);
        this.highest = grid.at(grid.ceiling());
        double initial = instrument.initialPrice();
        Checks.that(initial <= highest, PRICE, "be at most " + highest + ", or the tick coarser", initial);
        this.start = Math.max(lowest, initial);
        this.price = start;
        this.close = grid.count(start);
        this.barVolatility = instrument.annualVolatility() * Math.sqrt(scale.ofYear());
        this.marketShare = correlation;
        this.reverts = climate.reverts();
        this.own = new Shocks(streams.of("price"), climate.tails());
        this.range = streams.of("range");
    }

    /**
     * Moves on by one bar.
     *
     * @param weather the market's weather in it
     * @param market the market's shock in it
     */
    void next(Weather weather, Shocks market) {
        own.next();
        double unit = barVolatility * barVolatility * weather.variance();
        double variance = unit * (marketShare * market.variance() + (1 - marketShare) * own.variance());
        double shock =
                Math.sqrt(unit) * (Math.sqrt(marketShare) * market.value() + Math.sqrt(1 - marketShare) * own.value());
        double drift =
                weather.trend() * barVolatility - weather.convexity() * barVolatility * barVolatility + weather.push();
        double change = drift + pull(variance) + shock - 0.5 * variance;
        extremes(change, variance);
        boolean free = price > lowest && price < highest;
        logLevel = free ? logLevel + change : StrictMath.log(price / start);
        move = barVolatility > 0 ? clamp(shock / barVolatility, -LARGEST_MOVE, LARGEST_MOVE) : 0;
        tension = Math.sqrt(weather.variance() * (marketShare * market.ahead() + (1 - marketShare) * own.ahead()));
    }

    Bar bar(long epochNanos, long intervalNanos, double volume) {
        return new Bar(epochNanos, intervalNanos, grid.at(open), grid.at(high), grid.at(low), grid.at(close), volume);
    }

    Grid grid() {
        return grid;
    }

    /** The last price, in ticks. */
    double close() {
        return close;
    }

    /** The last price, in quote currency. */
    double closePrice() {
        return grid.at(close);
    }

    /** The price before the first bar, in quote currency. */
    double start() {
        return start;
    }

    /** This bar's surprise, in ordinary standard deviations, cut at five of them. */
    double move() {
        return move;
    }

    /** The volatility ahead; 1 is ordinary. */
    double tension() {
        return tension;
    }

    /** Whether the last trade of the bar was a sale at the bid. */
    boolean sellerLast() {
        return sellerLast;
    }

    private double pull(double variance) {
        if (!reverts) {
            return 0;
        }
        // The second term keeps the expected price, not the expected log price, at its start.
        double pull = REVERSION * (0.5 * (1 - REVERSION) * levelVariance - logLevel);
        levelVariance = (1 - REVERSION) * (1 - REVERSION) * levelVariance + variance;
        return pull;
    }

    private void extremes(double change, double variance) {
        double first = -StrictMath.log(1 - range.nextDouble());
        double second = -StrictMath.log(1 - range.nextDouble());
        sellerLast = range.nextLong() < 0;
        double peak = 0.5 * (change + Math.sqrt(change * change + 2 * variance * first));
        double trough = 0.5 * (change - Math.sqrt(change * change + 2 * variance * second));
        double before = price;
        price = bounded(before * growth(change));
        open = close;
        close = grid.count(price);
        high = Math.max(Math.max(open, close), grid.count(bounded(before * growth(peak))));
        low = Math.min(Math.min(open, close), grid.count(bounded(before * growth(trough))));
    }

    private double bounded(double value) {
        return clamp(value, lowest, highest);
    }

    private static double clamp(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }

    private static double growth(double change) {
        if (Math.abs(change) > 0.03) {
            return StrictMath.exp(change);
        }
        double sum = 1 + change / 7;
        sum = 1 + change * (1.0 / 6) * sum;
        sum = 1 + change * (1.0 / 5) * sum;
        sum = 1 + change * (1.0 / 4) * sum;
        sum = 1 + change * (1.0 / 3) * sum;
        sum = 1 + change * 0.5 * sum;
        return 1 + change * sum;
    }
}
