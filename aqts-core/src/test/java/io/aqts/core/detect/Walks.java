package io.aqts.core.detect;

import io.aqts.Randomness;
import io.aqts.config.QgitaConfig;
import io.aqts.config.QgitaMode;
import io.aqts.market.Bar;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketSnapshot;
import io.aqts.signal.Signal;
import java.util.ArrayList;
import java.util.List;

/** Made-up bars, and settings under which the QGITA detector has much to say about them. */
final class Walks {

    static final long MINUTE = 60_000_000_000L;
    static final long START = 1_600_000_000L * 1_000_000_000L;

    private Walks() {}

    /**
     * A walk in whole cents with clustered volatility, missing minutes, stretches that stand still and bars without
     * volume.
     */
    static List<Bar> restless(long seed, int count) {
        Randomness chance = Randomness.of(seed).split("restless");
        List<Bar> bars = new ArrayList<>();
        long end = START;
        long cents = 10_000;
        double sigma = 20;
        for (int i = 0; i < count; i++) {
            end += MINUTE * (chance.nextInt(20) == 0 ? 1 + chance.nextInt(5) : 1);
            sigma = 0.9 * sigma + 0.1 * 20 * (chance.nextInt(40) == 0 ? 15 : 1);
            boolean still = i % 700 > 670;
            long open = cents;
            long close = still ? open : Math.max(500, open + Math.round(sigma * chance.nextGaussian()));
            long high = Math.max(open, close) + (still ? 0 : chance.nextInt(20));
            long low = Math.min(open, close) - (still ? 0 : chance.nextInt(20));
            double volume = chance.nextInt(15) == 0 ? 0 : 1 + chance.nextInt(5_000);
            bars.add(new Bar(end, MINUTE, open / 100.0, high / 100.0, low / 100.0, close / 100.0, volume));
            cents = close;
        }
        return bars;
    }

    static Bar flat(long epochNanos, double close) {
        return new Bar(epochNanos, MINUTE, close, close, close, close, 1);
    }

    static List<Bar> flats(double... closes) {
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < closes.length; i++) {
            bars.add(flat(START + i * MINUTE, closes[i]));
        }
        return bars;
    }

    static BarWindow window(int size, List<Bar> bars) {
        BarWindow window = new BarWindow(size);
        bars.forEach(bar -> window.add(bar.epochNanos(), bar.close()));
        return window;
    }

    static MarketSnapshot snapshot(Bar bar) {
        return MarketSnapshot.of(bar.epochNanos(), List.of(InstrumentMarket.of(bar)));
    }

    static QgitaConfig talkative(QgitaMode mode) {
        return QgitaConfig.defaults().toBuilder()
                .mode(mode)
                .tolerance(0.3)
                .window(16)
                .pivots(p -> p.reversalAtr(1).bendMultiple(0.5).memory(40).minimumPivots(5))
                .ranks(r -> r.window(60).minimum(20))
                .events(e ->
                        e.baseline(50).gap(3).sigmas(0.2).confirmationBars(4).refractoryBars(2))
                .weights(List.of(1.0, 1.2, 1.0, 1.2, 0.8))
                .build();
    }

    static List<Signal> signals(QgitaConfig config, List<Bar> bars) {
        QgitaDetector detector = new QgitaDetector(config, 1);
        List<Signal> signals = new ArrayList<>();
        bars.forEach(bar -> signals.addAll(detector.detect(snapshot(bar))));
        return signals;
    }

    static List<LighthouseEvent> events(QgitaConfig config, List<Bar> bars) {
        return signals(config, bars).stream()
                .map(signal -> (LighthouseEvent) signal.evidence())
                .toList();
    }
}
