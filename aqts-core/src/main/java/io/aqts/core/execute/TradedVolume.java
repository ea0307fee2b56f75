package io.aqts.core.execute;

import io.aqts.config.FeeConfig;
import io.aqts.config.FeeTier;
import io.aqts.trade.Decimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * What was traded at one venue within a window of event time, and the tier that this makes. A trade counts until the
 * window has passed since, and no longer. Memory grows with the trades within the window, not with the run.
 */
final class TradedVolume {

    private final String venue;
    private final List<FeeTier> tiers;
    private final long windowNanos;
    private final ArrayDeque<Traded> trades = new ArrayDeque<>();
    private final List<FeeTransition> transitions = new ArrayList<>();
    private Decimal volume = Decimal.ZERO;
    private int tier;

    TradedVolume(String venue, FeeConfig fees) {
        this.venue = venue;
        this.tiers = fees.tiers();
        this.windowNanos = fees.window().toNanos();
    }

    void add(long epochNanos, Decimal notional) {
        volume = volume.plus(notional);
        long last = trades.isEmpty() ? epochNanos : trades.getLast().epochNanos();
        trades.addLast(new Traded(Math.max(epochNanos, last), notional));
    }

    /** Lets time go on, and with it the tier: up by what was traded since, down by what is too old by now. */
    void roll(long nowNanos) {
        if (!trades.isEmpty()) {
            settle(trades.getLast().epochNanos());
        }
        while (!trades.isEmpty() && nowNanos - trades.getFirst().epochNanos() >= windowNanos) {
            Traded old = trades.removeFirst();
            volume = volume.minus(old.notional());
            settle(old.epochNanos() + windowNanos);
        }
    }

    /** {@return the tier in force, counted from 1; 0 for below all} */
    int tier() {
        return tier;
    }

    List<FeeTransition> transitions() {
        return transitions;
    }

    private void settle(long epochNanos) {
        int now = 0;
        while (now < tiers.size() && !volume.isLessThan(tiers.get(now).fromVolume())) {
            now++;
        }
        if (now != tier) {
            transitions.add(new FeeTransition(epochNanos, venue, tier, now, volume));
            tier = now;
        }
    }

    private record Traded(long epochNanos, Decimal notional) {}
}
