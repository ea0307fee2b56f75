package io.aqts.testkit;

import io.aqts.LayerContext;
import io.aqts.config.AqtsConfig;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Universe;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A market from its first snapshot to its last, made up from a seed: the same on every machine.
 *
 * <p>Two markets of the same kind, seed and instruments begin alike, however long they are. In reports a market is
 * named by these, and {@link #bars} makes it again.
 *
 * @param kind what it is like
 * @param seed what it was made from
 * @param universe its instruments and venues
 * @param snapshots its snapshots, oldest first
 */
public record Market(MarketKind kind, long seed, Universe universe, List<MarketSnapshot> snapshots) {

    /** Copies the list. */
    public Market {
        snapshots = List.copyOf(snapshots);
    }

    /**
     * A market of bars alone.
     *
     * @param kind what it is like
     * @param seed any number
     * @param instruments how many instruments it has, 1 or more
     * @param length how many snapshots it has, zero or more
     * @return the market
     */
    public static Market bars(MarketKind kind, long seed, int instruments, int length) {
        return new MarketMaker(kind, seed, instruments).bars(length);
    }

    /**
     * A market of bars, and of quotes, books, trades and readings that arrive with them and between them.
     *
     * @param kind what it is like
     * @param seed any number
     * @param instruments how many instruments it has, 1 or more
     * @param length how many snapshots it has, zero or more
     * @return the market, with two venues
     */
    public static Market quoted(MarketKind kind, long seed, int instruments, int length) {
        return new MarketMaker(kind, seed, instruments).quoted(length);
    }

    /** {@return how many snapshots it has} */
    public int size() {
        return snapshots.size();
    }

    /**
     * The beginning of this market.
     *
     * @param length how many snapshots to keep
     * @return the shorter market
     */
    public Market prefix(int length) {
        return new Market(kind, seed, universe, snapshots.subList(0, length));
    }

    /**
     * The same market, and after every second snapshot another one of the same moment that brings nothing.
     *
     * @return the longer market
     */
    public Market withQuietMoments() {
        List<InstrumentMarket> quiet = Collections.nCopies(universe.size(), InstrumentMarket.QUIET);
        List<MarketSnapshot> all = new ArrayList<>();
        for (int i = 0; i < snapshots.size(); i++) {
            all.add(snapshots.get(i));
            if (i % 2 == 1) {
                all.add(MarketSnapshot.of(snapshots.get(i).epochNanos(), quiet));
            }
        }
        return new Market(kind, seed, universe, all);
    }

    /**
     * What a layer of a run on this market may know.
     *
     * @param config the configuration of the run
     * @return the context of a layer named {@code contract}
     */
    public LayerContext context(AqtsConfig config) {
        return new LayerContext(config, universe, "contract");
    }

    /** {@return its kind, seed and size} */
    @Override
    public String toString() {
        return kind + " market of seed " + seed + ", " + universe.size() + " instruments"
                + (universe.venues().isEmpty() ? "" : " with quotes") + ", " + size() + " snapshots";
    }
}
