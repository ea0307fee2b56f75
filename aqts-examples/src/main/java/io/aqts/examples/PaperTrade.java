package io.aqts.examples;

import io.aqts.DataSource;
import io.aqts.Orchestrator;
import io.aqts.Step;
import io.aqts.core.Aqts;
import io.aqts.core.Presets;
import io.aqts.market.Bar;
import io.aqts.market.Instrument;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketSnapshot;
import io.aqts.market.Universe;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Paper trading: your program pushes bars as it gets them, and orders fill on paper. */
public final class PaperTrade {

    private static final long MINUTE_NANOS = 60_000_000_000L;

    private PaperTrade() {}

    /** Hands over what another thread pushed, and waits while there is nothing. */
    static final class Feed implements DataSource {

        private final BlockingQueue<Optional<MarketSnapshot>> queue = new LinkedBlockingQueue<>();

        void push(Bar bar) {
            queue.add(Optional.of(MarketSnapshot.of(bar.epochNanos(), List.of(InstrumentMarket.of(bar)))));
        }

        void end() {
            queue.add(Optional.empty());
        }

        @Override
        public Universe universe() {
            return Universe.of(Instrument.of("BTC/USDT"));
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

    static void follow(Feed feed, PrintStream out) {
        try (Orchestrator aqts = Aqts.paper(context -> feed)
                .preset(Presets.smaCross())
                .config(c -> c.detection(d -> d.smaCross(s -> s.fast(3).slow(8))))
                .build()) {
            for (Optional<Step> step = aqts.next(); step.isPresent(); step = aqts.next()) {
                step.get()
                        .fills()
                        .forEach(fill -> out.println(fill.side() + " " + fill.quantity() + " at " + fill.price()));
            }
            out.println("equity " + aqts.portfolio().equity());
        }
    }

    static void pushAll(Feed feed) {
        for (int i = 0; i < 60; i++) {
            double open = 42_000 + 20 * Math.abs(20 - i % 40);
            double close = 42_000 + 20 * Math.abs(20 - (i + 1) % 40);
            feed.push(new Bar(
                    (i + 1) * MINUTE_NANOS,
                    MINUTE_NANOS,
                    open,
                    Math.max(open, close),
                    Math.min(open, close),
                    close,
                    1));
        }
        feed.end();
    }

    /**
     * Follows an hour of bars that another thread pushes.
     *
     * @param args none
     */
    public static void main(String[] args) {
        Feed feed = new Feed();
        new Thread(() -> pushAll(feed)).start();
        follow(feed, System.out);
    }
}
