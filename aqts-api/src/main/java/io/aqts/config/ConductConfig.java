package io.aqts.config;

import io.aqts.internal.Checks;
import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * What an order must be like whatever it is for, so that an error does not become a trade.
 *
 * @param maxOrders how many orders may be approved within {@code orderWindow}, changes of orders included, before no
 *     other opens anything; 1 to 1,000,000
 * @param orderWindow the time orders are counted over, in event time; more than zero
 * @param priceBand how far the price of an order may be from the last known one, as a share of it; 0 to 1
 * @param maxQuantity the most units one order may ask for; asking for more forbids all of it
 * @param maxNotional the most one order may be worth; asking for more forbids all of it. A share is of equity
 * @param duplicateWindow how long after an opening another one of the same instrument and side is taken for a
 *     duplicate; zero for never
 * @param selfCross whether openings that could trade with an own order are refused
 */
public record ConductConfig(
        int maxOrders,
        Duration orderWindow,
        double priceBand,
        CapConfig maxQuantity,
        CapConfig maxNotional,
        Duration duplicateWindow,
        boolean selfCross) {

    private static final ConductConfig DEFAULTS = new Builder().build();

    public ConductConfig {
        Limits.between(PATH + "maxOrders", maxOrders, 1, Limits.MOST_BARS);
        Limits.positive(PATH + "orderWindow", orderWindow);
        Checks.between(PATH + "priceBand", priceBand, 0, 1);
        maxQuantity.checkMode(PATH + "maxQuantity", CapMode.AMOUNT);
        maxNotional.check(PATH + "maxNotional");
        Limits.notNegative(PATH + "duplicateWindow", duplicateWindow);
    }

    private static final String PATH = "risk.rules.conduct.";

    /** {@return the settings used when nothing else is said} */
    public static ConductConfig defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that starts from these settings} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Makes a changed copy of ConductConfig; every setter returns this builder. */
    public static final class Builder {

        private int maxOrders = Limits.MOST_BARS;
        private Duration orderWindow = Duration.ofMinutes(1);
        private double priceBand = 1;
        private CapConfig maxQuantity = CapConfig.NONE;
        private CapConfig maxNotional = CapConfig.NONE;
        private Duration duplicateWindow = Duration.ZERO;
        private boolean selfCross = false;

        private Builder() {}

        private Builder(ConductConfig from) {
            this.maxOrders = from.maxOrders;
            this.orderWindow = from.orderWindow;
            this.priceBand = from.priceBand;
            this.maxQuantity = from.maxQuantity;
            this.maxNotional = from.maxNotional;
            this.duplicateWindow = from.duplicateWindow;
            this.selfCross = from.selfCross;
        }

        /** Sets {@link ConductConfig#maxOrders()}. */
        public Builder maxOrders(int maxOrders) {
            this.maxOrders = maxOrders;
            return this;
        }

        /** Sets {@link ConductConfig#orderWindow()}. */
        public Builder orderWindow(Duration orderWindow) {
            this.orderWindow = orderWindow;
            return this;
        }

        /** Sets {@link ConductConfig#priceBand()}. */
        public Builder priceBand(double priceBand) {
            this.priceBand = priceBand;
            return this;
        }

        /** Sets {@link ConductConfig#maxQuantity()}. */
        public Builder maxQuantity(CapConfig maxQuantity) {
            this.maxQuantity = maxQuantity;
            return this;
        }

        /** Changes {@link ConductConfig#maxQuantity()}, starting from what it is now. */
        public Builder maxQuantity(UnaryOperator<CapConfig.Builder> change) {
            return maxQuantity(change.apply(maxQuantity.toBuilder()).build());
        }

        /** Sets {@link ConductConfig#maxNotional()}. */
        public Builder maxNotional(CapConfig maxNotional) {
            this.maxNotional = maxNotional;
            return this;
        }

        /** Changes {@link ConductConfig#maxNotional()}, starting from what it is now. */
        public Builder maxNotional(UnaryOperator<CapConfig.Builder> change) {
            return maxNotional(change.apply(maxNotional.toBuilder()).build());
        }

        /** Sets {@link ConductConfig#duplicateWindow()}. */
        public Builder duplicateWindow(Duration duplicateWindow) {
            this.duplicateWindow = duplicateWindow;
            return this;
        }

        /** Sets {@link ConductConfig#selfCross()}. */
        public Builder selfCross(boolean selfCross) {
            this.selfCross = selfCross;
            return this;
        }

        /** {@return the settings, checked} */
        public ConductConfig build() {
            return new ConductConfig(
                    maxOrders, orderWindow, priceBand, maxQuantity, maxNotional, duplicateWindow, selfCross);
        }
    }
}
