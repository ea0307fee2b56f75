package io.aqts.testkit;

import io.aqts.Predictor;
import io.aqts.market.Bar;
import io.aqts.market.MarketSnapshot;
import io.aqts.signal.Prediction;
import io.aqts.signal.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A predictor that keeps its promises: the share of rises from bar to bar so far, by the rule of succession. */
class BarCounter implements Predictor {

    static final int BARS = 5;

    private final int instrument;
    private final List<Bar> bars = new ArrayList<>();
    private int rises;

    BarCounter(int instrument) {
        this.instrument = instrument;
    }

    @Override
    public String name() {
        return "bar-counter";
    }

    @Override
    public Optional<Prediction> predict(MarketSnapshot snapshot, List<Signal> signals) {
        Bar bar = snapshot.instrument(instrument).bar();
        if (bar == null) {
            return Optional.empty();
        }
        if (!bars.isEmpty() && bar.close() > bars.get(bars.size() - 1).close()) {
            rises++;
        }
        bars.add(bar);
        int outcomes = bars.size() - 1;
        double probability = (rises + 1.0) / (outcomes + 2.0);
        return bars.size() < BARS
                ? Optional.empty()
                : Optional.of(prediction(name(), probability, bar.intervalNanos(), outcomes));
    }

    static Prediction prediction(String name, double probability, long horizonNanos, long outcomes) {
        return new Prediction(name, 2 * probability - 1, probability, 0, 0.01, horizonNanos, outcomes);
    }
}
