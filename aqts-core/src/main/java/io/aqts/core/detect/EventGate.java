package io.aqts.core.detect;

import io.aqts.config.EventConfig;
import org.jspecify.annotations.Nullable;

/**
 * Decides when intensity and turning point together are an event.
 *
 * <p>They must meet within a few bars, in either order, and the event comes with the later of the two.
 */
final class EventGate {

    private static final long NEVER = Long.MIN_VALUE / 2;

    private final EventConfig config;
    private final LaggedBaseline baseline;
    private long turnBar = NEVER;
    private long crossingBar = NEVER;
    private long eventBar = NEVER;
    private double threshold;
    private @Nullable Turn turn;
    private @Nullable Crossing crossing;

    EventGate(EventConfig config) {
        this.config = config;
        this.baseline = new LaggedBaseline(config.baseline(), config.gap());
    }

    /** Remembers a turning point that a bar confirmed. */
    void confirm(long bar, Turn confirmed) {
        turnBar = bar;
        turn = confirmed;
    }

    /**
     * Judges the intensity of a bar, then learns it.
     *
     * @return whether it reaches the threshold, which is then to be {@link #cross crossed}
     */
    boolean reaches(double intensity) {
        boolean isReached = false;
        if (baseline.isReady()) {
            threshold = baseline.above(config.sigmas());
            isReached = intensity >= threshold;
        }
        baseline.add(intensity);
        return isReached;
    }

    /** Remembers that a bar reached the threshold. */
    void cross(long bar, double intensity, MetricRanks ranks) {
        crossingBar = bar;
        crossing = new Crossing(intensity, threshold, ranks);
    }

    /**
     * Brings turning point and intensity together; silence follows.
     *
     * @return what met on this bar, or null if nothing did
     */
    @Nullable
    Meeting meet(long bar) {
        boolean isMeeting = (crossingBar == bar && bar - turnBar < config.confirmationBars())
                || (turnBar == bar && bar - crossingBar < config.confirmationBars());
        if (!isMeeting || bar - eventBar <= config.refractoryBars() || turn == null || crossing == null) {
            return null;
        }
        eventBar = bar;
        return new Meeting(turn, crossing);
    }

    /**
     * A turning point and an intensity that make an event.
     *
     * @param turn the turning point
     * @param crossing the intensity
     */
    record Meeting(Turn turn, Crossing crossing) {}

    /**
     * The last time the intensity reached the threshold.
     *
     * @param intensity what it was
     * @param threshold what it had to reach
     * @param ranks the five metrics
     */
    record Crossing(double intensity, double threshold, MetricRanks ranks) {}
}
