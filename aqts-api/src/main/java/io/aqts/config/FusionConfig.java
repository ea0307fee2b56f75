package io.aqts.config;

import io.aqts.internal.Checks;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * How signals become one decision.
 *
 * @param buyThreshold the fused score to go long above; 0 to 1, more than {@code sellThreshold}
 * @param sellThreshold the fused score to go short below; −1 to 0
 * @param minimumConfidence the confidence a decision needs to be more than a hold; 0 to 1
 * @param weights how much each kind of input says
 * @param logistic the predictor that learns
 * @param momentum the predictor that follows
 */
public record FusionConfig(
        double buyThreshold,
        double sellThreshold,
        double minimumConfidence,
        FusionWeights weights,
        LogisticConfig logistic,
        MomentumConfig momentum) {

    private static final FusionConfig DEFAULTS = new Builder().build();

    public FusionConfig {
        Checks.between("fusion.buyThreshold", buyThreshold, 0, 1);
        Checks.between("fusion.sellThreshold", sellThreshold, -1, 0);
        boolean apart = sellThreshold < buyThreshold;
        Checks.that(apart, "fusion.buyThreshold", "be more than fusion.sellThreshold, " + sellThreshold, buyThreshold);
        Checks.between("fusion.minimumConfidence", minimumConfidence, 0, 1);
        Objects.requireNonNull(weights, "fusion.weights");
        Objects.requireNonNull(logistic, "fusion.logistic");
        Objects.requireNonNull(momentum, "fusion.momentum");
    }

    /** {@return the settings used when nothing else is said} */
    public static FusionConfig defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that starts from these settings} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Makes a changed copy of FusionConfig; every setter returns this builder. */
    public static final class Builder {

        private double buyThreshold = 0.15;
        private double sellThreshold = -0.15;
        private double minimumConfidence = 0.35;
        private FusionWeights weights = FusionWeights.defaults();
        private LogisticConfig logistic = LogisticConfig.defaults();
        private MomentumConfig momentum = MomentumConfig.defaults();

        private Builder() {}

        private Builder(FusionConfig from) {
            this.buyThreshold = from.buyThreshold;
            this.sellThreshold = from.sellThreshold;
            this.minimumConfidence = from.minimumConfidence;
            this.weights = from.weights;
            this.logistic = from.logistic;
            this.momentum = from.momentum;
        }

        /** Sets {@link FusionConfig#buyThreshold()}. */
        public Builder buyThreshold(double buyThreshold) {
            this.buyThreshold = buyThreshold;
            return this;
        }

        /** Sets {@link FusionConfig#sellThreshold()}. */
        public Builder sellThreshold(double sellThreshold) {
            this.sellThreshold = sellThreshold;
            return this;
        }

        /** Sets {@link FusionConfig#minimumConfidence()}. */
        public Builder minimumConfidence(double minimumConfidence) {
            this.minimumConfidence = minimumConfidence;
            return this;
        }

        /** Sets {@link FusionConfig#weights()}. */
        public Builder weights(FusionWeights weights) {
            this.weights = weights;
            return this;
        }

        /** Changes {@link FusionConfig#weights()}, starting from what it is now. */
        public Builder weights(UnaryOperator<FusionWeights.Builder> change) {
            return weights(change.apply(weights.toBuilder()).build());
        }

        /** Sets {@link FusionConfig#logistic()}. */
        public Builder logistic(LogisticConfig logistic) {
            this.logistic = logistic;
            return this;
        }

        /** Changes {@link FusionConfig#logistic()}, starting from what it is now. */
        public Builder logistic(UnaryOperator<LogisticConfig.Builder> change) {
            return logistic(change.apply(logistic.toBuilder()).build());
        }

        /** Sets {@link FusionConfig#momentum()}. */
        public Builder momentum(MomentumConfig momentum) {
            this.momentum = momentum;
            return this;
        }

        /** Changes {@link FusionConfig#momentum()}, starting from what it is now. */
        public Builder momentum(UnaryOperator<MomentumConfig.Builder> change) {
            return momentum(change.apply(momentum.toBuilder()).build());
        }

        /** {@return the settings, checked} */
        public FusionConfig build() {
            return new FusionConfig(buyThreshold, sellThreshold, minimumConfidence, weights, logistic, momentum);
        }
    }
}
