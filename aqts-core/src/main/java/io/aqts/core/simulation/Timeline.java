package io.aqts.core.simulation;

import io.aqts.config.SimulationConfig;
import io.aqts.internal.Checks;
import java.time.Instant;

/** The ends of the bars, one after the other, until the steps run out or the year 2262 comes. */
final class Timeline {

    private final long interval;
    private final boolean endless;
    private long left;
    private long now;

    Timeline(SimulationConfig config, long steps) {
        this.interval = config.interval().toNanos();
        this.left = Checks.atLeast("simulation.steps", steps, 0);
        this.endless = steps == Long.MAX_VALUE;
        Instant start = config.start();
        this.now = Math.addExact(Math.multiplyExact(start.getEpochSecond(), 1_000_000_000L), start.getNano());
    }

    /** Moves on to the end of the next bar, if there is one. */
    boolean next() {
        if (left == 0 || now > Long.MAX_VALUE - interval) {
            return false;
        }
        left--;
        now += interval;
        return true;
    }

    /** {@return whether only the year 2262 ends it} */
    boolean isEndless() {
        return endless;
    }

    long now() {
        return now;
    }
}
