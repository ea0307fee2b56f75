package io.aqts.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.Detector;
import io.aqts.LayerContext;
import io.aqts.config.AqtsConfig;
import io.aqts.market.MarketSnapshot;
import io.aqts.signal.Signal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * What every {@link Detector} promises, whatever it looks for.
 *
 * <pre>{@code
 * class SmaCrossTest implements DetectorContract {
 *     @Override
 *     public Detector create(LayerContext context) {
 *         return new SmaCross(10, 30);
 *     }
 *
 *     @Override
 *     public int warmUpBars() {
 *         return 30;
 *     }
 * }
 * }</pre>
 *
 * <p>Evidence is compared with the rest of a signal, so its type needs an {@code equals}, as every record has it.
 */
public interface DetectorContract {

    /**
     * Makes the detector under test, without history.
     *
     * @param context the run it is for, with one to three instruments
     * @return the detector
     */
    Detector create(LayerContext context);

    /** {@return the configuration of the runs, the defaults unless overridden} */
    default AqtsConfig config() {
        return AqtsConfig.defaults();
    }

    /**
     * How many bars of an instrument it must have seen before it may speak about it.
     *
     * @return the number with the bar at hand included; zero for a detector that does not live on bars
     */
    default int warmUpBars() {
        return 0;
    }

    /** {@return how many snapshots the longest markets have; enough to speak often, three times the warm-up or more} */
    default int longestMarket() {
        return Math.max(120, 3 * warmUpBars());
    }

    /** {@return whether a snapshot that brings nothing may not move it; false for one that watches the time} */
    default boolean ignoresQuietSnapshots() {
        return true;
    }

    /**
     * {@return whether it may have nothing to say about any market of the contract; what says nothing proves nothing}
     */
    default boolean mayStaySilent() {
        return false;
    }

    /** {@return the markets it is tried on} */
    @Provide
    default Arbitrary<Market> markets() {
        return Markets.any(longestMarket());
    }

    /** The same snapshots give the same signals, bit for bit, also if they are equal copies. */
    @Property(tries = 40)
    default void isDeterministic(@ForAll("markets") Market market) {
        probe(market).answersTheSameTwice(market.snapshots(), Contents::copy);
    }

    /** What it said up to a moment stays the same if the data ends there, or goes on in any other way. */
    @Property(tries = 40)
    default void doesNotLookAhead(@ForAll("markets") Market market, @ForAll @IntRange(max = 100) int percent) {
        int cut = market.size() * percent / 100;
        List<List<MarketSnapshot>> others = new ArrayList<>();
        for (Future future : Future.values()) {
            others.add(future.of(market, cut).snapshots());
        }
        probe(market).answersTheSameBefore(cut, market.snapshots(), others);
    }

    /** Every signal is stamped with the moment of the snapshot that caused it. */
    @Property(tries = 40)
    default void stampsSignalsWithTheMomentOfTheirSnapshot(@ForAll("markets") Market market) {
        Detector detector = create(market.context(config()));
        for (MarketSnapshot snapshot : market.snapshots()) {
            for (Signal signal : detector.detect(snapshot)) {
                assertThat(signal.knownAtNanos())
                        .as("knownAtNanos of %s", signal)
                        .isEqualTo(snapshot.epochNanos());
            }
        }
    }

    /** Signals are about instruments of the universe, in their order. */
    @Property(tries = 40)
    default void speaksOfTheInstrumentsInTheirOrder(@ForAll("markets") Market market) {
        Detector detector = create(market.context(config()));
        for (MarketSnapshot snapshot : market.snapshots()) {
            int last = 0;
            for (Signal signal : detector.detect(snapshot)) {
                assertThat(signal.instrument())
                        .as("instrument of %s, after one of instrument %s", signal, last)
                        .isGreaterThanOrEqualTo(last)
                        .isLessThan(market.universe().size());
                last = signal.instrument();
            }
        }
    }

    /** It says nothing about an instrument before it has seen enough bars of it. */
    @Property(tries = 40)
    default void isSilentWhenCold(@ForAll("markets") Market market) {
        Detector detector = create(market.context(config()));
        int[] seen = new int[market.universe().size()];
        for (MarketSnapshot snapshot : market.snapshots()) {
            Arrays.setAll(seen, i -> seen[i] + (snapshot.instrument(i).hasBar() ? 1 : 0));
            for (Signal signal : detector.detect(snapshot)) {
                assertThat(seen[signal.instrument()])
                        .as("bars seen of instrument %s before %s", signal.instrument(), signal)
                        .isGreaterThanOrEqualTo(warmUpBars());
            }
        }
    }

    /** Two detectors side by side, in one run or in two, do not notice one another. */
    @Property(tries = 40)
    default void sharesNothingWithOthers(@ForAll("markets") Market market, @ForAll("markets") Market foreign) {
        probe(market).answersTheSameAmong(market.snapshots(), probe(foreign), foreign.snapshots());
    }

    /** The lists it gave stay as they were given. */
    @Property(tries = 20)
    default void keepsWhatItSaid(@ForAll("markets") Market market) {
        probe(market).keepsItsAnswers(market.snapshots());
    }

    /** Snapshots that bring nothing cause no signal and change no later one. */
    @Property(tries = 40)
    default void isNotMovedByNothing(@ForAll("markets") Market market) {
        if (!ignoresQuietSnapshots()) {
            return;
        }
        List<List<Signal>> plain = probe(market).answers(market.snapshots());
        Market withQuiet = market.withQuietMoments();
        List<List<Signal>> spaced = probe(market).answers(withQuiet.snapshots());

        for (int i = 0, k = 0; i < plain.size(); i++, k++) {
            assertThat(spaced.get(k))
                    .as("signals at step %s, with quiet snapshots before it", i)
                    .isEqualTo(plain.get(i));
            if (i % 2 == 1) {
                k++;
                assertThat(spaced.get(k))
                        .as("signals at a quiet snapshot after step %s", i)
                        .isEmpty();
            }
        }
    }

    /** On markets of every kind together it says something, so that the other promises are not kept by silence. */
    @Example
    default void saysSomething() {
        if (mayStaySilent()) {
            return;
        }
        int signals = 0;
        for (MarketKind kind : MarketKind.values()) {
            for (Market market : List.of(
                    Market.bars(kind, 1, 2, 4 * longestMarket()), Market.quoted(kind, 2, 2, 4 * longestMarket()))) {
                for (List<Signal> said : probe(market).answers(market.snapshots())) {
                    signals += said.size();
                }
            }
        }
        assertThat(signals).as("signals on markets of every kind").isPositive();
    }

    private Probe<MarketSnapshot, List<Signal>> probe(Market market) {
        return new Probe<>("the detector", () -> create(market.context(config()))::detect);
    }
}
