package io.aqts.config;

import io.aqts.internal.Checks;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * The detector of Lighthouse events: pivots in golden proportion that meet an unusual intensity.
 *
 * <p>The ratio is a setting so that the claim about it can be tested; nothing here says that it is special.
 *
 * @param mode where the moments compared come from
 * @param ratio the proportion looked for between two neighboring gaps; more than zero
 * @param tolerance how far from the ratio still counts; more than zero
 * @param window bars the metrics look back over; 8 to 1,000,000
 * @param pivots when a swing is a pivot
 * @param ranks how metrics are made comparable
 * @param events when all of it is an event
 * @param weights the weights of linear coherence, nonlinear coherence, self-similarity, geometry and novelty; five,
 *     each zero or more, not all zero
 */
public record QgitaConfig(
        QgitaMode mode,
        double ratio,
        double tolerance,
        int window,
        PivotConfig pivots,
        RankConfig ranks,
        EventConfig events,
        List<Double> weights) {

    private static final String PATH = "detection.qgita.";

    private static final QgitaConfig DEFAULTS = new Builder().build();

    public QgitaConfig {
        weights = List.copyOf(weights);
        Objects.requireNonNull(mode, PATH + "mode");
        Checks.positive(PATH + "ratio", ratio);
        Checks.positive(PATH + "tolerance", tolerance);
        Limits.between(PATH + "window", window, 8, Limits.MOST_BARS);
        Objects.requireNonNull(pivots, PATH + "pivots");
        Objects.requireNonNull(ranks, PATH + "ranks");
        Objects.requireNonNull(events, PATH + "events");
        Checks.that(weights.size() == 5, PATH + "weights", "be five numbers", weights);
        Limits.weights(PATH + "weights", weights);
    }

    /** {@return the settings used when nothing else is said} */
    public static QgitaConfig defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that starts from these settings} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Makes a changed copy of QgitaConfig; every setter returns this builder. */
    public static final class Builder {

        private QgitaMode mode = QgitaMode.PIVOT;
        private double ratio = 0.618033988749895;
        private double tolerance = 0.05;
        private int window = 64;
        private PivotConfig pivots = PivotConfig.defaults();
        private RankConfig ranks = RankConfig.defaults();
        private EventConfig events = EventConfig.defaults();
        private List<Double> weights = List.of(1.0, 1.0, 1.0, 1.0, 1.0);

        private Builder() {}

        private Builder(QgitaConfig from) {
            this.mode = from.mode;
            this.ratio = from.ratio;
            this.tolerance = from.tolerance;
            this.window = from.window;
            this.pivots = from.pivots;
            this.ranks = from.ranks;
            this.events = from.events;
            this.weights = from.weights;
        }

        /** Sets {@link QgitaConfig#mode()}. */
        public Builder mode(QgitaMode mode) {
            this.mode = mode;
            return this;
        }

        /** Sets {@link QgitaConfig#ratio()}. */
        public Builder ratio(double ratio) {
            this.ratio = ratio;
            return this;
        }

        /** Sets {@link QgitaConfig#tolerance()}. */
        public Builder tolerance(double tolerance) {
            this.tolerance = tolerance;
            return this;
        }

        /** Sets {@link QgitaConfig#window()}. */
        public Builder window(int window) {
            this.window = window;
            return this;
        }

        /** Sets {@link QgitaConfig#pivots()}. */
        public Builder pivots(PivotConfig pivots) {
            this.pivots = pivots;
            return this;
        }

        /** Changes {@link QgitaConfig#pivots()}, starting from what it is now. */
        public Builder pivots(UnaryOperator<PivotConfig.Builder> change) {
            return pivots(change.apply(pivots.toBuilder()).build());
        }

        /** Sets {@link QgitaConfig#ranks()}. */
        public Builder ranks(RankConfig ranks) {
            this.ranks = ranks;
            return this;
        }

        /** Changes {@link QgitaConfig#ranks()}, starting from what it is now. */
        public Builder ranks(UnaryOperator<RankConfig.Builder> change) {
            return ranks(change.apply(ranks.toBuilder()).build());
        }

        /** Sets {@link QgitaConfig#events()}. */
        public Builder events(EventConfig events) {
            this.events = events;
            return this;
        }

        /** Changes {@link QgitaConfig#events()}, starting from what it is now. */
        public Builder events(UnaryOperator<EventConfig.Builder> change) {
            return events(change.apply(events.toBuilder()).build());
        }

        /** Sets {@link QgitaConfig#weights()}. */
        public Builder weights(List<Double> weights) {
            this.weights = weights;
            return this;
        }

        /** {@return the settings, checked} */
        public QgitaConfig build() {
            return new QgitaConfig(mode, ratio, tolerance, window, pivots, ranks, events, weights);
        }
    }
}
