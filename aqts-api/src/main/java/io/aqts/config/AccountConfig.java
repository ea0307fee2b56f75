package io.aqts.config;

import io.aqts.internal.Checks;
import io.aqts.trade.Decimal;

/**
 * The account that a run begins with.
 *
 * @param initialCash the money to begin with, in {@code currency}; more than zero
 * @param currency the currency of account; not blank
 */
public record AccountConfig(Decimal initialCash, String currency) {

    private static final AccountConfig DEFAULTS = new Builder().build();

    public AccountConfig {
        Checks.that(initialCash.isPositive(), "risk.account.initialCash", "be more than zero", initialCash);
        Checks.notBlank("risk.account.currency", currency);
    }

    /** {@return the settings used when nothing else is said} */
    public static AccountConfig defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that starts from these settings} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Makes a changed copy of AccountConfig; every setter returns this builder. */
    public static final class Builder {

        private Decimal initialCash = Decimal.parse("100000");
        private String currency = "USDT";

        private Builder() {}

        private Builder(AccountConfig from) {
            this.initialCash = from.initialCash;
            this.currency = from.currency;
        }

        /** Sets {@link AccountConfig#initialCash()}. */
        public Builder initialCash(Decimal initialCash) {
            this.initialCash = initialCash;
            return this;
        }

        /** Sets {@link AccountConfig#currency()}. */
        public Builder currency(String currency) {
            this.currency = currency;
            return this;
        }

        /** {@return the settings, checked} */
        public AccountConfig build() {
            return new AccountConfig(initialCash, currency);
        }
    }
}
