package io.aqts.core.fuse;

import io.aqts.LayerContext;
import io.aqts.Predictor;
import io.aqts.Randomness;
import io.aqts.config.AqtsConfig;
import io.aqts.market.Bar;
import io.aqts.market.Instrument;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Universe;
import io.aqts.signal.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Minute bars made from log returns, and what models say about them. */
final class Tape {

    static final long MINUTE = 60_000_000_000L;

    private Tape() {}

    static LayerContext context(AqtsConfig config, String... symbols) {
        List<Instrument> instruments = new ArrayList<>();
        for (String symbol : symbols) {
            instruments.add(Instrument.of(symbol));
        }
        return new LayerContext(config, Universe.of(instruments.toArray(new Instrument[0])), "fusion");
    }

    static MarketSnapshot snapshot(int index, double... closes) {
        List<InstrumentMarket> markets = new ArrayList<>();
        long now = (index + 1) * MINUTE;
        for (double close : closes) {
            markets.add(InstrumentMarket.of(new Bar(now, MINUTE, close, close * 1.001, close * 0.999, close, 5)));
        }
        return MarketSnapshot.of(now, markets);
    }

    static double[] closes(double[] logReturns) {
        double[] closes = new double[logReturns.length];
        double sum = 0;
        for (int i = 0; i < closes.length; i++) {
            sum += logReturns[i];
            closes[i] = 100 * StrictMath.exp(sum);
        }
        return closes;
    }

    /** Returns that remember the last one: r = phi times the one before plus chance. */
    static double[] autoregressive(int length, double phi, long seed) {
        Randomness chance = Randomness.of(seed);
        double[] returns = new double[length];
        for (int i = 0; i < length; i++) {
            returns[i] = 0.001 * chance.nextGaussian() + (i == 0 ? 0 : phi * returns[i - 1]);
        }
        return returns;
    }

    static List<Optional<Prediction>> predictions(Predictor predictor, double... closes) {
        List<Optional<Prediction>> all = new ArrayList<>();
        for (int i = 0; i < closes.length; i++) {
            all.add(predictor.predict(snapshot(i, closes[i]), List.of()));
        }
        return all;
    }
}
