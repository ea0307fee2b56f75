package io.aqts.testkit;

import io.aqts.Randomness;
import io.aqts.market.MarketSnapshot;
import io.aqts.signal.Signal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a fusion layer or a predictor is asked at one moment.
 *
 * @param snapshot the market now
 * @param signals what the detectors said about it
 */
record FusionTurn(MarketSnapshot snapshot, List<Signal> signals) {

    /**
     * {@return the whole market with signals made up from its seed; those of the same moment are the same in every
     * future}
     */
    static List<FusionTurn> of(Market market, List<String> sources) {
        Randomness chance = Randomness.of(market.seed()).split("signals");
        List<FusionTurn> turns = new ArrayList<>();
        for (MarketSnapshot snapshot : market.snapshots()) {
            boolean isQuiet = Extremes.atEdge(chance);
            List<Signal> signals =
                    Decisions.signals(chance, sources, market.universe().size(), snapshot.epochNanos());
            turns.add(new FusionTurn(snapshot, isQuiet ? List.of() : List.copyOf(signals)));
        }
        return turns;
    }

    FusionTurn copy() {
        return new FusionTurn(Contents.copy(snapshot), new ArrayList<>(signals));
    }

    /** {@return the same with the signals of one instrument after those of another, each in the order they had} */
    FusionTurn byInstrument() {
        List<Signal> sorted = new ArrayList<>(signals);
        sorted.sort(Comparator.comparingInt(Signal::instrument));
        return new FusionTurn(snapshot, sorted);
    }

    FusionTurn about(int instrument) {
        return new FusionTurn(
                snapshot,
                signals.stream()
                        .filter(signal -> signal.instrument() == instrument)
                        .toList());
    }

    /** {@return the same with the signal at an index raised by a share of what lies between it and certainty} */
    FusionTurn raised(int index, double share) {
        List<Signal> all = new ArrayList<>(signals);
        Signal signal = all.get(index);
        double score = Math.min(1, signal.score() + share * (1 - signal.score()));
        all.set(
                index,
                new Signal(
                        signal.source(),
                        signal.instrument(),
                        signal.knownAtNanos(),
                        score,
                        signal.confidence(),
                        signal.evidence()));
        return new FusionTurn(snapshot, all);
    }
}
