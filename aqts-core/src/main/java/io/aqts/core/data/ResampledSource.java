package io.aqts.core.data;

import io.aqts.DataSource;
import io.aqts.internal.Checks;
import io.aqts.market.Bar;
import io.aqts.market.BarInterval;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Reading;
import io.aqts.market.Universe;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The bars of another source, put together into longer ones.
 *
 * <p>A longer bar begins at a multiple of its interval since 1970-01-01T00:00Z (so that weeks begin on Thursdays),
 * opens with the first bar within it, closes with the last and adds up their volumes. It appears when it is
 * <b>complete</b>: with the bar that ends where it ends, or, if that is missing, with the first later bar of the same
 * instrument. In that case it still carries its own end, and the snapshot the later moment at which it is known; should
 * another longer bar of the instrument complete at that moment too, a second snapshot of the same time brings it. A
 * longer bar that the data ends within never appears.
 *
 * <p>A bar that reaches across the end of a longer one is refused, as is one that overlaps the bar before it. Once
 * reading has failed, it fails again with every further call.
 */
public final class ResampledSource implements DataSource {

    private final DataSource source;
    private final BarInterval interval;
    private final boolean everyMoment;
    private final BarAggregate[] aggregates;
    private final Carried[] carried;
    private final List<Reading> readings = new ArrayList<>();
    private @Nullable MarketSnapshot second;
    private @Nullable RuntimeException failure;

    private ResampledSource(DataSource source, BarInterval interval, boolean everyMoment) {
        Universe universe = source.universe();
        Checks.that(universe.size() > 0, "source.universe", "hold at least one instrument", universe.size());
        this.source = source;
        this.interval = interval;
        this.everyMoment = everyMoment;
        this.aggregates = new BarAggregate[universe.size()];
        this.carried = new Carried[universe.size()];
        for (int i = 0; i < aggregates.length; i++) {
            aggregates[i] = new BarAggregate(universe.instrument(i).symbol(), interval.nanos());
            carried[i] = new Carried();
        }
    }

    /**
     * A source that speaks only when a longer bar completes. What else became known in between comes with that
     * snapshot: all trades and readings, and the last quote and book of each venue.
     *
     * @param source the shorter bars; closed with this source
     * @param interval the length of the longer bars
     * @return the source, at its start
     */
    public static ResampledSource of(DataSource source, BarInterval interval) {
        return new ResampledSource(source, interval, false);
    }

    /**
     * A source that has a snapshot wherever the other source has one, with the longer bars in place of the shorter
     * ones.
     *
     * @param source the shorter bars; closed with this source
     * @param interval the length of the longer bars
     * @return the source, at its start
     */
    public static ResampledSource atEveryMoment(DataSource source, BarInterval interval) {
        return new ResampledSource(source, interval, true);
    }

    @Override
    public Universe universe() {
        return source.universe();
    }

    @Override
    public boolean isEndless() {
        return source.isEndless();
    }

    @Override
    public List<String> origins() {
        List<String> origins = new ArrayList<>();
        for (String origin : source.origins()) {
            origins.add(origin + "; resampled to bars of " + interval);
        }
        return List.copyOf(origins);
    }

    @Override
    public Optional<MarketSnapshot> next() {
        if (failure != null) {
            throw failure;
        }
        if (second != null) {
            MarketSnapshot snapshot = second;
            second = null;
            return Optional.of(snapshot);
        }
        try {
            return resampled();
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public void close() {
        source.close();
    }

    private Optional<MarketSnapshot> resampled() {
        while (true) {
            Optional<MarketSnapshot> shorter = source.next();
            if (shorter.isEmpty()) {
                return shorter;
            }
            MarketSnapshot snapshot = shorter.get();
            if (takeIn(snapshot) || everyMoment) {
                return Optional.of(passOn(snapshot.epochNanos()));
            }
        }
    }

    /** Whether it completes a longer bar. */
    private boolean takeIn(MarketSnapshot snapshot) {
        boolean completes = false;
        for (int i = 0; i < aggregates.length; i++) {
            InstrumentMarket part = snapshot.instrument(i);
            BarAggregate aggregate = aggregates[i];
            Bar bar = part.bar();
            if (bar == null) {
                aggregate.quiet();
            } else {
                aggregate.add(bar);
                completes |= aggregate.late() != null || aggregate.due() != null;
            }
            carried[i].add(part);
        }
        if (!snapshot.readings().isEmpty()) {
            readings.addAll(snapshot.readings());
        }
        return completes;
    }

    private MarketSnapshot passOn(long now) {
        boolean twice = false;
        for (BarAggregate aggregate : aggregates) {
            twice |= aggregate.late() != null && aggregate.due() != null;
        }
        InstrumentMarket[] parts = new InstrumentMarket[aggregates.length];
        for (int i = 0; i < parts.length; i++) {
            Bar late = aggregates[i].late();
            Bar bar = late != null ? late : twice ? null : aggregates[i].due();
            parts[i] = carried[i].release(bar);
        }
        List<Reading> known = List.of();
        if (!readings.isEmpty()) {
            readings.sort(Comparator.comparingLong(Reading::knownAtNanos));
            known = List.copyOf(readings);
            readings.clear();
        }
        if (twice) {
            second = MarketSnapshot.of(now, List.of(dueParts()));
        }
        return new MarketSnapshot(now, List.of(parts), known);
    }

    private InstrumentMarket[] dueParts() {
        InstrumentMarket[] parts = new InstrumentMarket[aggregates.length];
        for (int i = 0; i < parts.length; i++) {
            Bar due = aggregates[i].due();
            parts[i] = due == null ? InstrumentMarket.QUIET : InstrumentMarket.of(due);
        }
        return parts;
    }
}
