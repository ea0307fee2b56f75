package io.aqts.config;

import io.aqts.internal.Checks;
import java.time.Duration;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * How large rare losses may be, judged by the returns of a rolling window and the portfolio as it would be after the
 * order.
 *
 * @param valueAtRisk the loss of one sample that may be exceeded only with {@code tailShare}; a share is of equity
 * @param expectedShortfall the mean of the losses in that tail; a share is of equity
 * @param tailShare the share of samples that make up the tail; more than 0, at most 0.5
 * @param method how the value at risk is estimated
 * @param window samples of returns that are looked back over; 30 to 100,000
 * @param interval the time between samples; zero for one at every step with a bar
 * @param correlatedHeat what all stops may cost together, given how returns correlate; a share is of equity
 * @param stress the shocks to survive
 */
public record TailConfig(
        CapConfig valueAtRisk,
        CapConfig expectedShortfall,
        double tailShare,
        TailMethod method,
        int window,
        Duration interval,
        CapConfig correlatedHeat,
        StressConfig stress) {

    private static final TailConfig DEFAULTS = new Builder().build();

    public TailConfig {
        valueAtRisk.check(PATH + "valueAtRisk");
        expectedShortfall.check(PATH + "expectedShortfall");
        Checks.that(tailShare > 0 && tailShare <= 0.5, PATH + "tailShare", "be more than 0 and at most 0.5", tailShare);
        Objects.requireNonNull(method, PATH + "method");
        Limits.between(PATH + "window", window, LEAST_SAMPLES, MOST_SAMPLES);
        Limits.notNegative(PATH + "interval", interval);
        correlatedHeat.check(PATH + "correlatedHeat");
        Objects.requireNonNull(stress, PATH + "stress");
    }

    /** The samples below which no tail is estimated. */
    public static final int LEAST_SAMPLES = 30;

    private static final String PATH = "risk.rules.tail.";
    private static final int MOST_SAMPLES = 100_000;

    /** {@return the settings used when nothing else is said} */
    public static TailConfig defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that starts from these settings} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Makes a changed copy of TailConfig; every setter returns this builder. */
    public static final class Builder {

        private CapConfig valueAtRisk = CapConfig.NONE;
        private CapConfig expectedShortfall = CapConfig.NONE;
        private double tailShare = 0.05;
        private TailMethod method = TailMethod.HISTORICAL;
        private int window = 250;
        private Duration interval = Duration.ZERO;
        private CapConfig correlatedHeat = CapConfig.NONE;
        private StressConfig stress = StressConfig.defaults();

        private Builder() {}

        private Builder(TailConfig from) {
            this.valueAtRisk = from.valueAtRisk;
            this.expectedShortfall = from.expectedShortfall;
            this.tailShare = from.tailShare;
            this.method = from.method;
            this.window = from.window;
            this.interval = from.interval;
            this.correlatedHeat = from.correlatedHeat;
            this.stress = from.stress;
        }

        /** Sets {@link TailConfig#valueAtRisk()}. */
        public Builder valueAtRisk(CapConfig valueAtRisk) {
            this.valueAtRisk = valueAtRisk;
            return this;
        }

        /** Changes {@link TailConfig#valueAtRisk()}, starting from what it is now. */
        public Builder valueAtRisk(UnaryOperator<CapConfig.Builder> change) {
            return valueAtRisk(change.apply(valueAtRisk.toBuilder()).build());
        }

        /** Sets {@link TailConfig#expectedShortfall()}. */
        public Builder expectedShortfall(CapConfig expectedShortfall) {
            this.expectedShortfall = expectedShortfall;
            return this;
        }

        /** Changes {@link TailConfig#expectedShortfall()}, starting from what it is now. */
        public Builder expectedShortfall(UnaryOperator<CapConfig.Builder> change) {
            return expectedShortfall(change.apply(expectedShortfall.toBuilder()).build());
        }

        /** Sets {@link TailConfig#tailShare()}. */
        public Builder tailShare(double tailShare) {
            this.tailShare = tailShare;
            return this;
        }

        /** Sets {@link TailConfig#method()}. */
        public Builder method(TailMethod method) {
            this.method = method;
            return this;
        }

        /** Sets {@link TailConfig#window()}. */
        public Builder window(int window) {
            this.window = window;
            return this;
        }

        /** Sets {@link TailConfig#interval()}. */
        public Builder interval(Duration interval) {
            this.interval = interval;
            return this;
        }

        /** Sets {@link TailConfig#correlatedHeat()}. */
        public Builder correlatedHeat(CapConfig correlatedHeat) {
            this.correlatedHeat = correlatedHeat;
            return this;
        }

        /** Changes {@link TailConfig#correlatedHeat()}, starting from what it is now. */
        public Builder correlatedHeat(UnaryOperator<CapConfig.Builder> change) {
            return correlatedHeat(change.apply(correlatedHeat.toBuilder()).build());
        }

        /** Sets {@link TailConfig#stress()}. */
        public Builder stress(StressConfig stress) {
            this.stress = stress;
            return this;
        }

        /** Changes {@link TailConfig#stress()}, starting from what it is now. */
        public Builder stress(UnaryOperator<StressConfig.Builder> change) {
            return stress(change.apply(stress.toBuilder()).build());
        }

        /** {@return the settings, checked} */
        public TailConfig build() {
            return new TailConfig(
                    valueAtRisk, expectedShortfall, tailShare, method, window, interval, correlatedHeat, stress);
        }
    }
}
