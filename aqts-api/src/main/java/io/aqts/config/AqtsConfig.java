package io.aqts.config;

import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Every setting of one run. Start from {@link #defaults()} and change what matters:
 *
 * <pre>{@code
 * AqtsConfig config = AqtsConfig.defaults().with(c -> c.seed(7).risk(r -> r.maxLeverage(2)));
 * }</pre>
 *
 * <p>A configuration that exists is valid: each record checks itself when it is made. Secrets are never part of it.
 *
 * @param seed the source of all chance in the run; any number
 * @param simulation the market that is made up
 * @param detection what the detectors look for
 * @param fusion how signals become one decision
 * @param risk how much may be risked
 * @param execution what it costs to trade
 * @param performance how results are measured
 * @param backtest how long a backtest runs
 */
public record AqtsConfig(
        long seed,
        SimulationConfig simulation,
        DetectionConfig detection,
        FusionConfig fusion,
        RiskConfig risk,
        ExecutionConfig execution,
        PerformanceConfig performance,
        BacktestConfig backtest) {

    private static final AqtsConfig DEFAULTS = new Builder().build();

    public AqtsConfig {
        Objects.requireNonNull(simulation, "simulation");
        Objects.requireNonNull(detection, "detection");
        Objects.requireNonNull(fusion, "fusion");
        Objects.requireNonNull(risk, "risk");
        Objects.requireNonNull(execution, "execution");
        Objects.requireNonNull(performance, "performance");
        Objects.requireNonNull(backtest, "backtest");
    }

    /** {@return the settings used when nothing else is said} */
    public static AqtsConfig defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that starts from these settings} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /**
     * Makes a changed copy.
     *
     * @param change what to change, on a builder that starts from these settings
     * @return the changed settings, checked
     */
    public AqtsConfig with(UnaryOperator<Builder> change) {
        return change.apply(toBuilder()).build();
    }

    /** Makes a changed copy of AqtsConfig; every setter returns this builder. */
    public static final class Builder {

        private long seed = 42;
        private SimulationConfig simulation = SimulationConfig.defaults();
        private DetectionConfig detection = DetectionConfig.defaults();
        private FusionConfig fusion = FusionConfig.defaults();
        private RiskConfig risk = RiskConfig.defaults();
        private ExecutionConfig execution = ExecutionConfig.defaults();
        private PerformanceConfig performance = PerformanceConfig.defaults();
        private BacktestConfig backtest = BacktestConfig.defaults();

        private Builder() {}

        private Builder(AqtsConfig from) {
            this.seed = from.seed;
            this.simulation = from.simulation;
            this.detection = from.detection;
            this.fusion = from.fusion;
            this.risk = from.risk;
            this.execution = from.execution;
            this.performance = from.performance;
            this.backtest = from.backtest;
        }

        /** Sets {@link AqtsConfig#seed()}. */
        public Builder seed(long seed) {
            this.seed = seed;
            return this;
        }

        /** Sets {@link AqtsConfig#simulation()}. */
        public Builder simulation(SimulationConfig simulation) {
            this.simulation = simulation;
            return this;
        }

        /** Changes {@link AqtsConfig#simulation()}, starting from what it is now. */
        public Builder simulation(UnaryOperator<SimulationConfig.Builder> change) {
            return simulation(change.apply(simulation.toBuilder()).build());
        }

        /** Sets {@link AqtsConfig#detection()}. */
        public Builder detection(DetectionConfig detection) {
            this.detection = detection;
            return this;
        }

        /** Changes {@link AqtsConfig#detection()}, starting from what it is now. */
        public Builder detection(UnaryOperator<DetectionConfig.Builder> change) {
            return detection(change.apply(detection.toBuilder()).build());
        }

        /** Sets {@link AqtsConfig#fusion()}. */
        public Builder fusion(FusionConfig fusion) {
            this.fusion = fusion;
            return this;
        }

        /** Changes {@link AqtsConfig#fusion()}, starting from what it is now. */
        public Builder fusion(UnaryOperator<FusionConfig.Builder> change) {
            return fusion(change.apply(fusion.toBuilder()).build());
        }

        /** Sets {@link AqtsConfig#risk()}. */
        public Builder risk(RiskConfig risk) {
            this.risk = risk;
            return this;
        }

        /** Changes {@link AqtsConfig#risk()}, starting from what it is now. */
        public Builder risk(UnaryOperator<RiskConfig.Builder> change) {
            return risk(change.apply(risk.toBuilder()).build());
        }

        /** Sets {@link AqtsConfig#execution()}. */
        public Builder execution(ExecutionConfig execution) {
            this.execution = execution;
            return this;
        }

        /** Changes {@link AqtsConfig#execution()}, starting from what it is now. */
        public Builder execution(UnaryOperator<ExecutionConfig.Builder> change) {
            return execution(change.apply(execution.toBuilder()).build());
        }

        /** Sets {@link AqtsConfig#performance()}. */
        public Builder performance(PerformanceConfig performance) {
            this.performance = performance;
            return this;
        }

        /** Changes {@link AqtsConfig#performance()}, starting from what it is now. */
        public Builder performance(UnaryOperator<PerformanceConfig.Builder> change) {
            return performance(change.apply(performance.toBuilder()).build());
        }

        /** Sets {@link AqtsConfig#backtest()}. */
        public Builder backtest(BacktestConfig backtest) {
            this.backtest = backtest;
            return this;
        }

        /** Changes {@link AqtsConfig#backtest()}, starting from what it is now. */
        public Builder backtest(UnaryOperator<BacktestConfig.Builder> change) {
            return backtest(change.apply(backtest.toBuilder()).build());
        }

        /** {@return the settings, checked} */
        public AqtsConfig build() {
            return new AqtsConfig(seed, simulation, detection, fusion, risk, execution, performance, backtest);
        }
    }
}
