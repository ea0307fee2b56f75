package io.aqts.testkit;

import io.aqts.Randomness;
import io.aqts.signal.Action;
import io.aqts.signal.Contribution;
import io.aqts.signal.Decision;
import io.aqts.signal.Evidence;
import io.aqts.signal.Forecast;
import io.aqts.signal.Proposal;
import io.aqts.signal.Signal;
import io.aqts.trade.ReasonCode;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Signals and decisions made up for tests: legal ones, with every third number on an edge of what is legal. */
public final class Decisions {

    private static final List<Action> ACTIONS = List.of(Action.values());

    private Decisions() {}

    /**
     * Decisions for property tests.
     *
     * @param instruments how many instruments the universe has
     * @return the decisions
     */
    public static Arbitrary<Decision> any(int instruments) {
        return Arbitraries.longs().map(seed -> next(Randomness.of(seed), instruments));
    }

    /**
     * One decision. Instruments are left out now and then, holds are among the rest.
     *
     * @param chance where it is drawn from
     * @param instruments how many instruments the universe has
     * @return the decision
     */
    public static Decision next(Randomness chance, int instruments) {
        List<Proposal> proposals = new ArrayList<>();
        for (int i = 0; i < instruments; i++) {
            if (chance.nextInt(4) > 0) {
                proposals.add(proposal(chance, i, Extremes.oneOf(chance, ACTIONS)));
            }
        }
        return new Decision(proposals);
    }

    /**
     * What several detectors say at one moment, in their order; each speaks of each instrument with even chance.
     *
     * @param chance where it is drawn from
     * @param sources the names of the detectors
     * @param instruments how many instruments the universe has
     * @param epochNanos the moment, in nanoseconds since 1970-01-01T00:00Z
     * @return the signals
     */
    public static List<Signal> signals(Randomness chance, List<String> sources, int instruments, long epochNanos) {
        List<Signal> signals = new ArrayList<>();
        for (String source : sources) {
            for (int i = 0; i < instruments; i++) {
                double score = Extremes.score(chance);
                double confidence = Extremes.share(chance);
                if (chance.nextInt(2) == 0) {
                    signals.add(new Signal(source, i, epochNanos, score, confidence, Evidence.NONE));
                }
            }
        }
        return signals;
    }

    static Proposal proposal(Randomness chance, int instrument, Action action) {
        Forecast forecast = new Forecast(
                Extremes.score(chance),
                Extremes.share(chance),
                Extremes.atEdge(chance) ? Extremes.finite(chance) : 0.1 * Extremes.score(chance),
                Extremes.atEdge(chance) ? 0 : chance.nextInt(1_000) * 60_000_000_000L,
                Extremes.share(chance));
        List<Contribution> contributions =
                List.of(new Contribution("made-up", Extremes.score(chance), Extremes.share(chance)));
        double sizeHint = Extremes.share(chance);
        return new Proposal(instrument, action, sizeHint, forecast, contributions, List.of(ReasonCode.SIGNAL));
    }
}
