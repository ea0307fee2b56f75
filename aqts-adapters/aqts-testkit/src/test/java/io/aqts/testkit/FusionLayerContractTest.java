package io.aqts.testkit;

import static io.aqts.testkit.Proof.caught;

import io.aqts.FusionLayer;
import io.aqts.LayerContext;
import io.aqts.market.Bar;
import io.aqts.signal.Decision;
import io.aqts.signal.Evidence;
import io.aqts.signal.Proposal;
import io.aqts.signal.Signal;
import io.aqts.trade.ReasonCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FusionLayerContractTest {

    @Test
    void passesAFusionLayerThatKeepsItsPromises() {
        Proof.keepsEveryPromise(Sound.class);
    }

    @Test
    void passesTheHostileFusionWhichIsLegal() {
        Proof.keepsEveryPromise(Hostile.class);
    }

    @TestFactory
    Stream<DynamicTest> catches() {
        return Stream.of(
                caught(Moody.class, "isDeterministic"),
                caught(LearnsFromTheFuture.class, "doesNotLookAhead"),
                caught(ProposesTwice.class, "proposesOnceForEachInstrumentInItsOrder"),
                caught(ProposesBackwards.class, "proposesOnceForEachInstrumentInItsOrder"),
                caught(ProposesForAStranger.class, "proposesOnceForEachInstrumentInItsOrder"),
                caught(GoesByPosition.class, "doesNotMixUpInstruments"),
                caught(FadesTheExtreme.class, "neverFallsWhenASignalRises"),
                caught(ListensToItsNeighbor.class, "sharesNothingWithOthers"),
                caught(HoldsForever.class, "proposesSomething"));
    }

    static class Sound implements FusionLayerContract {

        @Override
        public FusionLayer create(LayerContext context) {
            return new AverageScore(context);
        }

        @Override
        public boolean isMonotone() {
            return true;
        }
    }

    static final class Hostile implements FusionLayerContract {

        @Override
        public FusionLayer create(LayerContext context) {
            return new HostileFusion(context);
        }
    }

    static final class Moody extends Sound {

        private static long moods;

        @Override
        public FusionLayer create(LayerContext context) {
            FusionLayer sound = super.create(context);
            return (snapshot, signals) -> moods++ % 7 == 0 ? Decision.NONE : sound.fuse(snapshot, signals);
        }
    }

    static final class LearnsFromTheFuture extends Sound {

        private static final TreeMap<Long, Double> SEEN = new TreeMap<>();

        @Override
        public FusionLayer create(LayerContext context) {
            return (snapshot, signals) -> {
                Bar bar = snapshot.instrument(0).bar();
                if (bar == null) {
                    return Decision.NONE;
                }
                SEEN.put(snapshot.epochNanos(), bar.close());
                double outcome = SEEN.lastEntry().getValue() - bar.close();
                return new Decision(List.of(AverageScore.proposal(0, Math.signum(outcome))));
            };
        }
    }

    static final class ProposesTwice extends Sound {

        @Override
        public FusionLayer create(LayerContext context) {
            return changed(context, proposals -> proposals.addAll(List.copyOf(proposals)));
        }
    }

    static final class ProposesBackwards extends Sound {

        @Override
        public FusionLayer create(LayerContext context) {
            return changed(context, Collections::reverse);
        }
    }

    static final class ProposesForAStranger extends Sound {

        @Override
        public FusionLayer create(LayerContext context) {
            Proposal stranger = Proposal.hold(context.universe().size(), ReasonCode.WARMING_UP);
            return changed(context, proposals -> proposals.add(stranger));
        }
    }

    static final class GoesByPosition extends Sound {

        @Override
        public FusionLayer create(LayerContext context) {
            return (snapshot, signals) -> signals.isEmpty()
                    ? Decision.NONE
                    : new Decision(List.of(AverageScore.proposal(
                            0, signals.get(signals.size() - 1).score())));
        }
    }

    static final class FadesTheExtreme extends Sound {

        @Override
        public FusionLayer create(LayerContext context) {
            FusionLayer sound = super.create(context);
            return (snapshot, signals) -> sound.fuse(
                    snapshot,
                    signals.stream()
                            .map(signal -> new Signal(
                                    signal.source(),
                                    signal.instrument(),
                                    signal.knownAtNanos(),
                                    signal.score() > 0.9 ? -1 : signal.score(),
                                    1,
                                    Evidence.NONE))
                            .toList());
        }
    }

    static final class ListensToItsNeighbor extends Sound {

        private static List<Signal> heard = List.of();

        @Override
        public FusionLayer create(LayerContext context) {
            FusionLayer sound = super.create(context);
            List<Signal> own = new ArrayList<>();
            return (snapshot, signals) -> {
                boolean disturbed = !own.equals(heard) && !own.isEmpty();
                own.clear();
                own.addAll(signals);
                heard = List.copyOf(own);
                return disturbed ? Decision.NONE : sound.fuse(snapshot, signals);
            };
        }
    }

    static final class HoldsForever extends Sound {

        @Override
        public FusionLayer create(LayerContext context) {
            return (snapshot, signals) -> Decision.NONE;
        }
    }

    private interface Change {

        void of(List<Proposal> proposals);
    }

    private static FusionLayer changed(LayerContext context, Change change) {
        FusionLayer sound = new AverageScore(context);
        return (snapshot, signals) -> {
            List<Proposal> proposals =
                    new ArrayList<>(sound.fuse(snapshot, signals).proposals());
            change.of(proposals);
            return new Decision(proposals);
        };
    }
}
