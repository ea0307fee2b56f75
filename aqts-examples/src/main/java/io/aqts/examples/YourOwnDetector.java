package io.aqts.examples;

import io.aqts.Detector;
import io.aqts.core.Aqts;
import io.aqts.core.AqtsBuilder;
import io.aqts.core.backtest.Backtest;
import io.aqts.core.fuse.FollowSignal;
import io.aqts.market.Bar;
import io.aqts.market.MarketSnapshot;
import io.aqts.signal.Evidence;
import io.aqts.signal.Signal;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** A detector of your own: a close beyond all of the last bars. */
public final class YourOwnDetector {

    private YourOwnDetector() {}

    /** Points up when the first instrument closes above its last closes, and down when it closes below them. */
    static final class Breakout implements Detector {

        private final int bars;
        private final Deque<Double> closes = new ArrayDeque<>();

        Breakout(int bars) {
            this.bars = bars;
        }

        @Override
        public List<Signal> detect(MarketSnapshot snapshot) {
            Bar bar = snapshot.instrument(0).bar();
            if (bar == null) {
                return List.of();
            }
            boolean warm = closes.size() == bars;
            int score = !warm
                    ? 0
                    : bar.close() > Collections.max(closes) ? 1 : bar.close() < Collections.min(closes) ? -1 : 0;
            if (warm) {
                closes.removeFirst();
            }
            closes.addLast(bar.close());
            return score == 0
                    ? List.of()
                    : List.of(new Signal("breakout", 0, snapshot.epochNanos(), score, 1, Evidence.NONE));
        }
    }

    static AqtsBuilder wire() {
        return Aqts.simulation()
                .detector(context -> new Breakout(60))
                .fusion(FollowSignal::new)
                .config(c -> c.backtest(b -> b.steps(1_440)));
    }

    /**
     * Trades breakouts of an hour on five made-up days.
     *
     * @param args none
     */
    public static void main(String[] args) {
        InShort.lines(Backtest.of(wire()).run()).forEach(System.out::println);
    }
}
