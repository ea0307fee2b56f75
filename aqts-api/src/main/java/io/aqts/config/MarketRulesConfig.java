package io.aqts.config;

import io.aqts.internal.Checks;
import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * What a market, and what is expected of it, must be like for a position to be opened in it.
 *
 * @param maxSpreadBps the widest spread, in basis points of the mid; 0 to 20,000, wider than which none can be. Without
 *     a quote the spread is the one assumed in {@code execution.halfSpreadBps}
 * @param depth the most an order may be of the visible depth of its side, as a share; unknown depth forbids it
 * @param volume the most an order may be of the average volume of a bar, as a share; unknown volume forbids it
 * @param volumeBars bars that volume is averaged over; 1 to 1,000,000
 * @param maxPriceAge how old the last price may be; zero for a price of this very moment, 100 years at most
 * @param costGate whether the expected return must exceed fees, spread and slippage of entering and leaving. Without a
 *     forecast nothing is opened then
 * @param minExpectedReturn the least return expected in the direction of the order, as a share; -1, less than which
 *     none can be lost, for no such limit
 * @param persistence how many decisions in a row must propose the direction; 1 to 1,000,000
 */
public record MarketRulesConfig(
        double maxSpreadBps,
        CapConfig depth,
        CapConfig volume,
        int volumeBars,
        Duration maxPriceAge,
        boolean costGate,
        double minExpectedReturn,
        int persistence) {

    private static final MarketRulesConfig DEFAULTS = new Builder().build();

    public MarketRulesConfig {
        Checks.between(PATH + "maxSpreadBps", maxSpreadBps, 0, Limits.WIDEST_SPREAD_BPS);
        depth.checkMode(PATH + "depth", CapMode.SHARE);
        volume.checkMode(PATH + "volume", CapMode.SHARE);
        Limits.bars(PATH + "volumeBars", volumeBars);
        Limits.notNegative(PATH + "maxPriceAge", maxPriceAge);
        Checks.between(PATH + "minExpectedReturn", minExpectedReturn, -1, 1);
        Limits.between(PATH + "persistence", persistence, 1, Limits.MOST_BARS);
    }

    private static final String PATH = "risk.rules.market.";

    /** {@return the settings used when nothing else is said} */
    public static MarketRulesConfig defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that starts from these settings} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Makes a changed copy of MarketRulesConfig; every setter returns this builder. */
    public static final class Builder {

        private double maxSpreadBps = Limits.WIDEST_SPREAD_BPS;
        private CapConfig depth = CapConfig.NONE;
        private CapConfig volume = CapConfig.NONE;
        private int volumeBars = 30;
        private Duration maxPriceAge = Limits.LONGEST;
        private boolean costGate = false;
        private double minExpectedReturn = -1;
        private int persistence = 1;

        private Builder() {}

        private Builder(MarketRulesConfig from) {
            this.maxSpreadBps = from.maxSpreadBps;
            this.depth = from.depth;
            this.volume = from.volume;
            this.volumeBars = from.volumeBars;
            this.maxPriceAge = from.maxPriceAge;
            this.costGate = from.costGate;
            this.minExpectedReturn = from.minExpectedReturn;
            this.persistence = from.persistence;
        }

        /** Sets {@link MarketRulesConfig#maxSpreadBps()}. */
        public Builder maxSpreadBps(double maxSpreadBps) {
            this.maxSpreadBps = maxSpreadBps;
            return this;
        }

        /** Sets {@link MarketRulesConfig#depth()}. */
        public Builder depth(CapConfig depth) {
            this.depth = depth;
            return this;
        }

        /** Changes {@link MarketRulesConfig#depth()}, starting from what it is now. */
        public Builder depth(UnaryOperator<CapConfig.Builder> change) {
            return depth(change.apply(depth.toBuilder()).build());
        }

        /** Sets {@link MarketRulesConfig#volume()}. */
        public Builder volume(CapConfig volume) {
            this.volume = volume;
            return this;
        }

        /** Changes {@link MarketRulesConfig#volume()}, starting from what it is now. */
        public Builder volume(UnaryOperator<CapConfig.Builder> change) {
            return volume(change.apply(volume.toBuilder()).build());
        }

        /** Sets {@link MarketRulesConfig#volumeBars()}. */
        public Builder volumeBars(int volumeBars) {
            this.volumeBars = volumeBars;
            return this;
        }

        /** Sets {@link MarketRulesConfig#maxPriceAge()}. */
        public Builder maxPriceAge(Duration maxPriceAge) {
            this.maxPriceAge = maxPriceAge;
            return this;
        }

        /** Sets {@link MarketRulesConfig#costGate()}. */
        public Builder costGate(boolean costGate) {
            this.costGate = costGate;
            return this;
        }

        /** Sets {@link MarketRulesConfig#minExpectedReturn()}. */
        public Builder minExpectedReturn(double minExpectedReturn) {
            this.minExpectedReturn = minExpectedReturn;
            return this;
        }

        /** Sets {@link MarketRulesConfig#persistence()}. */
        public Builder persistence(int persistence) {
            this.persistence = persistence;
            return this;
        }

        /** {@return the settings, checked} */
        public MarketRulesConfig build() {
            return new MarketRulesConfig(
                    maxSpreadBps, depth, volume, volumeBars, maxPriceAge, costGate, minExpectedReturn, persistence);
        }
    }
}
