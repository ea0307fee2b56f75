package io.aqts.config;

import io.aqts.internal.Checks;
import java.time.Duration;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * What it costs to trade, in money and in time, where the venue itself does not say.
 *
 * @param maxSlippageBps the most an entry of {@code KellyRiskManager} may fill worse than the price it was judged by,
 *     in basis points; 0 to 10,000, where 0 lets it fill at that price or better only. What leaves a position is not
 *     bound, and what other risk managers send is bound by what they say
 * @param fees what is charged. On a venue that says its rates, only what is fixed, how fees are paid and how they are
 *     rounded is taken from here; on one with a schedule of its own, nothing
 * @param latency how long messages take
 * @param impact how the size of an order moves the price it takes on bars
 * @param matching how orders are taken to meet the market
 * @param books how a venue on recorded order books treats what they leave open
 */
public record ExecutionConfig(
        double maxSlippageBps,
        FeeConfig fees,
        LatencyConfig latency,
        ImpactConfig impact,
        MatchingConfig matching,
        BookConfig books) {

    private static final ExecutionConfig DEFAULTS = new Builder().build();

    public ExecutionConfig {
        Checks.between("execution.maxSlippageBps", maxSlippageBps, 0, 10_000);
        Objects.requireNonNull(fees, "execution.fees");
        Objects.requireNonNull(latency, "execution.latency");
        Objects.requireNonNull(impact, "execution.impact");
        Objects.requireNonNull(matching, "execution.matching");
        Objects.requireNonNull(books, "execution.books");
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

    /** {@return the shortest time an order needs to arrive: that of {@code latency.submit}} */
    public Duration latencyMin() {
        return latency.submit().min();
    }

    /** {@return the longest time an order needs to arrive: that of {@code latency.submit}} */
    public Duration latencyMax() {
        return latency.submit().max();
    }

    /** {@return the fee for adding liquidity, in basis points of notional: {@code fees.makerBps}} */
    public double makerFeeBps() {
        return fees.makerBps();
    }

    /** {@return the fee for taking liquidity, in basis points of notional: {@code fees.takerBps}} */
    public double takerFeeBps() {
        return fees.takerBps();
    }

    /** {@return the decimals fees are rounded to: {@code fees.decimals}} */
    public int feeDecimals() {
        return fees.decimals();
    }

    /** {@return a builder that starts from these settings} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Makes a changed copy of ExecutionConfig; every setter returns this builder. */
    public static final class Builder {

        private double maxSlippageBps = 18;
        private FeeConfig.Builder fees = FeeConfig.defaults().toBuilder();
        private LatencyConfig.Builder latency = LatencyConfig.defaults().toBuilder();
        private ImpactConfig impact = ImpactConfig.defaults();
        private MatchingConfig matching = MatchingConfig.defaults();
        private BookConfig books = BookConfig.defaults();

        private Builder() {}

        private Builder(ExecutionConfig from) {
            this.maxSlippageBps = from.maxSlippageBps;
            this.fees = from.fees.toBuilder();
            this.latency = from.latency.toBuilder();
            this.impact = from.impact;
            this.matching = from.matching;
            this.books = from.books;
        }

        /** Sets {@link ExecutionConfig#maxSlippageBps()}. */
        public Builder maxSlippageBps(double maxSlippageBps) {
            this.maxSlippageBps = maxSlippageBps;
            return this;
        }

        /** Sets {@link ExecutionConfig#latencyMin()}. */
        public Builder latencyMin(Duration latencyMin) {
            latency.submit(d -> d.min(latencyMin));
            return this;
        }

        /** Sets {@link ExecutionConfig#latencyMax()}. */
        public Builder latencyMax(Duration latencyMax) {
            latency.submit(d -> d.max(latencyMax));
            return this;
        }

        /** Sets {@link ExecutionConfig#partialFillProbability()}. */
        public Builder partialFillProbability(double partialFillProbability) {
            return matching(m -> m.partialFillProbability(partialFillProbability));
        }

        /** Sets {@link ExecutionConfig#makerFeeBps()}. */
        public Builder makerFeeBps(double makerFeeBps) {
            fees.makerBps(makerFeeBps);
            return this;
        }

        /** Sets {@link ExecutionConfig#takerFeeBps()}. */
        public Builder takerFeeBps(double takerFeeBps) {
            fees.takerBps(takerFeeBps);
            return this;
        }

        /** Sets {@link ExecutionConfig#halfSpreadBps()}. */
        public Builder halfSpreadBps(double halfSpreadBps) {
            return matching(m -> m.halfSpreadBps(halfSpreadBps));
        }

        /** Sets {@link ExecutionConfig#feeDecimals()}. */
        public Builder feeDecimals(int feeDecimals) {
            fees.decimals(feeDecimals);
            return this;
        }

        /** Sets {@link ExecutionConfig#fees()}. */
        public Builder fees(FeeConfig fees) {
            this.fees = fees.toBuilder();
            return this;
        }

        /** Changes {@link ExecutionConfig#fees()}, starting from what it is now. */
        public Builder fees(UnaryOperator<FeeConfig.Builder> change) {
            fees = change.apply(fees);
            return this;
        }

        /** Sets {@link ExecutionConfig#latency()}. */
        public Builder latency(LatencyConfig latency) {
            this.latency = latency.toBuilder();
            return this;
        }

        /** Changes {@link ExecutionConfig#latency()}, starting from what it is now. */
        public Builder latency(UnaryOperator<LatencyConfig.Builder> change) {
            latency = change.apply(latency);
            return this;
        }

        /** Sets {@link ExecutionConfig#impact()}. */
        public Builder impact(ImpactConfig impact) {
            this.impact = impact;
            return this;
        }

        /** Changes {@link ExecutionConfig#impact()}, starting from what it is now. */
        public Builder impact(UnaryOperator<ImpactConfig.Builder> change) {
            return impact(change.apply(impact.toBuilder()).build());
        }

        /** Sets {@link ExecutionConfig#matching()}. */
        public Builder matching(MatchingConfig matching) {
            this.matching = matching;
            return this;
        }

        /** Changes {@link ExecutionConfig#matching()}, starting from what it is now. */
        public Builder matching(UnaryOperator<MatchingConfig.Builder> change) {
            return matching(change.apply(matching.toBuilder()).build());
        }

        /** Sets {@link ExecutionConfig#books()}. */
        public Builder books(BookConfig books) {
            this.books = books;
            return this;
        }

        /** Changes {@link ExecutionConfig#books()}, starting from what it is now. */
        public Builder books(UnaryOperator<BookConfig.Builder> change) {
            return books(change.apply(books.toBuilder()).build());
        }

        /** {@return the settings, checked} */
        public ExecutionConfig build() {
            return new ExecutionConfig(maxSlippageBps, fees.build(), latency.build(), impact, matching, books);
        }
    }
}
