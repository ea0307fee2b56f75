package io.aqts.config;

import io.aqts.internal.Checks;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * How long a backtest runs, and how often.
 *
 * @param steps steps of one run; zero or more, zero means to the end of the data, and is refused for data without an
 *     end
 * @param iterations runs, each with a seed of its own; 1 to 1,000,000
 * @param keepSteps whether every step is kept in the result, which takes memory
 * @param envelope how much of the result hangs on what the data hides
 */
public record BacktestConfig(long steps, int iterations, boolean keepSteps, EnvelopeConfig envelope) {

    private static final BacktestConfig DEFAULTS = new Builder().build();

    public BacktestConfig {
        Checks.atLeast("backtest.steps", steps, 0);
        Limits.between("backtest.iterations", iterations, 1, 1_000_000);
        Objects.requireNonNull(envelope, "backtest.envelope");
    }

    /** {@return the settings used when nothing else is said} */
    public static BacktestConfig defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that starts from these settings} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Makes a changed copy of BacktestConfig; every setter returns this builder. */
    public static final class Builder {

        private long steps = 20_160;
        private int iterations = 5;
        private boolean keepSteps = false;
        private EnvelopeConfig envelope = EnvelopeConfig.defaults();

        private Builder() {}

        private Builder(BacktestConfig from) {
            this.steps = from.steps;
            this.iterations = from.iterations;
            this.keepSteps = from.keepSteps;
            this.envelope = from.envelope;
        }

        /** Sets {@link BacktestConfig#steps()}. */
        public Builder steps(long steps) {
            this.steps = steps;
            return this;
        }

        /** Sets {@link BacktestConfig#iterations()}. */
        public Builder iterations(int iterations) {
            this.iterations = iterations;
            return this;
        }

        /** Sets {@link BacktestConfig#keepSteps()}. */
        public Builder keepSteps(boolean keepSteps) {
            this.keepSteps = keepSteps;
            return this;
        }

        /** Sets {@link BacktestConfig#envelope()}. */
        public Builder envelope(EnvelopeConfig envelope) {
            this.envelope = envelope;
            return this;
        }

        /** Changes {@link BacktestConfig#envelope()}, starting from what it is now. */
        public Builder envelope(UnaryOperator<EnvelopeConfig.Builder> change) {
            return envelope(change.apply(envelope.toBuilder()).build());
        }

        /** {@return the settings, checked} */
        public BacktestConfig build() {
            return new BacktestConfig(steps, iterations, keepSteps, envelope);
        }
    }
}
