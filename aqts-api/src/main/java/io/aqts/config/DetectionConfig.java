package io.aqts.config;

import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * What the detectors look for.
 *
 * @param qgita the detector of Lighthouse events
 * @param smaCross the moving averages
 */
public record DetectionConfig(QgitaConfig qgita, SmaCrossConfig smaCross) {

    private static final DetectionConfig DEFAULTS = new Builder().build();

    public DetectionConfig {
        Objects.requireNonNull(qgita, "detection.qgita");
        Objects.requireNonNull(smaCross, "detection.smaCross");
    }

    /** {@return the settings used when nothing else is said} */
    public static DetectionConfig defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that starts from these settings} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Makes a changed copy of DetectionConfig; every setter returns this builder. */
    public static final class Builder {

        private QgitaConfig qgita = QgitaConfig.defaults();
        private SmaCrossConfig smaCross = SmaCrossConfig.defaults();

        private Builder() {}

        private Builder(DetectionConfig from) {
            this.qgita = from.qgita;
            this.smaCross = from.smaCross;
        }

        /** Sets {@link DetectionConfig#qgita()}. */
        public Builder qgita(QgitaConfig qgita) {
            this.qgita = qgita;
            return this;
        }

        /** Changes {@link DetectionConfig#qgita()}, starting from what it is now. */
        public Builder qgita(UnaryOperator<QgitaConfig.Builder> change) {
            return qgita(change.apply(qgita.toBuilder()).build());
        }

        /** Sets {@link DetectionConfig#smaCross()}. */
        public Builder smaCross(SmaCrossConfig smaCross) {
            this.smaCross = smaCross;
            return this;
        }

        /** Changes {@link DetectionConfig#smaCross()}, starting from what it is now. */
        public Builder smaCross(UnaryOperator<SmaCrossConfig.Builder> change) {
            return smaCross(change.apply(smaCross.toBuilder()).build());
        }

        /** {@return the settings, checked} */
        public DetectionConfig build() {
            return new DetectionConfig(qgita, smaCross);
        }
    }
}
