package io.aqts.testkit;

import static io.aqts.testkit.Proof.caught;

import io.aqts.Detector;
import io.aqts.LayerContext;
import io.aqts.market.Bar;
import io.aqts.market.MarketSnapshot;
import io.aqts.signal.Signal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DetectorContractTest {

    @Test
    void passesADetectorThatKeepsItsPromises() {
        Proof.keepsEveryPromise(Sound.class);
    }

    @TestFactory
    Stream<DynamicTest> catches() {
        return Stream.of(
                caught(TossesCoins.class, "isDeterministic"),
                caught(KnowsObjectsByIdentity.class, "isDeterministic"),
                caught(RemembersTheFuture.class, "doesNotLookAhead"),
                caught(SmoothsOverTheWholeSample.class, "doesNotLookAhead"),
                caught(StampsLate.class, "stampsSignalsWithTheMomentOfTheirSnapshot"),
                caught(BackDates.class, "stampsSignalsWithTheMomentOfTheirSnapshot"),
                caught(SpeaksOutOfOrder.class, "speaksOfTheInstrumentsInTheirOrder"),
                caught(SpeaksOfAStranger.class, "speaksOfTheInstrumentsInTheirOrder"),
                caught(SpeaksWhenCold.class, "isSilentWhenCold"),
                caught(CountsBarsOfOthers.class, "isSilentWhenCold"),
                caught(CountsForAllInstances.class, "sharesNothingWithOthers"),
                caught(ReusesItsList.class, "keepsWhatItSaid"),
                caught(RepeatsItselfWhenNothingHappens.class, "isNotMovedByNothing"),
                caught(CountsSnapshotsInsteadOfBars.class, "isNotMovedByNothing"),
                caught(Mute.class, "saysSomething"));
    }

    static class Sound implements DetectorContract {

        @Override
        public Detector create(LayerContext context) {
            return new Momentum(context);
        }

        @Override
        public int warmUpBars() {
            return Momentum.BARS;
        }
    }

    static final class TossesCoins extends Sound {

        private static long tosses;

        @Override
        public Detector create(LayerContext context) {
            return snapshot -> tosses++ % 5 == 0 ? List.of(say(snapshot, 0)) : List.of();
        }
    }

    static final class KnowsObjectsByIdentity extends Sound {

        @Override
        public Detector create(LayerContext context) {
            return snapshot -> System.identityHashCode(snapshot) % 3 == 0 ? List.of(say(snapshot, 0)) : List.of();
        }
    }

    static final class RemembersTheFuture extends Sound {

        private static final TreeMap<Long, Double> SEEN = new TreeMap<>();

        @Override
        public Detector create(LayerContext context) {
            return snapshot -> {
                Bar bar = snapshot.instrument(0).bar();
                if (bar == null) {
                    return List.of();
                }
                SEEN.put(snapshot.epochNanos(), bar.close());
                Long next = SEEN.higherKey(snapshot.epochNanos());
                return next != null && SEEN.get(next) > bar.close() ? List.of(say(snapshot, 0)) : List.of();
            };
        }
    }

    static final class SmoothsOverTheWholeSample extends Sound {

        private static List<Double> sample = new ArrayList<>();

        @Override
        public Detector create(LayerContext context) {
            double mean = sample.stream().mapToDouble(close -> close).average().orElse(0);
            List<Double> own = new ArrayList<>();
            sample = own;
            return snapshot -> {
                Bar bar = snapshot.instrument(0).bar();
                if (bar != null) {
                    own.add(bar.close());
                }
                return bar != null && bar.close() > mean ? List.of(say(snapshot, 0)) : List.of();
            };
        }
    }

    static final class StampsLate extends Sound {

        @Override
        public Detector create(LayerContext context) {
            return stamped(context, 1);
        }
    }

    static final class BackDates extends Sound {

        @Override
        public Detector create(LayerContext context) {
            return stamped(context, -60_000_000_000L);
        }
    }

    static final class SpeaksOutOfOrder extends Sound {

        @Override
        public Detector create(LayerContext context) {
            Detector sound = super.create(context);
            return snapshot -> {
                List<Signal> signals = new ArrayList<>(sound.detect(snapshot));
                Collections.reverse(signals);
                return signals;
            };
        }
    }

    static final class SpeaksOfAStranger extends Sound {

        @Override
        public Detector create(LayerContext context) {
            return snapshot -> List.of(say(snapshot, context.universe().size()));
        }
    }

    static final class SpeaksWhenCold extends Sound {

        @Override
        public int warmUpBars() {
            return Momentum.BARS + 1;
        }
    }

    static final class CountsBarsOfOthers extends Sound {

        @Override
        public Detector create(LayerContext context) {
            int[] bars = {0};
            return snapshot -> {
                for (int i = 0; i < context.universe().size(); i++) {
                    bars[0] += snapshot.instrument(i).hasBar() ? 1 : 0;
                }
                return bars[0] >= Momentum.BARS ? List.of(say(snapshot, 0)) : List.of();
            };
        }
    }

    static final class CountsForAllInstances extends Sound {

        private static final List<Detector> INSTANCES = new ArrayList<>();
        private static Detector latest = snapshot -> List.of();

        @Override
        public Detector create(LayerContext context) {
            latest = super.create(context);
            INSTANCES.add(latest);
            Detector own = latest;
            return snapshot -> own == latest ? own.detect(snapshot) : List.of();
        }
    }

    static final class ReusesItsList extends Sound {

        @Override
        public Detector create(LayerContext context) {
            Detector sound = super.create(context);
            List<Signal> reused = new ArrayList<>();
            return snapshot -> {
                reused.clear();
                reused.addAll(sound.detect(snapshot));
                return reused;
            };
        }
    }

    static final class RepeatsItselfWhenNothingHappens extends Sound {

        @Override
        public Detector create(LayerContext context) {
            Detector sound = super.create(context);
            List<List<Signal>> last = new ArrayList<>(List.of(List.of()));
            return snapshot -> {
                if (snapshot.instruments().stream().anyMatch(own -> own.hasBar())) {
                    last.set(0, sound.detect(snapshot));
                }
                return last.get(0);
            };
        }
    }

    static final class CountsSnapshotsInsteadOfBars extends Sound {

        @Override
        public Detector create(LayerContext context) {
            Detector sound = super.create(context);
            int[] snapshots = {0};
            return snapshot -> {
                List<Signal> signals = sound.detect(snapshot);
                return snapshots[0]++ % 3 == 0 ? signals : List.of();
            };
        }
    }

    static final class Mute extends Sound {

        @Override
        public Detector create(LayerContext context) {
            return snapshot -> List.of();
        }
    }

    private static Signal say(MarketSnapshot snapshot, int instrument) {
        return Momentum.signal(instrument, snapshot.epochNanos(), 1);
    }

    private static Detector stamped(LayerContext context, long shift) {
        Detector sound = new Momentum(context);
        return snapshot -> sound.detect(snapshot).stream()
                .map(signal -> Momentum.signal(signal.instrument(), signal.knownAtNanos() + shift, signal.score()))
                .toList();
    }
}
