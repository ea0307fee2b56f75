package io.aqts.config;

import io.aqts.internal.Checks;
import java.util.Objects;

/**
 * How results are measured.
 *
 * @param returns the period of the returns that statistics are made from
 * @param riskFreeRate the yearly return of doing nothing, as a share; −1 to 1
 * @param confidenceLevel the confidence of the intervals of win rates and means; 0 to 1, both excluded
 * @param equityPoints how many points of the equity curve are kept at most; 2 to 10,000,000
 */
public record PerformanceConfig(ReturnInterval returns, double riskFreeRate, double confidenceLevel, int equityPoints) {

    private static final PerformanceConfig DEFAULTS = new Builder().build();

    public PerformanceConfig {
        Objects.requireNonNull(returns, "performance.returns");
        Checks.between("performance.riskFreeRate", riskFreeRate, -1, 1);
        Limits.probability("performance.confidenceLevel", confidenceLevel);
        Limits.between("performance.equityPoints", equityPoints, 2, 10_000_000);
    }

    /** {@return the settings used when nothing else is said} */
    public static PerformanceConfig defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that starts from these settings} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Makes a changed copy of PerformanceConfig; every setter returns this builder. */
    public static final class Builder {

        private ReturnInterval returns = ReturnInterval.DAY;
        private double riskFreeRate = 0;
        private double confidenceLevel = 0.95;
        private int equityPoints = 10_000;

        private Builder() {}

        private Builder(PerformanceConfig from) {
            this.returns = from.returns;
            this.riskFreeRate = from.riskFreeRate;
            this.confidenceLevel = from.confidenceLevel;
            this.equityPoints = from.equityPoints;
        }

        /** Sets {@link PerformanceConfig#returns()}. */
        public Builder returns(ReturnInterval returns) {
            this.returns = returns;
            return this;
        }

        /** Sets {@link PerformanceConfig#riskFreeRate()}. */
        public Builder riskFreeRate(double riskFreeRate) {
            this.riskFreeRate = riskFreeRate;
            return this;
        }

        /** Sets {@link PerformanceConfig#confidenceLevel()}. */
        public Builder confidenceLevel(double confidenceLevel) {
            this.confidenceLevel = confidenceLevel;
            return this;
        }

        /** Sets {@link PerformanceConfig#equityPoints()}. */
        public Builder equityPoints(int equityPoints) {
            this.equityPoints = equityPoints;
            return this;
        }

        /** {@return the settings, checked} */
        public PerformanceConfig build() {
            return new PerformanceConfig(returns, riskFreeRate, confidenceLevel, equityPoints);
        }
    }
}
