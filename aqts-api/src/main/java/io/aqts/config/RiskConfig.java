package io.aqts.config;

import io.aqts.internal.Checks;
import io.aqts.trade.Decimal;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * How much may be risked. Start from {@link #defaults()} and change what matters:
 *
 * <pre>{@code
 * RiskConfig cautious = RiskConfig.defaults().toBuilder().maxLeverage(1).build();
 * }</pre>
 *
 * @param initialCash the money to begin with, in {@code currency}; more than zero
 * @param currency the currency of account; not blank
 * @param shortAllowed whether positions may be short
 * @param maxLeverage the most all positions may be worth together, as a multiple of equity; more than zero
 * @param maxPortfolioRisk the most all open trades may lose at their stops together, as a share of equity; more than 0,
 *     at most 1. It bounds orders with a stop: see {@link ExitConfig#stopRequired()}
 * @param sizing how large a trade may be
 * @param breaker when losses stop trading
 * @param exits how a position ends
 */
public record RiskConfig(
        Decimal initialCash,
        String currency,
        boolean shortAllowed,
        double maxLeverage,
        double maxPortfolioRisk,
        SizingConfig sizing,
        BreakerConfig breaker,
        ExitConfig exits) {

    private static final RiskConfig DEFAULTS = new Builder().build();

    public RiskConfig {
        Checks.that(initialCash.isPositive(), "risk.initialCash", "be more than zero", initialCash);
        Checks.notBlank("risk.currency", currency);
        Checks.positive("risk.maxLeverage", maxLeverage);
        Limits.share("risk.maxPortfolioRisk", maxPortfolioRisk);
        Objects.requireNonNull(sizing, "risk.sizing");
        Objects.requireNonNull(breaker, "risk.breaker");
        Objects.requireNonNull(exits, "risk.exits");
    }

    /** {@return the settings used when nothing else is said} */
    public static RiskConfig defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that starts from these settings} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Makes a changed copy of RiskConfig; every setter returns this builder. */
    public static final class Builder {

        private Decimal initialCash = Decimal.parse("100000");
        private String currency = "USDT";
        private boolean shortAllowed = true;
        private double maxLeverage = 5;
        private double maxPortfolioRisk = 0.03;
        private SizingConfig sizing = SizingConfig.defaults();
        private BreakerConfig breaker = BreakerConfig.defaults();
        private ExitConfig exits = ExitConfig.defaults();

        private Builder() {}

        private Builder(RiskConfig from) {
            this.initialCash = from.initialCash;
            this.currency = from.currency;
            this.shortAllowed = from.shortAllowed;
            this.maxLeverage = from.maxLeverage;
            this.maxPortfolioRisk = from.maxPortfolioRisk;
            this.sizing = from.sizing;
            this.breaker = from.breaker;
            this.exits = from.exits;
        }

        /** Sets {@link RiskConfig#initialCash()}. */
        public Builder initialCash(Decimal initialCash) {
            this.initialCash = initialCash;
            return this;
        }

        /** Sets {@link RiskConfig#currency()}. */
        public Builder currency(String currency) {
            this.currency = currency;
            return this;
        }

        /** Sets {@link RiskConfig#shortAllowed()}. */
        public Builder shortAllowed(boolean shortAllowed) {
            this.shortAllowed = shortAllowed;
            return this;
        }

        /** Sets {@link RiskConfig#maxLeverage()}. */
        public Builder maxLeverage(double maxLeverage) {
            this.maxLeverage = maxLeverage;
            return this;
        }

        /** Sets {@link RiskConfig#maxPortfolioRisk()}. */
        public Builder maxPortfolioRisk(double maxPortfolioRisk) {
            this.maxPortfolioRisk = maxPortfolioRisk;
            return this;
        }

        /** Sets {@link RiskConfig#sizing()}. */
        public Builder sizing(SizingConfig sizing) {
            this.sizing = sizing;
            return this;
        }

        /** Changes {@link RiskConfig#sizing()}, starting from what it is now. */
        public Builder sizing(UnaryOperator<SizingConfig.Builder> change) {
            return sizing(change.apply(sizing.toBuilder()).build());
        }

        /** Sets {@link RiskConfig#breaker()}. */
        public Builder breaker(BreakerConfig breaker) {
            this.breaker = breaker;
            return this;
        }

        /** Changes {@link RiskConfig#breaker()}, starting from what it is now. */
        public Builder breaker(UnaryOperator<BreakerConfig.Builder> change) {
            return breaker(change.apply(breaker.toBuilder()).build());
        }

        /** Sets {@link RiskConfig#exits()}. */
        public Builder exits(ExitConfig exits) {
            this.exits = exits;
            return this;
        }

        /** Changes {@link RiskConfig#exits()}, starting from what it is now. */
        public Builder exits(UnaryOperator<ExitConfig.Builder> change) {
            return exits(change.apply(exits.toBuilder()).build());
        }

        /** {@return the settings, checked} */
        public RiskConfig build() {
            return new RiskConfig(
                    initialCash, currency, shortAllowed, maxLeverage, maxPortfolioRisk, sizing, breaker, exits);
        }
    }
}
