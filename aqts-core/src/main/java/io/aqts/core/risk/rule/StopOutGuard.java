package io.aqts.core.risk.rule;

import io.aqts.RiskCandidate;
import io.aqts.RiskObserver;
import io.aqts.RiskRule;
import io.aqts.config.StopOutConfig;
import io.aqts.trade.Fill;
import io.aqts.trade.ReasonCode;
import java.util.Arrays;

/** Stops that are touched too often pause trading, in one instrument or in all. The fills of one stop count once. */
public final class StopOutGuard implements RiskRule, RiskObserver {

    private final StopOutConfig config;
    private final RecentTimes[] touched;
    private final long[] until;
    private final long[] lastOrder;

    /**
     * A rule that has seen no stop.
     *
     * @param config how many are too many, and for how long
     * @param instruments how many instruments there are
     */
    public StopOutGuard(StopOutConfig config, int instruments) {
        this.config = config;
        int groups = config.wholeAccount() ? 1 : instruments;
        touched = new RecentTimes[groups];
        Arrays.setAll(touched, i -> new RecentTimes(config.count()));
        until = new long[groups];
        lastOrder = new long[instruments];
        Arrays.fill(until, Long.MIN_VALUE);
    }

    @Override
    public ReasonCode reason() {
        return ReasonCode.STOPPED_OUT;
    }

    @Override
    public double allowedQuantity(RiskCandidate candidate) {
        return candidate.view().epochNanos() < until[group(candidate.instrument())] ? 0 : Double.POSITIVE_INFINITY;
    }

    @Override
    public void onFill(Fill fill) {
        int instrument = fill.instrument();
        if (!fill.context().cause().equals(ReasonCode.STOP) || fill.orderId() == lastOrder[instrument]) {
            return;
        }
        lastOrder[instrument] = fill.orderId();
        int group = group(instrument);
        touched[group].add(fill.epochNanos());
        if (touched[group].areFullWithin(config.window().toNanos(), fill.epochNanos())) {
            until[group] = fill.epochNanos() + config.pause().toNanos();
        }
    }

    @Override
    public void onResume() {
        Arrays.fill(until, Long.MIN_VALUE);
        for (RecentTimes each : touched) {
            each.clear();
        }
    }

    private int group(int instrument) {
        return config.wholeAccount() ? 0 : instrument;
    }
}
