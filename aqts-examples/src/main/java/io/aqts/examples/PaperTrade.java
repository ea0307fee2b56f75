package io.aqts.examples;

import io.aqts.Orchestrator;
import io.aqts.Step;
import io.aqts.core.Aqts;
import io.aqts.core.Presets;
import io.aqts.market.Bar;
import io.aqts.market.Instrument;
import io.aqts.trade.Fill;
import java.util.Optional;

/** Paper trading: your program pushes bars as it gets them, and orders fill on paper. */
public final class PaperTrade {

    private static final long MINUTE_NANOS = 60_000_000_000L;

    private PaperTrade() {}

    static void follow(PushedBars feed) {
        try (Orchestrator aqts = Aqts.paper(context -> feed)
                .preset(Presets.smaCross())
                .config(c -> c.detection(d -> d.smaCross(s -> s.fast(3).slow(8))))
                .build()) {
            for (Optional<Step> step = aqts.next(); step.isPresent(); step = aqts.next()) {
                for (Fill fill : step.get().fills()) {
                    System.out.println(fill.side() + " " + fill.quantity() + " at " + fill.price());
                }
            }
            System.out.println("equity " + aqts.portfolio().equity());
        }
    }

    private static void pushAnHour(PushedBars feed) {
        for (int i = 0; i < 60; i++) {
            double open = 42_000 + 20 * Math.abs(20 - i % 40);
            double close = 42_000 + 20 * Math.abs(20 - (i + 1) % 40);
            long end = (i + 1) * MINUTE_NANOS;
            feed.push(new Bar(end, MINUTE_NANOS, open, Math.max(open, close), Math.min(open, close), close, 1));
        }
        feed.end();
    }

    /**
     * Follows an hour of bars that another thread pushes.
     *
     * @param args none
     */
    public static void main(String[] args) {
        PushedBars feed = new PushedBars(Instrument.of("BTC/USDT"));
        new Thread(() -> pushAnHour(feed)).start();
        follow(feed);
    }
}
