package io.aqts.config;

import io.aqts.internal.Checks;
import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * What it costs to trade, in money and in time, where the venue itself does not say.
 *
 * @param maxSlippageBps the most an entry of {@code KellyRiskManager} may fill worse than the price it was judged by,
 *     in basis points; 0 to 10,000, where 0 lets it fill at that price or better only. What leaves a position is not
 *     bound, and what other risk managers send is bound by what they say
 * @param latencyMin the shortest time an order needs to arrive; zero to {@code latencyMax}
 * @param latencyMax the longest time an order needs to arrive; zero or more
 * @param makerFeeBps the fee for adding liquidity on a venue without a schedule of its own, in basis points of
 *     notional; −100 to 1000, negative is a rebate
 * @param takerFeeBps the fee for taking liquidity there, in basis points of notional; −100 to 1000
 * @param feeDecimals the decimals fees are rounded to, halves up; 0 to 18
 * @param matching how orders are taken to meet the market
 */
public record ExecutionConfig(
        double maxSlippageBps,
        Duration latencyMin,
        Duration latencyMax,
        double makerFeeBps,
        double takerFeeBps,
        int feeDecimals,
        MatchingConfig matching) {

    private static final ExecutionConfig DEFAULTS = new Builder().build();

    public ExecutionConfig {
        Checks.between("execution.maxSlippageBps", maxSlippageBps, 0, 10_000);
        Limits.notNegative("execution.latencyMin", latencyMin);
        Limits.notNegative("execution.latencyMax", latencyMax);
        Limits.ordered("execution.latencyMin", latencyMin, "execution.latencyMax", latencyMax);
        Limits.feeBps("execution.makerFeeBps", makerFeeBps);
        Limits.feeBps("execution.takerFeeBps", takerFeeBps);
        Limits.between("execution.feeDecimals", feeDecimals, 0, 18);
    }

    /** {@return the chance that a fill is only partial, 0 to 1} */
    public double partialFillProbability() {
        return matching.partialFillProbability();
    }

    /** {@return half the spread assumed on bars without quotes, in basis points of price} */
    public double halfSpreadBps() {
        return matching.halfSpreadBps();
    }

    /** {@return the settings used when nothing else is said} */
    public static ExecutionConfig defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that starts from these settings} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Makes a changed copy of ExecutionConfig; every setter returns this builder. */
    public static final class Builder {

        private double maxSlippageBps = 18;
        private Duration latencyMin = Duration.ofMillis(35);
        private Duration latencyMax = Duration.ofMillis(125);
        private double makerFeeBps = 10;
        private double takerFeeBps = 10;
        private int feeDecimals = 8;
        private MatchingConfig matching = MatchingConfig.defaults();

        private Builder() {}

        private Builder(ExecutionConfig from) {
            this.maxSlippageBps = from.maxSlippageBps;
            this.latencyMin = from.latencyMin;
            this.latencyMax = from.latencyMax;
            this.makerFeeBps = from.makerFeeBps;
            this.takerFeeBps = from.takerFeeBps;
            this.feeDecimals = from.feeDecimals;
            this.matching = from.matching;
        }

        /** Sets {@link ExecutionConfig#maxSlippageBps()}. */
        public Builder maxSlippageBps(double maxSlippageBps) {
            this.maxSlippageBps = maxSlippageBps;
            return this;
        }

        /** Sets {@link ExecutionConfig#latencyMin()}. */
        public Builder latencyMin(Duration latencyMin) {
            this.latencyMin = latencyMin;
            return this;
        }

        /** Sets {@link ExecutionConfig#latencyMax()}. */
        public Builder latencyMax(Duration latencyMax) {
            this.latencyMax = latencyMax;
            return this;
        }

        /** Sets {@link MatchingConfig#partialFillProbability()} of the matching. */
        public Builder partialFillProbability(double partialFillProbability) {
            return matching(m -> m.partialFillProbability(partialFillProbability));
        }

        /** Sets {@link ExecutionConfig#makerFeeBps()}. */
        public Builder makerFeeBps(double makerFeeBps) {
            this.makerFeeBps = makerFeeBps;
            return this;
        }

        /** Sets {@link ExecutionConfig#takerFeeBps()}. */
        public Builder takerFeeBps(double takerFeeBps) {
            this.takerFeeBps = takerFeeBps;
            return this;
        }

        /** Sets {@link MatchingConfig#halfSpreadBps()} of the matching. */
        public Builder halfSpreadBps(double halfSpreadBps) {
            return matching(m -> m.halfSpreadBps(halfSpreadBps));
        }

        /** Sets {@link ExecutionConfig#feeDecimals()}. */
        public Builder feeDecimals(int feeDecimals) {
            this.feeDecimals = feeDecimals;
            return this;
        }

        /** Sets {@link ExecutionConfig#matching()}. */
        public Builder matching(MatchingConfig matching) {
            this.matching = matching;
            return this;
        }

        /** Changes {@link ExecutionConfig#matching()}. */
        public Builder matching(UnaryOperator<MatchingConfig.Builder> change) {
            return matching(change.apply(matching.toBuilder()).build());
        }

        /** {@return the settings, checked} */
        public ExecutionConfig build() {
            return new ExecutionConfig(
                    maxSlippageBps, latencyMin, latencyMax, makerFeeBps, takerFeeBps, feeDecimals, matching);
        }
    }
}
