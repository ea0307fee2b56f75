package io.aqts.core.data;

import io.aqts.DataSource;
import io.aqts.internal.Checks;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Reading;
import io.aqts.market.Universe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Several sources as one, in the order of time.
 *
 * <p>The universe holds the instruments and venues of all sources in the order of the sources; an instrument or venue
 * that several of them have, with the same particulars, is one. Snapshots of the same moment are joined. Readings from
 * a {@link ReadingSeries} come with the first snapshot at or after the moment they became known, and so never early;
 * what becomes known after the last snapshot never comes. What they may be about besides, the references of the sources
 * and of the series, are those of the whole.
 *
 * <p>A snapshot that knows something too early or goes back in time is refused, as are two bars, or two quotes of one
 * venue, for one instrument at one moment. Once a source has failed, this one fails with every further call.
 */
public final class MergedSource implements DataSource {

    private final List<Input> inputs = new ArrayList<>();
    private final List<Reading> readings;
    private final Universe universe;
    private int nextReading;
    private @Nullable RuntimeException failure;

    private MergedSource(List<DataSource> sources, ReadingSeries series) {
        Seats seats = new Seats();
        for (DataSource source : sources) {
            inputs.add(new Input(source, seats));
            seats.refer(source.universe().references());
        }
        seats.refer(series.references());
        this.readings = series.readings();
        this.universe = seats.universe();
    }

    /**
     * A source of the snapshots of several others.
     *
     * @param sources the sources, at least one; closed with this source
     * @return the source, at its start
     * @throws IllegalArgumentException if sources differ about an instrument or a venue of the same name
     */
    public static MergedSource of(DataSource... sources) {
        return of(List.of(sources), List.of());
    }

    /**
     * A source of the snapshots of several others, with readings.
     *
     * @param sources the sources, at least one; closed with this source
     * @param readings the readings, possibly none
     * @return the source, at its start
     * @throws IllegalArgumentException if sources differ about an instrument or a venue of the same name
     */
    public static MergedSource of(List<? extends DataSource> sources, List<ReadingSeries> readings) {
        Checks.that(!sources.isEmpty(), "sources", "be at least one", sources.size());
        return new MergedSource(List.copyOf(sources), ReadingSeries.joined(readings));
    }

    @Override
    public Universe universe() {
        return universe;
    }

    @Override
    public boolean isEndless() {
        return inputs.stream().anyMatch(input -> input.source.isEndless());
    }

    @Override
    public List<String> origins() {
        List<String> origins = new ArrayList<>();
        for (Input input : inputs) {
            origins.addAll(input.source.origins());
        }
        if (!readings.isEmpty()) {
            origins.add("readings held in memory: " + readings.size());
        }
        return List.copyOf(origins);
    }

    @Override
    public Optional<MarketSnapshot> next() {
        if (failure != null) {
            throw failure;
        }
        try {
            return merged();
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public void close() {
        RuntimeException first = null;
        for (Input input : inputs) {
            try {
                input.source.close();
            } catch (RuntimeException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private Optional<MarketSnapshot> merged() {
        long now = Long.MAX_VALUE;
        boolean any = false;
        for (Input input : inputs) {
            if (input.waits() && input.now() <= now) {
                now = input.now();
                any = true;
            }
        }
        return any ? Optional.of(joined(now)) : Optional.empty();
    }

    private MarketSnapshot joined(long now) {
        InstrumentMarket[] parts = new InstrumentMarket[universe.size()];
        Arrays.fill(parts, InstrumentMarket.QUIET);
        List<Reading> known = List.of();
        for (Input input : inputs) {
            if (input.waits() && input.now() == now) {
                MarketSnapshot snapshot = input.take();
                for (int i = 0; i < input.instruments.length; i++) {
                    int seat = input.instruments[i];
                    InstrumentMarket part = Joined.seated(snapshot.instrument(i), input.venues);
                    parts[seat] = Joined.of(
                            parts[seat], part, universe.instrument(seat).symbol());
                }
                known = both(known, snapshot.readings());
            }
        }
        return new MarketSnapshot(now, List.of(parts), both(known, known(now)));
    }

    private List<Reading> known(long now) {
        int first = nextReading;
        while (nextReading < readings.size() && readings.get(nextReading).knownAtNanos() <= now) {
            nextReading++;
        }
        return first == nextReading ? List.of() : readings.subList(first, nextReading);
    }

    private static List<Reading> both(List<Reading> one, List<Reading> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        List<Reading> all = new ArrayList<>(one);
        all.addAll(other);
        all.sort(Comparator.comparingLong(Reading::knownAtNanos));
        return all;
    }

    /**
     * One of the sources with the snapshot it waits with, and the places of its instruments and venues in the whole.
     */
    private static final class Input {

        private final DataSource source;
        private final SnapshotCheck check;
        private final int[] instruments;
        private final int[] venues;
        private Optional<MarketSnapshot> head = Optional.empty();
        private boolean spent = true;

        Input(DataSource source, Seats seats) {
            Universe universe = source.universe();
            this.source = source;
            this.check = new SnapshotCheck(universe);
            this.instruments = seats.seatInstruments(universe);
            this.venues = seats.seatVenues(universe);
        }

        boolean waits() {
            if (spent) {
                head = source.next();
                spent = false;
                if (head.isPresent()) {
                    check.check(head.get());
                }
            }
            return head.isPresent();
        }

        long now() {
            return head.orElseThrow().epochNanos();
        }

        MarketSnapshot take() {
            spent = true;
            return head.orElseThrow();
        }
    }
}
