package io.aqts.config;

import io.aqts.internal.Checks;
import io.aqts.trade.Decimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The account that trades: what it begins with and how its books are kept.
 *
 * @param initialCash the money to begin with, in {@code currency}; more than zero
 * @param currency the currency of account; not blank
 * @param kind what it may owe
 * @param positions whether an instrument may be long and short at once
 * @param lots which of what was opened is closed first
 * @param autoclose whether reports count positions that are open at the end as closed at the last prices, less half the
 *     spread and the taker fee
 * @param deposits money of other currencies to begin with; each once, and not {@code currency}
 * @param rates rates of exchange that no instrument tells
 */
public record AccountConfig(
        Decimal initialCash,
        String currency,
        AccountKind kind,
        PositionMode positions,
        LotMethod lots,
        boolean autoclose,
        List<Deposit> deposits,
        List<GivenRate> rates) {

    private static final AccountConfig DEFAULTS = new Builder().build();

    public AccountConfig {
        Checks.that(initialCash.isPositive(), "risk.account.initialCash", "be more than zero", initialCash);
        Checks.notBlank("risk.account.currency", currency);
        Objects.requireNonNull(kind, "risk.account.kind");
        Objects.requireNonNull(positions, "risk.account.positions");
        Objects.requireNonNull(lots, "risk.account.lots");
        deposits = List.copyOf(deposits);
        rates = List.copyOf(rates);
        List<String> seen = new ArrayList<>(List.of(currency));
        for (Deposit deposit : deposits) {
            boolean isNew = !seen.contains(deposit.currency());
            Checks.that(isNew, "risk.account.deposits", "hold each other currency once", deposit.currency());
            seen.add(deposit.currency());
        }
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
        private AccountKind kind = AccountKind.UNRESTRICTED;
        private PositionMode positions = PositionMode.NETTING;
        private LotMethod lots = LotMethod.AVERAGE;
        private boolean autoclose;
        private List<Deposit> deposits = List.of();
        private List<GivenRate> rates = List.of();

        private Builder() {}

        private Builder(AccountConfig from) {
            this.initialCash = from.initialCash;
            this.currency = from.currency;
            this.kind = from.kind;
            this.positions = from.positions;
            this.lots = from.lots;
            this.autoclose = from.autoclose;
            this.deposits = from.deposits;
            this.rates = from.rates;
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

        /** Sets {@link AccountConfig#kind()}. */
        public Builder kind(AccountKind kind) {
            this.kind = kind;
            return this;
        }

        /** Sets {@link AccountConfig#positions()}. */
        public Builder positions(PositionMode positions) {
            this.positions = positions;
            return this;
        }

        /** Sets {@link AccountConfig#lots()}. */
        public Builder lots(LotMethod lots) {
            this.lots = lots;
            return this;
        }

        /** Sets {@link AccountConfig#autoclose()}. */
        public Builder autoclose(boolean autoclose) {
            this.autoclose = autoclose;
            return this;
        }

        /** Sets {@link AccountConfig#deposits()}. */
        public Builder deposits(List<Deposit> deposits) {
            this.deposits = deposits;
            return this;
        }

        /** Sets {@link AccountConfig#rates()}. */
        public Builder rates(List<GivenRate> rates) {
            this.rates = rates;
            return this;
        }

        /** {@return the settings, checked} */
        public AccountConfig build() {
            return new AccountConfig(initialCash, currency, kind, positions, lots, autoclose, deposits, rates);
        }
    }
}
