package io.aqts.core.detect;

import io.aqts.DataSource;
import io.aqts.Randomness;
import io.aqts.config.QgitaConfig;
import io.aqts.internal.Checks;
import io.aqts.market.Bar;
import io.aqts.market.InstrumentMarket;
import io.aqts.market.MarketSnapshot;
import io.aqts.signal.Signal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The placebo test of the golden ratio: what the same detector makes of the same data with other ratios.
 *
 * <pre>{@code
 * AblationReport report = GoldenRatioAblation.of(QgitaConfig.defaults(), 42).run(bars);
 * }</pre>
 *
 * <p>The ratios come from a seeded stream, evenly spread between 0.3 and 0.9. Everything that follows from the ratio
 * changes with it, the stretch of the self-similarity too. The data is read once, in pieces, so that its length does
 * not matter. Immutable; may be run again.
 */
public final class GoldenRatioAblation {

    private static final int PIECE = 4_096;
    private static final double LOWEST = 0.3;
    private static final double HIGHEST = 0.9;

    private final QgitaConfig config;
    private final long seed;
    private final int ratios;
    private final int horizonBars;
    private final Outcome outcome;

    private GoldenRatioAblation(QgitaConfig config, long seed, int ratios, int horizonBars, Outcome outcome) {
        Checks.atLeast("ablation.ratios", ratios, 1);
        Checks.atLeast("ablation.horizonBars", horizonBars, 1);
        this.config = config;
        this.seed = seed;
        this.ratios = ratios;
        this.horizonBars = horizonBars;
        this.outcome = outcome;
    }

    /**
     * A test against 200 ratios that judges events by the log return over the next 24 bars, counted in their direction.
     *
     * @param config the detector under test; its ratio is the one compared with the others
     * @param seed the source of the other ratios
     * @return the test
     */
    public static GoldenRatioAblation of(QgitaConfig config, long seed) {
        return new GoldenRatioAblation(config, seed, 200, 24, Outcome.SIGNED_LOG_RETURN);
    }

    /** {@return the same test against another number of ratios, at least 1} */
    public GoldenRatioAblation withRatios(int count) {
        return new GoldenRatioAblation(config, seed, count, horizonBars, outcome);
    }

    /** {@return the same test that judges events by another number of bars after them, at least 1} */
    public GoldenRatioAblation withHorizonBars(int bars) {
        return new GoldenRatioAblation(config, seed, ratios, bars, outcome);
    }

    /** {@return the same test that judges events in another way} */
    public GoldenRatioAblation withOutcome(Outcome measure) {
        return new GoldenRatioAblation(config, seed, ratios, horizonBars, measure);
    }

    /**
     * Runs the test on the bars of one instrument.
     *
     * @param bars the bars, oldest first
     * @return where the configured ratio stands among the others
     */
    public AblationReport run(List<Bar> bars) {
        return run(bars.stream()
                .map(bar -> MarketSnapshot.of(bar.epochNanos(), List.of(InstrumentMarket.of(bar))))
                .iterator());
    }

    /**
     * Runs the test on a data source and reads it to its end; closing it is left to the caller. The events of all
     * instruments are judged together.
     *
     * @param source a source at its start
     * @return where the configured ratio stands among the others
     */
    public AblationReport run(DataSource source) {
        return run(new Snapshots(source));
    }

    private AblationReport run(Iterator<MarketSnapshot> snapshots) {
        Randomness chance = Randomness.of(seed).split("golden-ratio-ablation");
        Trial reference = new Trial(config.ratio());
        List<Trial> others = new ArrayList<>();
        for (int i = 0; i < ratios; i++) {
            others.add(new Trial(chance.nextDouble(LOWEST, HIGHEST)));
        }
        List<MarketSnapshot> piece = new ArrayList<>(PIECE);
        while (snapshots.hasNext()) {
            piece.add(snapshots.next());
            if (piece.size() == PIECE || !snapshots.hasNext()) {
                reference.run(piece);
                others.forEach(trial -> trial.run(piece));
                piece.clear();
            }
        }
        return AblationReport.of(
                reference.result(), others.stream().map(Trial::result).toList());
    }

    /** How an event turned out. */
    @FunctionalInterface
    public interface Outcome {

        /** The log return from the event's close to the last one, positive if it went the event's way. */
        Outcome SIGNED_LOG_RETURN = (event, bars) -> event.direction().sign()
                * StrictMath.log(bars.get(bars.size() - 1).close() / bars.get(0).close());

        /**
         * Judges an event that has a direction.
         *
         * @param event the event
         * @param bars the bar of the event and those of the horizon after it, oldest first
         * @return the outcome, more being better
         */
        double judge(Signal event, List<Bar> bars);
    }

    /** One detector with one ratio, and what became of its events. */
    private final class Trial {

        private final double ratio;
        private final List<Pending> pending = new ArrayList<>();
        private @Nullable QgitaDetector detector;
        private long events;
        private long judged;
        private double sum;

        Trial(double ratio) {
            this.ratio = ratio;
        }

        void run(List<MarketSnapshot> snapshots) {
            for (MarketSnapshot snapshot : snapshots) {
                follow(snapshot);
                for (Signal event : detector(snapshot).detect(snapshot)) {
                    events++;
                    Bar bar = snapshot.instrument(event.instrument()).bar();
                    if (event.direction().sign() != 0 && bar != null) {
                        pending.add(new Pending(event, new ArrayList<>(List.of(bar))));
                    }
                }
            }
        }

        private QgitaDetector detector(MarketSnapshot first) {
            QgitaDetector current = detector;
            if (current == null) {
                current = new QgitaDetector(
                        config.toBuilder().ratio(ratio).build(),
                        first.instruments().size());
                detector = current;
            }
            return current;
        }

        private void follow(MarketSnapshot snapshot) {
            if (pending.isEmpty()) {
                return;
            }
            for (Pending event : pending) {
                Bar bar = snapshot.instrument(event.signal().instrument()).bar();
                if (bar != null) {
                    event.bars().add(bar);
                }
            }
            pending.removeIf(this::judge);
        }

        private boolean judge(Pending event) {
            if (event.bars().size() <= horizonBars) {
                return false;
            }
            sum += outcome.judge(event.signal(), List.copyOf(event.bars()));
            judged++;
            return true;
        }

        AblationReport.Result result() {
            return new AblationReport.Result(ratio, events, judged, judged == 0 ? 0 : sum / judged);
        }
    }

    /** An event whose horizon has not passed. */
    private record Pending(Signal signal, List<Bar> bars) {}

    /** The rest of a data source. */
    private static final class Snapshots implements Iterator<MarketSnapshot> {

        private final DataSource source;
        private Optional<MarketSnapshot> next;

        Snapshots(DataSource source) {
            this.source = source;
            this.next = source.next();
        }

        @Override
        public boolean hasNext() {
            return next.isPresent();
        }

        @Override
        public MarketSnapshot next() {
            MarketSnapshot current = next.orElseThrow();
            next = source.next();
            return current;
        }
    }
}
