package io.aqts.config;

import io.aqts.internal.Checks;
import io.aqts.trade.Decimal;

/**
 * Two moving averages of the close: long while the fast one is above the slow one, short below.
 *
 * <p>For first steps and as a yardstick; not an edge.
 *
 * @param fast bars of the fast average; at least 1, less than {@code slow}
 * @param slow bars of the slow average; at most 1,000,000
 * @param quantity the amount to trade, in base currency; zero or more, zero for the whole equity
 */
public record SmaCrossConfig(int fast, int slow, Decimal quantity) {

    private static final SmaCrossConfig DEFAULTS = new Builder().build();

    public SmaCrossConfig {
        Limits.ordered("detection.smaCross.fast", fast, "detection.smaCross.slow", slow);
        Checks.that(!quantity.isNegative(), "detection.smaCross.quantity", "be zero or more", quantity);
    }

    /** {@return the settings used when nothing else is said} */
    public static SmaCrossConfig defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that starts from these settings} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Makes a changed copy of SmaCrossConfig; every setter returns this builder. */
    public static final class Builder {

        private int fast = 20;
        private int slow = 50;
        private Decimal quantity = Decimal.parse("0");

        private Builder() {}

        private Builder(SmaCrossConfig from) {
            this.fast = from.fast;
            this.slow = from.slow;
            this.quantity = from.quantity;
        }

        /** Sets {@link SmaCrossConfig#fast()}. */
        public Builder fast(int fast) {
            this.fast = fast;
            return this;
        }

        /** Sets {@link SmaCrossConfig#slow()}. */
        public Builder slow(int slow) {
            this.slow = slow;
            return this;
        }

        /** Sets {@link SmaCrossConfig#quantity()}. */
        public Builder quantity(Decimal quantity) {
            this.quantity = quantity;
            return this;
        }

        /** {@return the settings, checked} */
        public SmaCrossConfig build() {
            return new SmaCrossConfig(fast, slow, quantity);
        }
    }
}
