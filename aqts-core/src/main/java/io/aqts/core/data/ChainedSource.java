package io.aqts.core.data;

import io.aqts.DataSource;
import io.aqts.DataSourceException;
import io.aqts.internal.Checks;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Universe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Several sources one after the other, as the files of one month each.
 *
 * <p>All of them are about the same universe. What one ends with is followed by what the next begins with, which may
 * not lie before it. Sources are closed as soon as they have ended.
 */
public final class ChainedSource implements DataSource {

    private final List<DataSource> sources;
    private final List<String> origins = new ArrayList<>();
    private final Universe universe;
    private int current;
    private long last = Long.MIN_VALUE;
    private @Nullable RuntimeException failure;

    private ChainedSource(List<DataSource> sources) {
        this.sources = sources;
        this.universe = sources.get(0).universe();
        for (int i = 1; i < sources.size(); i++) {
            Universe other = sources.get(i).universe();
            Checks.that(
                    other.equals(universe), "sources." + i + ".universe", "be that of the first, " + universe, other);
        }
    }

    /**
     * One source after the other.
     *
     * @param sources the sources in the order of their times, at least one; closed with this source
     * @return the source, at its start
     * @throws IllegalArgumentException if they are not about the same universe
     */
    public static ChainedSource of(DataSource... sources) {
        return of(List.of(sources));
    }

    /**
     * One source after the other.
     *
     * @param sources the sources in the order of their times, at least one; closed with this source
     * @return the source, at its start
     * @throws IllegalArgumentException if they are not about the same universe
     */
    public static ChainedSource of(List<? extends DataSource> sources) {
        Checks.that(!sources.isEmpty(), "sources", "be at least one", sources.size());
        return new ChainedSource(List.copyOf(sources));
    }

    @Override
    public Universe universe() {
        return universe;
    }

    @Override
    public boolean isEndless() {
        return sources.stream().anyMatch(DataSource::isEndless);
    }

    @Override
    public Optional<MarketSnapshot> next() {
        if (failure != null) {
            throw failure;
        }
        try {
            return advance();
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
    }

    private Optional<MarketSnapshot> advance() {
        while (current < sources.size()) {
            Optional<MarketSnapshot> next = sources.get(current).next();
            if (next.isPresent()) {
                long now = next.get().epochNanos();
                if (now < last) {
                    throw new DataSourceException("sources." + current + " must not begin before " + last
                            + ", where the source before ended, but began at " + now);
                }
                last = now;
                return next;
            }
            origins.addAll(sources.get(current).origins());
            sources.get(current).close();
            current++;
        }
        return Optional.empty();
    }

    @Override
    public List<String> origins() {
        List<String> all = new ArrayList<>(origins);
        for (int i = current; i < sources.size(); i++) {
            all.addAll(sources.get(i).origins());
        }
        return List.copyOf(all);
    }

    @Override
    public void close() {
        RuntimeException first = null;
        for (int i = current; i < sources.size(); i++) {
            try {
                sources.get(i).close();
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
}
