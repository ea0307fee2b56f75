package io.aqts.core.detect;

import io.aqts.config.QgitaConfig;
import io.aqts.config.QgitaMode;
import io.aqts.market.Bar;
import io.aqts.signal.Direction;
import org.jspecify.annotations.Nullable;

/** All that the QGITA detector remembers of one instrument. */
final class QgitaTracker {

    private static final double LEAST_STRENGTH = 1e-300;

    private final QgitaConfig config;
    private final double unit;
    private final double fading;
    private final BarWindow window;
    private final ReturnScale scale = new ReturnScale();
    private final Novelty novelty = new Novelty();
    private final Geometry geometry;
    private final Metrics metrics;
    private final EventGate gate;
    private double strength;

    /**
     * A tracker without history.
     *
     * @param config what to look for
     * @param logs the logarithms the ranks need
     * @param unit the unit of time in nanoseconds
     */
    QgitaTracker(QgitaConfig config, LogTable logs, double unit) {
        this.config = config;
        this.unit = unit;
        this.fading = StrictMath.exp(-1 / config.events().geometryMemoryBars());
        this.window = new BarWindow(Math.max(config.window() + 2, LatticeGeometry.LONGEST_LAG + 1));
        this.geometry =
                config.mode() == QgitaMode.PIVOT ? new PivotGeometry(config, unit) : new LatticeGeometry(config, unit);
        this.metrics = new Metrics(config, logs, unit);
        this.gate = new EventGate(config.events());
    }

    /**
     * Takes in one bar; one that is not newer than the last is passed over.
     *
     * @param bar the bar
     * @return the event it completes, or null if it completes none
     */
    @Nullable
    LighthouseEvent add(Bar bar) {
        boolean isFirst = window.count() == 0;
        if (!isFirst && bar.epochNanos() <= window.nanos(0)) {
            return null;
        }
        window.add(bar.epochNanos(), bar.close());
        double shown = geometry.add(bar, window, scale.sigma());
        double faded = strength * fading;
        strength = Math.max(shown, faded < LEAST_STRENGTH ? 0 : faded);
        metrics.add(window, strength, isFirst ? 0 : surprise(bar));
        Turn turn = geometry.turn();
        if (turn != null) {
            gate.confirm(index(), turn);
        }
        return metrics.isReady() ? judge() : null;
    }

    private double surprise(Bar bar) {
        double change = window.log(0) - window.log(1);
        double gap = (window.nanos(0) - window.nanos(1)) / unit;
        double surprise = novelty.add(change, gap, scale, bar.volume());
        scale.add(change, gap);
        return surprise;
    }

    private long index() {
        return window.count() - 1;
    }

    private @Nullable LighthouseEvent judge() {
        double intensity = metrics.intensity();
        if (gate.reaches(intensity)) {
            gate.cross(index(), intensity, metrics.ranks());
        }
        EventGate.Meeting meeting = gate.meet(index());
        return meeting == null ? null : event(meeting.turn(), meeting.crossing());
    }

    private LighthouseEvent event(Turn turn, EventGate.Crossing crossing) {
        double confidence = LighthouseEvent.confidence(crossing.intensity(), crossing.threshold());
        return new LighthouseEvent(
                index(),
                direction(turn),
                Tier.of(confidence),
                crossing.intensity(),
                crossing.threshold(),
                crossing.ranks(),
                turn,
                LighthouseEvent.text(WindowHash.of(window, config.window())));
    }

    private Direction direction(Turn turn) {
        if (turn.bend() > 0) {
            return metrics.similarityRises() ? Direction.LONG : Direction.NEUTRAL;
        }
        return turn.bend() < 0 && metrics.linearFalls() ? Direction.SHORT : Direction.NEUTRAL;
    }
}
