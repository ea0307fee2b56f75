package io.aqts.config;

import io.aqts.internal.Checks;
import io.aqts.trade.Decimal;

/**
 * Fees that do not grow with the price, in quote currency. Each is zero or more. The exits of an order are orders of
 * their own to the venue, and pay as such.
 *
 * @param perOrder what an order pays once, with its first fill
 * @param perFill what every fill pays
 * @param perUnit what every unit of the base pays, such as a share or a contract
 * @param minimum the least that all fills of an order pay together; rounded up to the decimals of fees. An order that
 *     fills nothing pays nothing
 */
public record FixedFeeConfig(Decimal perOrder, Decimal perFill, Decimal perUnit, Decimal minimum) {

    private static final String PATH = "execution.fees.fixed.";
    private static final FixedFeeConfig DEFAULTS = new Builder().build();

    public FixedFeeConfig {
        Checks.that(!perOrder.isNegative(), PATH + "perOrder", "be zero or more", perOrder);
        Checks.that(!perFill.isNegative(), PATH + "perFill", "be zero or more", perFill);
        Checks.that(!perUnit.isNegative(), PATH + "perUnit", "be zero or more", perUnit);
        Checks.that(!minimum.isNegative(), PATH + "minimum", "be zero or more", minimum);
    }

    /** {@return the settings used when nothing else is said: none} */
    public static FixedFeeConfig defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that starts from these settings} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Makes a changed copy of FixedFeeConfig; every setter returns this builder. */
    public static final class Builder {

        private Decimal perOrder = Decimal.ZERO;
        private Decimal perFill = Decimal.ZERO;
        private Decimal perUnit = Decimal.ZERO;
        private Decimal minimum = Decimal.ZERO;

        private Builder() {}

        private Builder(FixedFeeConfig from) {
            this.perOrder = from.perOrder;
            this.perFill = from.perFill;
            this.perUnit = from.perUnit;
            this.minimum = from.minimum;
        }

        /** Sets {@link FixedFeeConfig#perOrder()}. */
        public Builder perOrder(Decimal perOrder) {
            this.perOrder = perOrder;
            return this;
        }

        /** Sets {@link FixedFeeConfig#perFill()}. */
        public Builder perFill(Decimal perFill) {
            this.perFill = perFill;
            return this;
        }

        /** Sets {@link FixedFeeConfig#perUnit()}. */
        public Builder perUnit(Decimal perUnit) {
            this.perUnit = perUnit;
            return this;
        }

        /** Sets {@link FixedFeeConfig#minimum()}. */
        public Builder minimum(Decimal minimum) {
            this.minimum = minimum;
            return this;
        }

        /** {@return the settings, checked} */
        public FixedFeeConfig build() {
            return new FixedFeeConfig(perOrder, perFill, perUnit, minimum);
        }
    }
}
