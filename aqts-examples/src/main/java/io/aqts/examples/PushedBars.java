package io.aqts.examples;

import io.aqts.DataSource;
import io.aqts.market.Bar;
import io.aqts.market.Instrument;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Universe;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A source that hands over what another thread pushes, and waits while there is nothing. */
final class PushedBars implements DataSource {

    private final Instrument instrument;
    private final BlockingQueue<Optional<MarketSnapshot>> queue = new LinkedBlockingQueue<>();

    PushedBars(Instrument instrument) {
        this.instrument = instrument;
    }

    void push(Bar bar) {
        queue.add(Optional.of(MarketSnapshot.of(bar.epochNanos(), List.of(InstrumentMarket.of(bar)))));
    }

    void end() {
        queue.add(Optional.empty());
    }

    @Override
    public Universe universe() {
        return Universe.of(instrument);
    }

    @Override
    public Optional<MarketSnapshot> next() {
        try {
            Optional<MarketSnapshot> next = queue.take();
            if (next.isEmpty()) {
                end();
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
