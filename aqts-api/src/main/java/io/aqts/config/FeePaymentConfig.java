package io.aqts.config;

import io.aqts.internal.Checks;
import io.aqts.trade.Decimal;
import java.util.Objects;

/**
 * What fees are paid in, and what that is worth.
 *
 * @param currency what fees are paid in; rebates are always paid in the quote currency
 * @param name the currency, such as {@code BNB}, if it is {@link FeeCurrency#OTHER}; else it may be empty
 * @param symbol the instrument whose last price converts it into the quote currency; empty to use {@code price}
 * @param price the worth of one unit of it in quote currency, where {@code symbol} is empty; zero or more. Until there
 *     is a price, fees are paid in the quote currency, in full
 * @param factor the share of the fee that is due when it is paid in {@link FeeCurrency#OTHER}; more than 0, at most 1,
 *     where 0.75 is a discount of a quarter
 */
public record FeePaymentConfig(FeeCurrency currency, String name, String symbol, Decimal price, double factor) {

    private static final String PATH = "execution.fees.payment.";
    private static final FeePaymentConfig DEFAULTS = new Builder().build();

    public FeePaymentConfig {
        Objects.requireNonNull(currency, PATH + "currency");
        Objects.requireNonNull(name, PATH + "name");
        Objects.requireNonNull(symbol, PATH + "symbol");
        Checks.that(!price.isNegative(), PATH + "price", "be zero or more", price);
        Limits.share(PATH + "factor", factor);
        if (currency == FeeCurrency.OTHER) {
            Checks.notBlank(PATH + "name", name);
            Checks.that(
                    !symbol.isBlank() || price.isPositive(),
                    PATH + "price",
                    "be more than zero without " + PATH + "symbol",
                    price);
        }
    }

    /** {@return the settings used when nothing else is said: fees in the quote currency} */
    public static FeePaymentConfig defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that starts from these settings} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Makes a changed copy of FeePaymentConfig; every setter returns this builder. */
    public static final class Builder {

        private FeeCurrency currency = FeeCurrency.QUOTE;
        private String name = "";
        private String symbol = "";
        private Decimal price = Decimal.ZERO;
        private double factor = 1;

        private Builder() {}

        private Builder(FeePaymentConfig from) {
            this.currency = from.currency;
            this.name = from.name;
            this.symbol = from.symbol;
            this.price = from.price;
            this.factor = from.factor;
        }

        /** Sets {@link FeePaymentConfig#currency()}. */
        public Builder currency(FeeCurrency currency) {
            this.currency = currency;
            return this;
        }

        /** Sets {@link FeePaymentConfig#name()}. */
        public Builder name(String name) {
            this.name = name;
            return this;
        }

        /** Sets {@link FeePaymentConfig#symbol()}. */
        public Builder symbol(String symbol) {
            this.symbol = symbol;
            return this;
        }

        /** Sets {@link FeePaymentConfig#price()}. */
        public Builder price(Decimal price) {
            this.price = price;
            return this;
        }

        /** Sets {@link FeePaymentConfig#factor()}. */
        public Builder factor(double factor) {
            this.factor = factor;
            return this;
        }

        /** {@return the settings, checked} */
        public FeePaymentConfig build() {
            return new FeePaymentConfig(currency, name, symbol, price, factor);
        }
    }
}
