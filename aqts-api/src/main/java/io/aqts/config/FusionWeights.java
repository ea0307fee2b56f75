package io.aqts.config;

import io.aqts.internal.Checks;
import java.util.List;

/**
 * How much each kind of input says in a decision. Only the proportions count: the fusion scales the sum to one.
 *
 * @param ensemble the weight of the predictors; zero or more
 * @param sentiment the weight of sentiment; zero or more
 * @param detectors the weight of the detectors; zero or more
 */
public record FusionWeights(double ensemble, double sentiment, double detectors) {

    private static final FusionWeights DEFAULTS = new Builder().build();

    public FusionWeights {
        Checks.notNegative("fusion.weights.ensemble", ensemble);
        Checks.notNegative("fusion.weights.sentiment", sentiment);
        Checks.notNegative("fusion.weights.detectors", detectors);
        Limits.weights("fusion.weights", List.of(ensemble, sentiment, detectors));
    }

    /** {@return the settings used when nothing else is said} */
    public static FusionWeights defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that starts from these settings} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Makes a changed copy of FusionWeights; every setter returns this builder. */
    public static final class Builder {

        private double ensemble = 0.6;
        private double sentiment = 0.2;
        private double detectors = 0.2;

        private Builder() {}

        private Builder(FusionWeights from) {
            this.ensemble = from.ensemble;
            this.sentiment = from.sentiment;
            this.detectors = from.detectors;
        }

        /** Sets {@link FusionWeights#ensemble()}. */
        public Builder ensemble(double ensemble) {
            this.ensemble = ensemble;
            return this;
        }

        /** Sets {@link FusionWeights#sentiment()}. */
        public Builder sentiment(double sentiment) {
            this.sentiment = sentiment;
            return this;
        }

        /** Sets {@link FusionWeights#detectors()}. */
        public Builder detectors(double detectors) {
            this.detectors = detectors;
            return this;
        }

        /** {@return the settings, checked} */
        public FusionWeights build() {
            return new FusionWeights(ensemble, sentiment, detectors);
        }
    }
}
