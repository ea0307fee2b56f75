package io.aqts.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.aqts.DataSource;
import io.aqts.LayerContext;
import io.aqts.config.AqtsConfig;
import io.aqts.market.Bar;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.OrderBook;
import io.aqts.market.Quote;
import io.aqts.market.Reading;
import io.aqts.market.Trade;
import io.aqts.market.Universe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What every {@link DataSource} promises, wherever its snapshots come from. */
public interface DataSourceContract {

    /**
     * Makes the data source under test, at its start.
     *
     * @param context the run it is for, with the universe still empty
     * @return the source; the contract closes it
     */
    DataSource create(LayerContext context);

    /** {@return the most snapshots to ask a source for, which bounds one that never ends} */
    default int longestRead() {
        return 500;
    }

    /**
     * The configuration of one try.
     *
     * @param seed the seed of the run
     * @return the defaults with that seed, unless overridden
     */
    default AqtsConfig config(long seed) {
        return AqtsConfig.defaults().with(c -> c.seed(seed));
    }

    /** Time never goes back from one snapshot to the next. */
    @Property(tries = 10)
    default void neverGoesBackInTime(@ForAll long seed) {
        long last = Long.MIN_VALUE;
        for (MarketSnapshot snapshot : read(seed)) {
            assertThat(snapshot.epochNanos()).as("moment of the next snapshot").isGreaterThanOrEqualTo(last);
            last = snapshot.epochNanos();
        }
    }

    /**
     * Nothing in a snapshot became known after its moment, and nothing in it is from before the instrument's last bar.
     */
    @Property(tries = 10)
    default void holdsNothingFromTheFuture(@ForAll long seed) {
        for (MarketSnapshot snapshot : read(seed)) {
            for (long known : knownAt(snapshot)) {
                assertThat(known).as("moment of something in %s", snapshot).isLessThanOrEqualTo(snapshot.epochNanos());
            }
        }
    }

    /** Every bar appears once, complete, and after the ones before it. */
    @Property(tries = 10)
    default void bringsEveryBarOnce(@ForAll long seed) {
        List<MarketSnapshot> snapshots = read(seed);
        long[] lastEnds = new long
                [snapshots.isEmpty() ? 0 : snapshots.get(0).instruments().size()];
        Arrays.fill(lastEnds, Long.MIN_VALUE);
        for (MarketSnapshot snapshot : snapshots) {
            for (int i = 0; i < lastEnds.length; i++) {
                Bar bar = snapshot.instrument(i).bar();
                if (bar != null) {
                    assertThat(bar.epochNanos())
                            .as("end of the next %s of instrument %s", bar, i)
                            .isGreaterThan(lastEnds[i]);
                    lastEnds[i] = bar.epochNanos();
                }
            }
        }
    }

    /**
     * Quotes and books come once for each known venue, in their order; trades and readings in the order of their times.
     */
    @Property(tries = 10)
    default void keepsTheOrderWithinSnapshots(@ForAll long seed) {
        try (DataSource source = open(seed)) {
            int venues = source.universe().venues().size();
            for (MarketSnapshot snapshot : read(source)) {
                for (InstrumentMarket own : snapshot.instruments()) {
                    requireVenues(own.quotes().stream().map(Quote::venue).toList(), venues, own);
                    requireVenues(own.books().stream().map(OrderBook::venue).toList(), venues, own);
                    assertThat(own.trades().stream().map(Trade::epochNanos).toList())
                            .as("times of trades in %s", own)
                            .isSorted();
                    assertThat(own.trades()).as("trades").allMatch(trade -> trade.venue() < venues, "at a known venue");
                }
                assertThat(snapshot.readings().stream()
                                .map(Reading::knownAtNanos)
                                .toList())
                        .as("known-at times of the readings in %s", snapshot)
                        .isSorted();
            }
        }
    }

    /** The universe stays what it is, and every snapshot has an entry for each of its instruments. */
    @Property(tries = 10)
    default void keepsItsUniverse(@ForAll long seed) {
        try (DataSource source = open(seed)) {
            Universe universe = source.universe();
            assertThat(universe.instruments()).as("instruments").isNotEmpty();
            for (MarketSnapshot snapshot : read(source)) {
                assertThat(snapshot.instruments()).as("entries of %s", snapshot).hasSize(universe.size());
                assertThat(source.universe())
                        .as("universe at %s", snapshot.epochNanos())
                        .isEqualTo(universe);
            }
            assertThat(source.universe()).as("universe at the end").isEqualTo(universe);
        }
    }

    /** A source made anew from an equal context gives equal snapshots, also while another one is being read. */
    @Property(tries = 10)
    default void isRepeatable(@ForAll long seed, @ForAll long foreignSeed) {
        List<MarketSnapshot> first = read(seed);
        List<MarketSnapshot> again = new ArrayList<>();
        try (DataSource source = open(seed);
                DataSource neighbor = open(foreignSeed)) {
            for (int i = 0; i < longestRead(); i++) {
                neighbor.next();
                Optional<MarketSnapshot> next = source.next();
                if (next.isEmpty()) {
                    break;
                }
                again.add(next.get());
            }
        }

        for (int i = 0; i < Math.min(first.size(), again.size()); i++) {
            assertThat(again.get(i)).as("snapshot %s, read again", i).isEqualTo(first.get(i));
        }
        assertThat(again).as("snapshots, read again").hasSameSizeAs(first);
    }

    /** After the first empty answer every further answer is empty. */
    @Property(tries = 10)
    default void endsOnce(@ForAll long seed) {
        try (DataSource source = open(seed)) {
            if (read(source).size() < longestRead()) {
                for (int i = 0; i < 5; i++) {
                    assertThat(source.next()).as("answer %s after the end", i).isEmpty();
                }
            }
        }
    }

    /** Closing twice does nothing, before the first snapshot as well as after some. */
    @Property(tries = 5)
    default void closesTwice(@ForAll long seed) {
        DataSource unread = open(seed);
        unread.close();
        unread.close();

        DataSource begun = open(seed);
        begun.next();
        begun.close();
        begun.close();
    }

    private DataSource open(long seed) {
        return create(new LayerContext(config(seed), Universe.EMPTY, "contract"));
    }

    private List<MarketSnapshot> read(long seed) {
        try (DataSource source = open(seed)) {
            return read(source);
        }
    }

    private List<MarketSnapshot> read(DataSource source) {
        List<MarketSnapshot> snapshots = new ArrayList<>();
        while (snapshots.size() < longestRead()) {
            Optional<MarketSnapshot> next = source.next();
            if (next.isEmpty()) {
                break;
            }
            snapshots.add(next.get());
        }
        return snapshots;
    }

    private static void requireVenues(List<Integer> indices, int venues, InstrumentMarket own) {
        assertThat(indices).as("venues in %s", own).isSorted().doesNotHaveDuplicates();
        assertThat(indices).as("venues in %s", own).allMatch(venue -> venue < venues, "known");
    }

    private static List<Long> knownAt(MarketSnapshot snapshot) {
        List<Long> known = new ArrayList<>();
        for (InstrumentMarket own : snapshot.instruments()) {
            Bar bar = own.bar();
            if (bar != null) {
                known.add(bar.epochNanos());
            }
            own.quotes().forEach(quote -> known.add(quote.epochNanos()));
            own.books().forEach(book -> known.add(book.epochNanos()));
            own.trades().forEach(trade -> known.add(trade.epochNanos()));
        }
        snapshot.readings().forEach(reading -> known.add(reading.knownAtNanos()));
        return known;
    }
}
