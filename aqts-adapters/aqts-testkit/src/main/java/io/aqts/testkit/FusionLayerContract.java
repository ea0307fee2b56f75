package io.aqts.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.FusionLayer;
import io.aqts.LayerContext;
import io.aqts.config.AqtsConfig;
import io.aqts.signal.Action;
import io.aqts.signal.Decision;
import io.aqts.signal.Proposal;
import io.aqts.signal.Signal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What every {@link FusionLayer} promises, however it weighs what it hears. */
public interface FusionLayerContract {

    /**
     * Makes the fusion layer under test, without history.
     *
     * @param context the run it is for, with one to three instruments
     * @return the fusion layer
     */
    FusionLayer create(LayerContext context);

    /** {@return the configuration of the runs, the defaults unless overridden} */
    default AqtsConfig config() {
        return AqtsConfig.defaults();
    }

    /** {@return the names of the detectors whose signals it hears, at least one} */
    default List<String> sources() {
        return List.of("qgita", "sma-cross");
    }

    /** {@return how many snapshots the longest markets have; enough for it to decide something} */
    default int longestMarket() {
        return 120;
    }

    /**
     * {@return whether raising one signal of a moment may never lower what is thought of its instrument at that moment}
     */
    default boolean isMonotone() {
        return false;
    }

    /** {@return whether it may hold forever on all markets of the contract; what only holds proves nothing} */
    default boolean mayAlwaysHold() {
        return false;
    }

    /** {@return the markets it is tried on} */
    @Provide
    default Arbitrary<Market> markets() {
        return Markets.any(longestMarket());
    }

    /** The same snapshots and signals give the same decisions, bit for bit. */
    @Property(tries = 40)
    default void isDeterministic(@ForAll("markets") Market market) {
        probe(market).answersTheSameTwice(turns(market), FusionTurn::copy);
    }

    /** What it decided up to a moment stays the same if the data ends there, or goes on in any other way. */
    @Property(tries = 40)
    default void doesNotLookAhead(@ForAll("markets") Market market, @ForAll @IntRange(max = 100) int percent) {
        int cut = market.size() * percent / 100;
        List<List<FusionTurn>> others = new ArrayList<>();
        for (Future future : Future.values()) {
            others.add(turns(future.of(market, cut)));
        }
        probe(market).answersTheSameBefore(cut, turns(market), others);
    }

    /** It proposes for instruments of the universe only, at most once for each, in their order. */
    @Property(tries = 40)
    default void proposesOnceForEachInstrumentInItsOrder(@ForAll("markets") Market market) {
        for (Decision decision : probe(market).answers(turns(market))) {
            int next = 0;
            for (Proposal proposal : decision.proposals()) {
                assertThat(proposal.instrument())
                        .as("instrument of a proposal in %s", decision)
                        .isGreaterThanOrEqualTo(next)
                        .isLessThan(market.universe().size());
                next = proposal.instrument() + 1;
            }
        }
    }

    /** Every proposal, a hold too, names its reasons. */
    @Property(tries = 40)
    default void namesItsReasons(@ForAll("markets") Market market) {
        for (Decision decision : probe(market).answers(turns(market))) {
            for (Proposal proposal : decision.proposals()) {
                assertThat(proposal.reasons()).as("reasons of %s", proposal).isNotEmpty();
            }
        }
    }

    /** Whether the signals come detector by detector or instrument by instrument changes nothing. */
    @Property(tries = 40)
    default void doesNotMixUpInstruments(@ForAll("markets") Market market) {
        List<Decision> byDetector = probe(market).answers(turns(market));
        List<Decision> byInstrument = probe(market)
                .answers(turns(market).stream().map(FusionTurn::byInstrument).toList());
        for (int i = 0; i < byDetector.size(); i++) {
            assertThat(byInstrument.get(i))
                    .as("decision at step %s, with the signals instrument by instrument", i)
                    .isEqualTo(byDetector.get(i));
        }
    }

    /** If it is monotone: of two moments that differ in one signal alone, the higher one is not thought of less. */
    @Property(tries = 40)
    default void neverFallsWhenASignalRises(
            @ForAll("markets") Market market, @ForAll @IntRange(max = 100) int percent) {
        List<FusionTurn> turns = turns(market);
        int last = Math.max(0, market.size() * percent / 100 - 1);
        while (last > 0 && turns.get(last).signals().isEmpty()) {
            last--;
        }
        if (isMonotone()) {
            requireRise(market, turns.subList(0, last + 1));
        }
    }

    /** Two fusion layers side by side do not notice one another. */
    @Property(tries = 40)
    default void sharesNothingWithOthers(@ForAll("markets") Market market, @ForAll("markets") Market foreign) {
        probe(market).answersTheSameAmong(turns(market), probe(foreign), turns(foreign));
    }

    /** On markets of every kind together it proposes something, so that the other promises are not kept by silence. */
    @Example
    default void proposesSomething() {
        if (mayAlwaysHold()) {
            return;
        }
        long proposals = 0;
        for (MarketKind kind : MarketKind.values()) {
            Market market = Market.quoted(kind, 1, 2, 4 * longestMarket());
            for (Decision decision : probe(market).answers(turns(market))) {
                proposals += decision.proposals().stream()
                        .filter(proposal -> proposal.action() != Action.HOLD)
                        .count();
            }
        }
        assertThat(proposals)
                .as("proposals other than to hold, on markets of every kind")
                .isPositive();
    }

    private List<FusionTurn> turns(Market market) {
        return FusionTurn.of(market, sources());
    }

    private Probe<FusionTurn, Decision> probe(Market market) {
        return new Probe<>("the fusion layer", () -> {
            FusionLayer fusion = create(market.context(config()));
            return turn -> fusion.fuse(turn.snapshot(), turn.signals());
        });
    }

    private void requireRise(Market market, List<FusionTurn> turns) {
        int last = turns.size() - 1;
        FusionTurn plain = turns.get(last);
        Decision before = probe(market).answers(turns).get(last);
        for (int i = 0; i < plain.signals().size(); i++) {
            Signal signal = plain.signals().get(i);
            for (double share : new double[] {0.1, 0.5, 1}) {
                List<FusionTurn> raised = new ArrayList<>(turns);
                raised.set(last, plain.raised(i, share));
                requireRise(signal, before, probe(market).answers(raised).get(last));
            }
        }
    }

    private static void requireRise(Signal signal, Decision before, Decision after) {
        Proposal low = proposal(before, signal.instrument());
        Proposal high = proposal(after, signal.instrument());
        assertThat(high.forecast().score())
                .as("score after raising %s", signal)
                .isGreaterThanOrEqualTo(low.forecast().score());
        assertThat(rank(high.action()))
                .as("%s after raising %s, and %s before", high, signal, low)
                .isGreaterThanOrEqualTo(rank(low.action()));
    }

    private static Proposal proposal(Decision decision, int instrument) {
        return decision.proposals().stream()
                .filter(proposal -> proposal.instrument() == instrument)
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("no proposal for instrument " + instrument + ", which has signals"));
    }

    private static int rank(Action action) {
        return action == Action.GO_LONG ? 1 : action == Action.GO_SHORT ? -1 : 0;
    }
}
