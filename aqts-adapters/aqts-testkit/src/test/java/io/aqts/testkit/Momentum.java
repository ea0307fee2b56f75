package io.aqts.testkit;

import io.aqts.Detector;
import io.aqts.LayerContext;
import io.aqts.market.Bar;
import io.aqts.market.MarketSnapshot;
import io.aqts.signal.Evidence;
import io.aqts.signal.Signal;
import java.util.ArrayList;
import java.util.List;

/** A detector that keeps its promises: up if the last close is above the first of three, down if below. */
class Momentum implements Detector {

    static final int BARS = 3;

    private final List<List<Double>> closes = new ArrayList<>();

    Momentum(LayerContext context) {
        for (int i = 0; i < context.universe().size(); i++) {
            closes.add(new ArrayList<>());
        }
    }

    @Override
    public List<Signal> detect(MarketSnapshot snapshot) {
        List<Signal> signals = new ArrayList<>();
        for (int i = 0; i < closes.size(); i++) {
            Bar bar = snapshot.instrument(i).bar();
            if (bar != null) {
                List<Double> seen = closes.get(i);
                seen.add(bar.close());
                if (seen.size() >= BARS) {
                    double change = bar.close() - seen.get(seen.size() - BARS);
                    signals.add(signal(i, snapshot.epochNanos(), Math.signum(change)));
                }
            }
        }
        return List.copyOf(signals);
    }

    static Signal signal(int instrument, long knownAtNanos, double score) {
        return new Signal("momentum", instrument, knownAtNanos, score, 1, Evidence.NONE);
    }
}
