package io.aqts.core.data;

import io.aqts.DataSource;
import io.aqts.market.Bar;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Universe;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One snapshot for each moment at which a bar of any instrument ends. */
final class BarSource implements DataSource {

    private final Universe universe;
    private final BarCursor[] cursors;
    private final Supplier<List<String>> origins;
    private final boolean[] spent;
    private final boolean[] waiting;
    private boolean closed;

    /** One cursor for each instrument, in the order of the universe. */
    BarSource(Universe universe, BarCursor[] cursors, Supplier<List<String>> origins) {
        this.universe = universe;
        this.origins = origins;
        this.cursors = cursors;
        this.spent = new boolean[cursors.length];
        this.waiting = new boolean[cursors.length];
        Arrays.fill(spent, true);
    }

    @Override
    public Universe universe() {
        return universe;
    }

    @Override
    public List<String> origins() {
        return origins.get();
    }

    @Override
    public Optional<MarketSnapshot> next() {
        if (closed) {
            throw new IllegalStateException("the source is closed; make a new one");
        }
        return cursors.length == 1 ? single(cursors[0]) : merged();
    }

    @Override
    public void close() {
        closed = true;
        for (BarCursor cursor : cursors) {
            cursor.release();
        }
    }

    private static Optional<MarketSnapshot> single(BarCursor cursor) {
        Bar bar = cursor.next();
        return bar == null
                ? Optional.empty()
                : Optional.of(MarketSnapshot.of(bar.epochNanos(), List.of(InstrumentMarket.of(bar))));
    }

    private Optional<MarketSnapshot> merged() {
        for (int i = 0; i < cursors.length; i++) {
            if (spent[i]) {
                waiting[i] = cursors[i].advance();
                spent[i] = false;
            }
        }
        long now = Long.MAX_VALUE;
        boolean any = false;
        for (int i = 0; i < cursors.length; i++) {
            if (waiting[i] && cursors[i].endNanos <= now) {
                now = cursors[i].endNanos;
                any = true;
            }
        }
        return any ? Optional.of(MarketSnapshot.of(now, List.of(parts(now)))) : Optional.empty();
    }

    private InstrumentMarket[] parts(long now) {
        InstrumentMarket[] parts = new InstrumentMarket[cursors.length];
        Arrays.fill(parts, InstrumentMarket.QUIET);
        for (int i = 0; i < cursors.length; i++) {
            BarCursor cursor = cursors[i];
            if (waiting[i] && cursor.endNanos == now) {
                parts[i] = InstrumentMarket.of(cursor.bar());
                waiting[i] = false;
                spent[i] = true;
            }
        }
        return parts;
    }
}
