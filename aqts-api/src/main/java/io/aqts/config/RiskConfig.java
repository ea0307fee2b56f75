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
 * @param account what trades: its money and its books
 * @param shortAllowed whether positions may be short
 * @param maxLeverage the most all positions may be worth together, as a multiple of equity; more than zero
 * @param maxPortfolioRisk the most all open trades may lose at their stops together, as a share of equity; more than 0,
 *     at most 1. It bounds orders with a stop: see {@link ExitConfig#stopRequired()}
 * @param sizing how large a trade may be
 * @param breaker when losses stop trading
 * @param exits how a position ends
 * @param rules what every opening must pass besides
 */
public record RiskConfig(
        AccountConfig account,
        boolean shortAllowed,
        double maxLeverage,
        double maxPortfolioRisk,
        SizingConfig sizing,
        BreakerConfig breaker,
        ExitConfig exits,
        RulesConfig rules) {

    private static final RiskConfig DEFAULTS = new Builder().build();

    public RiskConfig {
        Objects.requireNonNull(account, "risk.account");
        Checks.positive("risk.maxLeverage", maxLeverage);
        Limits.share("risk.maxPortfolioRisk", maxPortfolioRisk);
        Objects.requireNonNull(sizing, "risk.sizing");
        Objects.requireNonNull(breaker, "risk.breaker");
        Objects.requireNonNull(exits, "risk.exits");
        Objects.requireNonNull(rules, "risk.rules");
    }

    /** {@return the money to begin with, in the currency of account} */
    public Decimal initialCash() {
        return account.initialCash();
    }

    /** {@return the currency of account} */
    public String currency() {
        return account.currency();
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

        private AccountConfig account = AccountConfig.defaults();
        private boolean shortAllowed = true;
        private double maxLeverage = 5;
        private double maxPortfolioRisk = 0.03;
        private SizingConfig sizing = SizingConfig.defaults();
        private BreakerConfig breaker = BreakerConfig.defaults();
        private ExitConfig exits = ExitConfig.defaults();
        private RulesConfig rules = RulesConfig.defaults();

        private Builder() {}

        private Builder(RiskConfig from) {
            this.account = from.account;
            this.shortAllowed = from.shortAllowed;
            this.maxLeverage = from.maxLeverage;
            this.maxPortfolioRisk = from.maxPortfolioRisk;
            this.sizing = from.sizing;
            this.breaker = from.breaker;
            this.exits = from.exits;
            this.rules = from.rules;
        }

        /** Sets {@link RiskConfig#account()}. */
        public Builder account(AccountConfig account) {
            this.account = account;
            return this;
        }

        /** Changes {@link RiskConfig#account()}, starting from what it is now. */
        public Builder account(UnaryOperator<AccountConfig.Builder> change) {
            return account(change.apply(account.toBuilder()).build());
        }

        /** Sets {@link AccountConfig#initialCash()}. */
        public Builder initialCash(Decimal initialCash) {
            return account(a -> a.initialCash(initialCash));
        }

        /** Sets {@link AccountConfig#currency()}. */
        public Builder currency(String currency) {
            return account(a -> a.currency(currency));
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

        /** Sets {@link RiskConfig#rules()}. */
        public Builder rules(RulesConfig rules) {
            this.rules = rules;
            return this;
        }

        /** Changes {@link RiskConfig#rules()}, starting from what it is now. */
        public Builder rules(UnaryOperator<RulesConfig.Builder> change) {
            return rules(change.apply(rules.toBuilder()).build());
        }

        /** {@return the settings, checked} */
        public RiskConfig build() {
            return new RiskConfig(account, shortAllowed, maxLeverage, maxPortfolioRisk, sizing, breaker, exits, rules);
        }
    }
}
