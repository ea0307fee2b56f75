package io.aqts.core.detect;

import io.aqts.Detector;
import io.aqts.LayerContext;
import io.aqts.config.QgitaConfig;
import io.aqts.internal.Checks;
import io.aqts.market.Bar;
import io.aqts.market.MarketSnapshot;
import io.aqts.signal.Signal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds Lighthouse events: turning points in a given proportion that meet an unusual intensity of five metrics.
 *
 * <p>A turning point counts when the gaps between the last pivots stand in the configured ratio, golden by default, and
 * its bend, the divided second difference of the log price in standard deviations, is well above the usual one. The
 * intensity is the geometric mean of linear coherence (R squared), nonlinear coherence (permutation entropy),
 * self-similarity, geometry and novelty, each as its rank among its own recent past. An event needs both within a few
 * bars and is dated with the later of the two; nothing is ever back-dated.
 *
 * <ul>
 *   <li><b>Each instrument for itself.</b> A snapshot without a bar of an instrument changes nothing of it, nor does a
 *       bar that is not newer than the last.
 *   <li><b>Without units.</b> Prices in cents instead of dollars and bars of an hour instead of a minute give the same
 *       events.
 *   <li><b>Score.</b> The sign of the event's direction times its confidence; 0 for a neutral event. The evidence is a
 *       {@link LighthouseEvent}, which holds all that led to it.
 *   <li><b>Cold.</b> Silent until the windows of metrics, ranks and usual intensity are full: 676 bars and 30 pivots by
 *       default.
 * </ul>
 *
 * <p>There is no evidence that the golden ratio is special; {@link GoldenRatioAblation} puts it to the test on your own
 * data. The confidence is not a probability.
 */
public final class QgitaDetector implements Detector {

    private static final String SOURCE = "qgita";

    private final QgitaConfig config;
    private final LogTable logs;
    private final @Nullable QgitaTracker[] trackers;

    /**
     * A detector with the settings of {@code config.detection().qgita()} for the instruments of the run.
     *
     * @param context the run
     */
    public QgitaDetector(LayerContext context) {
        this(context.config().detection().qgita(), context.universe().size());
    }

    /**
     * A detector for a number of instruments.
     *
     * @param config what to look for
     * @param instruments how many instruments each snapshot holds, at least 1
     */
    public QgitaDetector(QgitaConfig config, int instruments) {
        Checks.atLeast("qgita.instruments", instruments, 1);
        this.config = config;
        this.logs = new LogTable(RollingRank.mostLog(config.ranks().window()));
        this.trackers = new QgitaTracker[instruments];
    }

    @Override
    public List<Signal> detect(MarketSnapshot snapshot) {
        List<Signal> signals = List.of();
        for (int i = 0; i < trackers.length; i++) {
            Bar bar = snapshot.instrument(i).bar();
            LighthouseEvent event = bar == null ? null : tracker(i, bar).add(bar);
            if (event != null) {
                signals = signals.isEmpty() ? new ArrayList<>() : signals;
                signals.add(signal(event, i, snapshot.epochNanos()));
            }
        }
        return signals.isEmpty() ? signals : List.copyOf(signals);
    }

    private QgitaTracker tracker(int instrument, Bar bar) {
        QgitaTracker tracker = trackers[instrument];
        if (tracker == null) {
            tracker = new QgitaTracker(config, logs, bar.intervalNanos());
            trackers[instrument] = tracker;
        }
        return tracker;
    }

    private static Signal signal(LighthouseEvent event, int instrument, long epochNanos) {
        double confidence = event.confidence();
        double score = event.direction().sign() * confidence;
        return new Signal(SOURCE, instrument, epochNanos, score + 0.0, confidence, event);
    }
}
