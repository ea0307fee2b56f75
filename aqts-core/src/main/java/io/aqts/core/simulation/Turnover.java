package io.aqts.core.simulation;

import io.aqts.Randomness;

/** What is traded of one instrument, on all venues together. More when prices move, and little in a quiet bar. */
final class Turnover {

    /** What a venue of weight one trades in an ordinary day, in quote currency. */
    static final double DAILY = 250e6;

    private static final double QUIET = 0.02;

    private final Randomness random;
    private final Grid lots;
    private final Scale scale;
    private final Climate climate;
    private final double ordinary;

    private double last24h;
    private double volume;

    Turnover(Randomness random, Grid lots, Scale scale, Climate climate, double liquidity) {
        this.random = random;
        this.lots = lots;
        this.scale = scale;
        this.climate = climate;
        this.ordinary = DAILY * climate.turnover() * liquidity;
        this.last24h = ordinary;
    }

    void next(PricePath path) {
        long bits = random.nextLong();
        double mood = 0.25 + 0.5 * Math.min(4, path.tension()) + 0.35 * Math.abs(path.move());
        double activity = mood * (0.5 + Pieces.third(bits, 0));
        if (Pieces.third(bits, 1) < climate.quietShare()) {
            activity *= QUIET;
        }
        double pace = ordinary * activity;
        last24h += Math.min(1, scale.ofDay()) * (pace - last24h);
        volume = lots.at(lots.count(pace * scale.ofDay() / path.closePrice()));
    }

    /** The bar's volume, in units of the base. */
    double volume() {
        return volume;
    }

    /** The turnover of the last 24 hours, smoothed, in quote currency. */
    double last24h() {
        return last24h;
    }
}
